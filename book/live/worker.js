// Python in a worker: one Pyodide, which runs one cell after another.
// In: {settings} once, then {code, name}. Out: {kind, ...}, where kind is "loading",
// "ready" or "failed" at first, then "message", "done" and "crashed".

const MACHINE_CODE = 0.32; // the share of it that travels, compressed
let session;
let refused; // by the security policy of the host

self.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
  refused = `content security policy: ${effectiveDirective}`;
});

const tell = (kind, content = {}) => self.postMessage({ kind, ...content });

// Pyodide waits for ever for some files that fail, so we look at each ourselves.
function watchFetches() {
  const fetchPlainly = self.fetch;
  let megabytes = 0;
  return new Promise((_, reject) => {
    self.fetch = async (resource, options) => {
      const url = String(resource.url ?? resource);
      const fail = (error) => {
        reject(Object.assign(error, { url }));
        throw error;
      };
      const response = await fetchPlainly(resource, options).catch(fail);
      if (!response.ok) fail(new Error(`status ${response.status}`));
      const share = url.endsWith(".wasm") ? MACHINE_CODE : 1;
      const { readable, writable } = new TransformStream({
        transform(chunk, out) {
          megabytes += (chunk.length * share) / 1e6;
          if (!session) tell("loading", { megabytes });
          out.enqueue(chunk);
        },
      });
      response.body.pipeTo(writable).catch(reject);
      return new Response(readable, { headers: response.headers });
    };
  });
}

async function load({ pyodide, packages, wheel }) {
  const { loadPyodide } = await import(`${pyodide}pyodide.mjs`);
  const [python, library, code] = await Promise.all([
    loadPyodide({ indexURL: pyodide, packages, env: { MPLBACKEND: "agg" } }),
    // A new wheel has the old one's name: the site is asked whether it has changed.
    fetch(wheel, { cache: "no-cache" }).then((answer) => answer.arrayBuffer()),
    fetch(new URL("harness.py", self.location)).then((answer) => answer.text()),
  ]);
  const missing = packages.filter((name) => !(name in python.loadedPackages));
  if (missing.length) throw new Error(`not loaded: ${missing}`);
  python.unpackArchive(library, "wheel");
  const globals = python.toPy({});
  python.runPython(code, { globals });
  const send = (text) => tell("message", { message: JSON.parse(text) });
  session = globals.get("Session")(send, python.globals);
  tell("ready");
  // While the reader still reads: what the first figure and the first check need.
  const figures = packages.includes("matplotlib");
  if (figures) python.runPython("import udl.display, udl.exercises", { globals });
}

self.onmessage = async ({ data }) => {
  try {
    if (data.settings) await Promise.race([watchFetches(), load(data.settings)]);
    else tell("done", { ok: session.run(data.code, data.name) });
  } catch (error) {
    const kind = data.settings ? "failed" : "crashed";
    await new Promise(setTimeout); // a refusal is told after what it breaks
    const detail = refused ?? `${error}`;
    tell(kind, { url: error.url ?? data.settings?.pyodide, detail });
  }
};
