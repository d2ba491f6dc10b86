// The service worker: keeps Python, and the pages of this site that are opened, for days
// without a network. The click on Run brings it, and a button removes it.

const python = new URL(location).searchParams.get("python"); // its pinned address

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const pinned = url.startsWith(python);
  if (method === "GET" && (pinned || url.startsWith(self.registration.scope)))
    event.respondWith(answer(event, pinned));
});

// What is pinned never changes; of a page the newest is shown that can be had.
async function answer(event, pinned) {
  const cache = await caches.open(`udl ${self.registration.scope}`);
  const old = await cache.match(event.request, { ignoreVary: true });
  if (pinned && old) return old;
  try {
    const fresh = await fetch(event.request);
    const copy = fresh.status === 200 && fresh.clone();
    if (copy) event.waitUntil(cache.put(event.request, copy).catch(() => {})); // full
    return fresh;
  } catch (error) {
    if (old) return old;
    throw error;
  }
}
