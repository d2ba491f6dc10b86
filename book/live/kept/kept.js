// Keeps the reader's edits, solved exercises and place, in their own browser.
import { button } from "../cell.js";
import { showMarks } from "./marks.js";
import { FULL } from "../sentences.js";
import { change, forgetDamaged, key, load } from "./store.js";

const DELAY = 300; // milliseconds after the last key
const EXERCISE = /^Exercise ((?:\d+|[A-Z])\.\d+\.\d+)/;

export class Kept {
  constructor(page, version) {
    this.page = page;
    this.note = page.bar.querySelector(".live-kept");
    this.pending = new Map(); // changes that the record has not seen
    this.discardButton = button("Discard my edits", () => this.discard());
    this.fold = page.bar.querySelector(".live-strays");
    this.restore();
    const of = document.querySelectorAll(".udl-exercise").length;
    this.pending.set("page", (record) => Object.assign(record, { version, of }));
    addEventListener("pagehide", () => this.timer && this.write());
    addEventListener("storage", (event) => {
      if (event.key === key() && event.newValue) this.restore();
    });
  }

  // An edit goes to the cell that it was made of, wherever that stands now.
  place(edits) {
    const { cells } = this.page;
    const homes = new Map();
    const strays = edits.filter((edit) => {
      const made = ({ source }) => source === edit.from;
      const cell = [cells[edit.cell - 1], ...cells].find((each) => each && made(each));
      const free = cell && !homes.has(cell);
      if (free) homes.set(cell, edit);
      return !free;
    });
    return { homes, strays };
  }

  // Another tab may have written: its edits come, and what is typed here stays.
  restore() {
    const { homes, strays } = this.place(load().edits);
    this.restoring = true;
    for (const cell of this.page.cells) {
      const text = homes.get(cell)?.to ?? cell.source;
      if (!this.pending.has(cell) && cell.editor.text !== text) cell.editor.text = text;
    }
    this.restoring = false;
    this.showStrays(strays);
    this.showButtons();
  }

  // Edits of cells that have changed, and those that gave way to newer ones.
  showStrays(strays) {
    const blocks = strays.map(({ to }) =>
      Object.assign(document.createElement("pre"), { textContent: to }),
    );
    this.fold.replaceChildren(this.fold.querySelector("summary"), ...blocks);
    this.fold.hidden = !strays.length;
  }

  showButtons() {
    for (const cell of this.page.cells) cell.linkButton.hidden = !cell.edited;
    const edited = this.page.cells.some((cell) => cell.edited);
    this.discardButton.hidden = !edited && this.fold.hidden;
  }

  changed(cell) {
    if (this.restoring) return;
    this.showButtons();
    this.pending.set(cell, (record) => {
      const { homes, strays } = this.place(record.edits);
      homes.delete(cell);
      if (cell.edited) homes.set(cell, this.edit(cell, cell.editor.text));
      record.edits = [...homes.values(), ...strays];
      record.last = cell.number;
    });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.write(), DELAY);
  }

  edit = ({ number, source }, to) => ({
    cell: number,
    from: source,
    to,
    at: Date.now(),
  });

  write() {
    this.timer = undefined;
    const acts = [...this.pending.values()];
    const good = change((record) => acts.forEach((act) => act(record)));
    if (good) this.pending.clear();
    this.note.textContent = good ? "" : FULL;
  }

  now(name, act) {
    this.pending.set(name, act);
    this.write();
  }

  reached = ({ number }) => this.now("last", (record) => (record.last = number));

  // What stood in the cell is not lost: it becomes an edit without a cell.
  take(cell, text) {
    this.now("taken", ({ edits }) => edits.unshift(this.edit(cell, text)));
    this.restore();
  }

  judge({ status, title }) {
    const id = EXERCISE.exec(title)?.[1];
    if (status !== "correct" || !id) return;
    this.now(id, ({ solved }) => solved.includes(id) || solved.push(id));
    showMarks();
  }

  discard() {
    if (!confirm("Put all cells of this page back as they were?")) return;
    this.pending.clear();
    forgetDamaged();
    this.now("edits", (record) => (record.edits = []));
    this.restore();
  }

  resume() {
    const cell = this.page.cells[load().last - 1];
    cell?.box.scrollIntoView({ block: "center" });
    cell?.editor.focus();
  }
}
