// The page's side of the worker: starts it, hands it cells, stops it.

const PATIENCE = 60_000; // milliseconds without a byte, or with what a slow phone does

export class Python {
  // report(state, content) hears of "loading", "ready" and "failed".
  constructor(settings, report) {
    Object.assign(this, { settings, report });
    this.start();
  }

  start() {
    const url = new URL("worker.js", this.settings.files);
    this.worker = new Worker(url, { type: "module" });
    this.ready = new Promise((resolve) => {
      this.settle = resolve;
    });
    this.worker.onmessage = ({ data: { kind, ...content } }) =>
      this.hear(kind, content);
    // Once Python runs, it is a callback of the reader's that failed.
    this.worker.onerror = (event) => {
      event.preventDefault();
      if (this.alive) this.show?.({ kind: "error", text: `${event.message}\n` });
      else this.hear("failed", { url });
    };
    this.hear("loading", { megabytes: 0 });
    this.worker.postMessage({ settings: this.settings });
  }

  hear(kind, content) {
    if (kind === "messages") for (const message of content.messages) this.show(message);
    else if (kind === "names") this.named(content.names);
    else if (kind === "answers") this.answered(content.answers);
    else if (kind === "done") this.finish(content.ok ? "ok" : "error");
    else if (kind === "crashed") this.restart("crashed", content.detail);
    else {
      this.failed = kind === "failed";
      this.alive = kind === "ready";
      if (this.failed) this.worker.terminate();
      const told = this.report(kind, content);
      if (kind !== "loading") told.then(this.settle);
      clearTimeout(this.silence); // a host that never answers is not waited for
      const give = () => this.hear("failed", { url: this.settings.pyodide });
      this.silence = kind === "loading" && setTimeout(give, PATIENCE);
    }
  }

  // Runs a cell; show() gets its messages. Gives {how, detail}, where `how` is "ok",
  // "error", "stopped", "crashed", or "failed" when there is no Python.
  run(code, name, show) {
    if (this.failed) this.restart();
    return new Promise((resolve) => {
      const job = { show, resolve };
      Object.assign(this, { job, show });
      this.ready.then(() => {
        if (this.job !== job) return; // stopped while Python was loading
        if (this.failed) this.finish("failed");
        else this.worker.postMessage({ code, name });
      });
    });
  }

  // Gives names that may follow a dotted name; none while a cell runs.
  complete(path) {
    if (!this.alive || this.job) return [];
    return new Promise((resolve) => {
      this.named = resolve;
      this.worker.postMessage({ complete: path });
    });
  }

  // Gives the text of each expression, or null.
  answer(asked) {
    return new Promise((resolve) => {
      this.answered = resolve;
      this.worker.postMessage({ asked: JSON.stringify(asked) });
    });
  }

  finish(how, detail) {
    const { job } = this;
    this.job = undefined;
    job?.resolve({ how, detail });
  }

  // Without special headers from the host, no other way ends a loop.
  restart(how = "stopped", detail = "") {
    this.worker.terminate();
    Object.assign(this, { failed: false, alive: false });
    this.named?.([]);
    this.answered?.([]);
    this.finish(how, detail);
    this.start();
  }
}
