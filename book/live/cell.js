// A cell of the page: an editor in the place of its code, its buttons, its output.
import { clock } from "./clock.js";
import { makeEditor } from "./editor.js";
import { element, Output } from "./output.js";

const PAUSE = 500; // milliseconds: no second click of two hits a Stop

export function button(label, act) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", textContent: label, onclick: act });
  return made;
}

export class Cell {
  // page.run(cell) runs it, page.stop() stops it, page.kept hears of edits.
  constructor(box, number, page) {
    this.theirs = box.classList.contains("live-theirs"); // it came by a link
    const name = `cell ${number}${this.theirs ? " from the link" : ""}`;
    Object.assign(this, { box, name, number, ran: false });
    const input = box.querySelector(".cell_input");
    this.source = input.querySelector("pre").textContent.replace(/\n$/, "");
    // A cell in a solution runs when the reader asks for it, never by itself.
    this.solution = Boolean(box.closest(".solution, .tag_solution"));
    for (const child of input.children) child.hidden = true;
    const host = element("div", "live-editor");
    this.editor = makeEditor(host, this.source, `Code of ${this.name}`, {
      run: () => this.busy || page.run(this),
      complete: (path) => page.python.complete(path),
      changed: () => {
        this.ran = false;
        if (!this.theirs) page.kept?.changed(this); // not while they are put back
      },
    });
    this.runButton = button(`Run ${name}`, () => this.busy || page.run(this));
    this.stopButton = button(`Stop ${name}`, () => page.stop());
    this.linkButton = button(`Link to ${name}`, () => page.offerLink(this));
    this.stopButton.hidden = this.linkButton.hidden = true;
    const other = this.theirs
      ? button(`Use it as my cell ${number}`, () => page.take(this))
      : button(`Reset ${name}`, () => this.reset());
    const face = element("span", "live-clock");
    this.showSeconds = clock(face);
    const buttons = [this.runButton, other, this.linkButton, this.stopButton, face];
    input.append(host, element("div", "live-row", ...buttons));
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
    this.runButton.setAttribute("aria-disabled", busy); // it keeps the focus
    clearTimeout(this.timer);
    this.timer = busy && setTimeout(() => (this.stopButton.hidden = false), PAUSE);
    if (busy) return;
    if (document.activeElement === this.stopButton) this.runButton.focus();
    this.stopButton.hidden = true;
  }

  // What the reader asked to see is not left in a fold.
  unfold() {
    for (const fold of this.box.querySelectorAll("details")) {
      fold.open ||= fold.contains(this.output.box);
    }
  }
}
