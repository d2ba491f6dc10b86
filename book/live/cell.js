// A cell of the page: an editor in the place of its code, Run, Reset, its output.
import { clock } from "./clock.js";
import { makeEditor } from "./editor.js";
import { element, Output } from "./output.js";

export function button(label, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: label, onclick: act });
  return made;
}

export class Cell {
  // page.run(cell) runs it, page.stop() stops it, page.kept hears of edits.
  constructor(box, number, page) {
    Object.assign(this, { box, name: `cell ${number}`, number, ran: false });
    const input = box.querySelector(".cell_input");
    this.source = input.querySelector("pre").textContent.replace(/\n$/, "");
    // A cell in a solution runs when the reader asks for it, never by itself.
    this.solution = Boolean(box.closest(".solution, .tag_solution"));
    for (const child of input.children) child.hidden = true;
    const host = element("div", "live-editor");
    this.editor = makeEditor(host, this.source, `Code of ${this.name}`, {
      run: () => page.run(this),
      complete: (path) => page.python.complete(path),
      changed: () => {
        this.ran = false;
        page.kept?.note(this); // not while what was kept is put back
      },
    });
    // One button runs and stops, so that the focus stays where it is.
    const press = () => (this.busy ? page.stop() : page.run(this));
    this.runButton = button(`Run ${this.name}`, press);
    const reset = button(`Reset ${this.name}`, () => this.reset());
    const face = element("span", "live-clock");
    this.showSeconds = clock(face);
    input.append(host, element("div", "live-row", this.runButton, reset, face));
    this.output = new Output(box);
  }

  get edited() {
    return this.editor.text !== this.source;
  }

  reset() {
    if (this.edited) this.editor.text = this.source;
  }

  setBusy(busy) {
    this.busy = busy;
    this.showSeconds(busy);
    this.box.classList.toggle("live-busy", busy);
    this.runButton.textContent = `${busy ? "Stop" : "Run"} ${this.name}`;
  }

  // What the reader asked to see is not left in a fold.
  unfold() {
    for (const fold of this.box.querySelectorAll("details")) {
      fold.open ||= fold.contains(this.output.box);
    }
  }
}
