// Lets keeper.js keep what this page needs, and forget it.
import { home } from "./store.js";

const PATIENCE = 1_000; // milliseconds: a page runs without it as well
const name = () => `udl ${home().href}`;
const keepers = navigator.serviceWorker;

// Settles when the keeper watches, so that it sees Python come.
export async function keep(pyodide) {
  const watching = new Promise((done) => {
    if (keepers?.controller) done();
    keepers?.addEventListener("controllerchange", done);
    setTimeout(done, PATIENCE);
  });
  try {
    const python = new URLSearchParams({ python: pyodide });
    await keepers.register(new URL(`keeper.js?${python}`, home()));
    await watching;
    const files = performance.getEntriesByType("resource").map((entry) => entry.name);
    const own = files.filter((file) => file.startsWith(home().href));
    const cache = await caches.open(name());
    cache.addAll([location.href.split("#")[0], ...new Set(own)]).catch(() => {});
  } catch {
    // No keeper here: an old browser, a host without https, a private window.
  }
}

export async function forget() {
  await (await keepers?.getRegistration(home()))?.unregister();
  return caches.delete(name());
}
