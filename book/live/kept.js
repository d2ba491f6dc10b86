// Keeps the reader's edits, solved exercises and place, in their own browser.
import { button } from "./cell.js";
import { showMarks } from "./marks.js";
import { load, save } from "./store.js";

const NOT_KEPT =
  "This browser keeps nothing for this site: your edits are lost when you leave.";
const DELAY = 300; // milliseconds after the last key
const EXERCISE = /^Exercise (\d+\.\d+\.\d+)/;

export class Kept {
  constructor(page, version) {
    this.page = page;
    this.record = load();
    this.strays = [];
    this.discardButton = button("Discard my edits", () => this.discard());
    this.restore();
    this.showButton();
    this.record.version = version;
    this.record.of = document.querySelectorAll(".udl-exercise").length;
    addEventListener("pagehide", () => this.timer && this.write());
  }

  // An edit goes to the cell that it was made of, wherever that stands now.
  restore() {
    const { cells } = this.page;
    for (const edit of this.record.edits) {
      const own = cells[edit.cell - 1];
      const cell =
        own?.source === edit.from
          ? own
          : cells.find(({ source }) => source === edit.from);
      if (cell) cell.editor.text = edit.to;
      else this.strays.push(edit);
    }
    if (this.strays.length) this.showStrays();
  }

  // The page has a new version in which these cells are not what they were.
  showStrays() {
    this.fold = document.createElement("details");
    const summary = document.createElement("summary");
    summary.textContent = "This page has changed: your edits of cells that it had";
    const blocks = this.strays.map(({ to }) => {
      const block = document.createElement("pre");
      block.textContent = to;
      return block;
    });
    this.fold.append(summary, ...blocks);
    this.page.bar.append(this.fold);
  }

  showButton() {
    const some = this.strays.length || this.page.cells.some((cell) => cell.edited);
    this.discardButton.hidden = !some;
  }

  note(cell) {
    this.showButton();
    this.record.last = cell.number;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), DELAY);
  }

  write() {
    this.timer = undefined;
    const edited = this.page.cells.filter((cell) => cell.edited);
    const edits = edited.map((cell) => ({
      cell: cell.number,
      from: cell.source,
      to: cell.editor.text,
    }));
    this.record.edits = [...edits, ...this.strays];
    if (!save(this.record)) this.page.say(NOT_KEPT);
  }

  reached(cell) {
    this.record.last = cell.number;
    this.write();
  }

  judge({ status, title }) {
    const id = EXERCISE.exec(title)?.[1];
    if (status !== "correct" || !id || this.record.solved.includes(id)) return;
    this.record.solved.push(id);
    this.write();
    showMarks();
  }

  discard() {
    if (!confirm("Put all cells of this page back as they were?")) return;
    this.strays = [];
    this.fold?.remove();
    for (const cell of this.page.cells) cell.reset();
    this.showButton();
    this.write();
  }

  resume() {
    const cell = this.page.cells[this.record.last - 1];
    cell?.box.scrollIntoView({ block: "center" });
    cell?.editor.focus();
  }
}
