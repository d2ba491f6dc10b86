// Python in a worker: one Pyodide, which runs one cell after another.
// In: {settings} once, then {code, name}, {complete} or {asked}. Out: {kind, ...}, where kind is
// "loading", "ready" or "failed" at first, then "messages", "done", "crashed", "names",
// "answers".

const MODULES = ["__init__", "outbox", "forms", "telling", "figures", "session"];
const ALARM = 14; // the number of SIGALRM
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

// Python looks every few instructions whether a signal has come. It reads the number in
// shared memory, as a rule; we give it a clock to read, so that an alarm can ring.
function alarmClock(python) {
  let rings, again;
  const clock = {
    get 0() {
      if (performance.now() < rings) return 0;
      rings = again ? performance.now() + again : Infinity;
      return ALARM;
    },
    set 0(_) {},
  };
  return (which, seconds, interval = 0) => {
    [rings, again] = [performance.now() + seconds * 1000, interval * 1000];
    python.setInterruptBuffer(seconds ? clock : undefined);
    return python.toPy([0, 0]);
  };
}

async function load({ pyodide, packages, wheel }) {
  const { loadPyodide } = await import(`${pyodide}pyodide.mjs`);
  const harness = MODULES.map(async (name) => {
    const answer = await fetch(new URL(`harness/${name}.py`, self.location));
    return [name, await answer.text()];
  });
  const backend = "module://harness.figures";
  const [python, library, ...modules] = await Promise.all([
    loadPyodide({ indexURL: pyodide, packages, env: { MPLBACKEND: backend } }),
    // A new wheel has the old one's name: the site is asked whether it has changed.
    fetch(wheel, { cache: "no-cache" }).then((answer) => answer.arrayBuffer()),
    ...harness,
  ]);
  const missing = packages.filter((name) => !(name in python.loadedPackages));
  if (missing.length) throw new Error(`not loaded: ${missing}`);
  python.unpackArchive(library, "wheel");
  python.FS.mkdir("harness");
  for (const [name, text] of modules) python.FS.writeFile(`harness/${name}.py`, text);
  const signal = python.pyimport("signal");
  Object.assign(signal, { ITIMER_REAL: 0, setitimer: alarmClock(python) });
  const send = (text) => tell("messages", { messages: JSON.parse(text) });
  session = python.pyimport("harness.session").Session(send, python.globals);
  self.close = () => {
    throw new Error("close() would end Python: use Restart, above.");
  };
  tell("ready");
  // While the reader still reads: what the first figure and the first check need.
  const figures = packages.includes("matplotlib");
  const globals = python.toPy({});
  if (figures) python.runPython("import udl.display, udl.exercises", { globals });
}

self.onmessage = async ({ data }) => {
  try {
    if (data.settings) await Promise.race([watchFetches(), load(data.settings)]);
    else if (data.complete)
      tell("names", { names: JSON.parse(session.complete(data.complete)) });
    else if (data.asked)
      tell("answers", { answers: JSON.parse(session.answer(data.asked)) });
    else tell("done", { ok: await session.run(data.code, data.name) });
  } catch (error) {
    const kind = data.settings ? "failed" : "crashed";
    await new Promise(setTimeout); // a refusal is told after what it breaks
    const detail = refused ?? `${error}`;
    tell(kind, { url: error.url ?? data.settings?.pyodide, detail });
  }
};
