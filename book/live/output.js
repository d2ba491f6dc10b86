// What a cell shows, in the place and with the look of the built page's outputs.
import { setText } from "./terminal.js";

const ORIGINAL = "This caption describes the original: you have edited the cell.";

export function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

export class Output {
  constructor(cell) {
    this.box = cell.querySelector(".cell_output");
    if (!this.box) {
      this.box = element("div", "cell_output docutils container");
      cell.append(this.box);
    }
    this.figure = this.box.querySelector("figure");
    this.note = element("p", "live-note", ORIGINAL);
  }

  // A figure keeps its place, its number and its caption, which may speak of another.
  clear(edited) {
    const { box, figure } = this;
    box.replaceChildren(...(figure ? [figure] : []));
    Object.assign(this, {
      drawn: false,
      spoken: [],
      last: undefined,
      images: undefined,
    });
    if (edited) figure?.querySelector("figcaption")?.prepend(this.note);
    else this.note.remove();
  }

  // Gives what is to be announced, the beginning of it at most.
  finish() {
    if (this.figure) this.figure.hidden = !this.drawn;
    // Who looks after boxes that scroll is told of new ones.
    this.box.dispatchEvent(new Event("udl:output", { bubbles: true }));
    return this.spoken.join("").slice(0, 300) || "done";
  }

  show({ kind, name, text, data, metadata, verdict }) {
    if (kind === "text") this.text(name === "stdout" ? "stream" : "stderr", text);
    else if (kind === "error") this.text("traceback", text);
    else this.display(data, metadata, verdict);
  }

  text(look, text) {
    if (!this.last?.classList.contains(look)) {
      const lines = element("div", "highlight live-lines", element("pre", ""));
      this.place(
        element("div", `output ${look} highlight-myst-ansi notranslate`, lines),
      );
    }
    const pre = this.last.querySelector("pre");
    pre.printed = `${pre.printed ?? ""}${text}`; // with returns and escapes
    if (/[\r\x1b]/.test(pre.printed)) setText(pre, pre.printed);
    else pre.append(text);
    this.spoken.push(text);
  }

  display(data, metadata, verdict) {
    const has = (...mimes) => mimes.find((mime) => mime in data);
    const image = has("image/svg+xml", "image/png");
    const typeset = has("text/markdown", "text/latex");
    if (image) this.image(data, image, metadata[image] ?? {});
    else if (has("text/html")) this.html(data["text/html"], data["text/plain"]);
    else if (typeset) this.typeset(data[typeset], verdict);
    else this.text("text_plain", `${data["text/plain"]}\n`);
    if (has("text/html") || typeset) this.spoken.push(data["text/plain"]);
  }

  // The figure has not come yet: what comes before it stands above it.
  get waits() {
    return this.figure && !this.drawn;
  }

  place(made) {
    this.last = this.box.insertBefore(made, this.waits ? this.figure : null);
    return made;
  }

  image(data, mime, { width, height }) {
    const coded = mime === "image/png" ? ";base64" : "";
    const old = this.waits ? [...this.figure.querySelectorAll("img.udl-figure")] : [];
    this.images = [data[mime], data["application/vnd.udl.dark"]]
      .filter(Boolean)
      .map((content, number, { length }) => {
        const image = new Image(width, height);
        image.className = `udl-figure ${length > 1 ? ["udl-light", "udl-dark"][number] : ""}`;
        image.alt = data["text/plain"];
        image.src = `data:${mime}${coded},${encodeURIComponent(content)}`;
        return image;
      });
    if (old.length) old[0].before(...this.images);
    else this.place(element("div", "output", ...this.images));
    for (const image of old) image.remove();
    this.drawn ||= old.length > 0;
  }

  // Says what the cell's last figure shows.
  describe(text) {
    for (const image of this.images ?? []) image.alt = text;
    if (this.images) this.spoken.push(text);
  }

  // HTML could be anyone's: a cell may have come by a link.
  async html(text, plain) {
    const made = this.place(element("div", "output text_html live-lines"));
    try {
      made.innerHTML = (await import("./sanitize.js")).sanitize(text);
    } catch {
      made.textContent = plain; // no network
    }
  }

  async typeset(text, verdict) {
    const card = element("div", verdict ? `udl-card udl-card--${verdict.status}` : "");
    this.place(element("div", "output text_html", card));
    (await import("./mathematics.js")).typeset(card, text);
  }
}
