// All of the reader's work as one file, and back; and a page as their own notebook.
import { change, home, key, load, mend } from "./store.js";

function download(name, content) {
  const href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)]));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

// What the browser keeps of this site, by kind (":" or "!") and path from its home.
function saveAll() {
  const start = `udl:${home().pathname}`;
  const names = Object.keys(localStorage).filter((name) =>
    name.replace("!", ":").startsWith(start),
  );
  const path = (name) => name[3] + name.slice(start.length);
  const kept = names.map((name) => [path(name), localStorage.getItem(name)]);
  download("my-udl-work.json", { udl: 2, kept: Object.fromEntries(kept) });
}

// What is here stays; of two edits of a cell the newer one stands in it.
function merge(record, other) {
  const has = (edit) => record.edits.some((own) => own.to === edit.to);
  record.edits.push(...other.edits.filter((edit) => !has(edit)));
  record.edits.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  record.solved = [...new Set([...record.solved, ...other.solved])];
  record.answers = { ...other.answers, ...record.answers };
  record.of ||= other.of;
  record.last ||= other.last;
}

function readAll(text) {
  const { udl, kept } = JSON.parse(text);
  if (udl !== 2) throw new Error("not ours");
  const good = Object.entries(kept).map(([path, found]) => {
    const { href } = new URL(`./${path.slice(1)}`, home());
    if (path[0] === "!" || !href.startsWith(home().href)) return true;
    return change((record) => merge(record, mend(found).record), href);
  });
  // This tab is told as the others are.
  dispatchEvent(new StorageEvent("storage", { key: key(), newValue: "merged" }));
  return good.every(Boolean) ? "Your work is here." : "There is no room for all of it.";
}

async function saveNotebook(address) {
  const notebook = await (await fetch(address)).json();
  const codes = notebook.cells.filter((cell) => cell.cell_type === "code");
  for (const { from, to } of load().edits) {
    const old = codes.findIndex(({ source }) => source.join("") === from);
    const spare = { ...codes[0], id: `own-${notebook.cells.length}` };
    const cell = codes[old] ?? spare;
    if (old < 0)
      notebook.cells.push(cell); // its own is gone
    else codes.splice(old, 1); // another edit is of another cell
    cell.source = to.split(/(?<=\n)/);
  }
  download(address.split("/").at(-1), notebook);
}

export function offerWork(bar, notebook) {
  const tell = (sentence) => (bar.querySelector(".live-kept").textContent = sentence);
  const [save, read, own] = bar.querySelectorAll(".live-work button");
  const file = Object.assign(document.createElement("input"), { type: "file" });
  const failed = () => tell("That is no file of this book.");
  file.onchange = () => file.files[0].text().then(readAll).then(tell, failed);
  save.onclick = saveAll;
  read.onclick = () => file.click();
  own.onclick = () =>
    saveNotebook(notebook).catch(() => tell("The notebook cannot be fetched now."));
}
