// Runs the cells of a page, in order, and says how it goes. Loaded by the click.
import { button, Cell } from "./cell.js";
import { whyNot } from "./diagnose.js";
import { follow, vary } from "./follow.js";
import { Kept } from "./kept/kept.js";
import { boxes, linkTo } from "./kept/link.js";
import { Python } from "./python.js";
import { forget } from "./kept/offline.js";
import { crashed, isMemory, MEMORY, REMOVED, STOPPED } from "./sentences.js";

const READY = "Python is ready. Ctrl-Enter runs a cell; Escape, then Tab, leaves it.";

export class Page {
  constructor(bar, settings, resuming) {
    Object.assign(this, { bar, settings, turn: Promise.resolve(), round: 0 });
    [this.status, this.spoken] = bar.querySelectorAll("[role=status]");
    this.cells = boxes().map((box, i) => new Cell(box, i + 1, this));
    this.kept = new Kept(this, settings.version);
    this.python = new Python(settings, (state, content) => this.hear(state, content));
    document.addEventListener("udl:vary", (event) => vary(event, this));
    const all = button("Run all", () => this.runAll());
    const stop = button("Stop", () => this.stop());
    const restart = button("Restart", () => this.restart());
    const buttons = bar.querySelector(".live-buttons");
    const remove = button("Remove Python", () => this.remove());
    buttons.replaceChildren(all, stop, restart, this.kept.discardButton, remove);
    if (resuming) this.kept.resume();
    else all.focus(); // the button that was pressed is gone
  }

  async hear(state, { megabytes, url, detail }) {
    const all = this.settings.megabytes;
    this.bar.dataset.state = state;
    if (state === "ready") this.say(READY);
    else if (state === "failed") this.say(await whyNot(url, detail));
    else this.say(`Loading Python: ${Math.min(all, megabytes) | 0} of ${all} MB`);
  }

  async remove() {
    await forget();
    this.kept.note.textContent = REMOVED; // loading does not write there
  }

  say(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  // Runs come one after the other; a stop ends those that wait as well.
  inTurn(work) {
    const { round } = this;
    this.turn = this.turn.then(() => round === this.round && work());
    return this.turn;
  }

  async run(cell) {
    cell.unfold();
    cell.setBusy(true); // it may have to wait for others
    await this.inTurn(async () => (await this.runBefore(cell)) && this.execute(cell));
    cell.setBusy(false);
  }

  // A cell that came by a link runs by its own button only, after the page's before it.
  showTheirs(box) {
    const number = boxes().indexOf(box?.previousElementSibling) + 1;
    this.theirs = box && new Cell(box, number, this);
  }

  take({ number, editor, box }) {
    this.kept.take(this.cells[number - 1], editor.text);
    history.replaceState(null, "", location.pathname);
    box.remove();
  }

  async offerLink(cell) {
    const link = linkTo(cell);
    try {
      await navigator.clipboard.writeText(link);
      this.say(`A link that carries ${cell.name} is copied.`);
    } catch {
      prompt(`A link that carries ${cell.name}:`, link);
    }
  }

  runAll() {
    this.inTurn(async () => {
      for (const cell of this.cells) cell.ran = false;
      if (await this.runBefore()) this.say("All cells have run.");
    });
  }

  // Runs the cells before `last` that have not run; those of solutions never.
  async runBefore(last) {
    for (const cell of this.cells) {
      if (cell.number === last?.number) break;
      if (!cell.ran && !cell.solution && !(await this.execute(cell))) return false;
    }
    return true;
  }

  async execute(cell) {
    const { output, name } = cell;
    const code = cell.editor.text;
    cell.setBusy(true);
    output.clear(cell.edited);
    const { how, detail } = await this.python.run(code, name, (message) => {
      output.show(message);
      if (message.verdict && !cell.theirs) this.kept.judge(message.verdict);
      if (isMemory(message)) output.text("traceback", MEMORY);
    });
    const why = { crashed: crashed(detail), failed: this.status.textContent };
    if (how === "stopped" || why[how]) {
      output.text("traceback", why[how] ?? STOPPED);
      this.forget();
    }
    if (how === "error") this.say(`Stopped at ${name}, which raised an error.`);
    if (how === "ok") this.say(READY); // what was wrong before no longer is
    if (how === "ok") await follow(this.settings.asked, cell, this.python);
    cell.setBusy(false);
    cell.ran = how === "ok" && code === cell.editor.text;
    if (!cell.theirs) this.kept.reached(cell);
    this.spoken.textContent = `${name}: ${output.finish()}`;
    return how === "ok";
  }

  stop() {
    if ([...this.cells, this.theirs].some((cell) => cell?.busy)) this.restart();
  }

  restart() {
    this.forget();
    this.python.restart();
  }

  // The new Python knows nothing of what has run.
  forget() {
    this.round += 1;
    for (const cell of this.cells) cell.ran = false;
  }
}
