// All of the reader's work as one file, and back; and a page as their own notebook.
import { change, damaged, home, key, load, mend, pages } from "./store.js";

function download(name, content) {
  const href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 1)]));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

const address = (path) => new URL(path, home()).href;
const table = (make) =>
  Object.fromEntries(pages().map((path) => [path, make(address(path))]));

function saveAll() {
  const day = new Date().toISOString().slice(0, 10);
  download(`udl-work-${day}.json`, {
    udl: 2,
    pages: table(load),
    damaged: table(damaged),
  });
}

// What is here stays; of two edits of a cell the newer one stands in it.
function merge(record, other) {
  const same = (a) => (b) => a.from === b.from && a.to === b.to;
  const edits = other.edits.filter((edit) => !record.edits.some(same(edit)));
  record.edits.push(...edits);
  record.edits.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  record.solved = [...new Set([...record.solved, ...other.solved])];
  record.answers = { ...other.answers, ...record.answers };
  record.of ||= other.of;
  record.last ||= other.last;
}

function readAll(text) {
  const found = JSON.parse(text);
  if (found?.udl !== 2) throw new Error("not ours");
  const inside = Object.entries(found.pages).filter(([path]) =>
    address(path).startsWith(home().href),
  );
  const kept = inside.every(([path, record]) =>
    change((own) => merge(own, mend(record).record), address(path)),
  );
  const newValue = "merged"; // this tab is told as the others are
  dispatchEvent(new StorageEvent("storage", { key: key(), newValue }));
  const count = `${inside.length} page${inside.length === 1 ? "" : "s"}`;
  return kept
    ? `Your work on ${count} is here.`
    : "This browser has no room for all of it.";
}

function loadAll(tell) {
  const input = Object.assign(document.createElement("input"), { type: "file" });
  input.onchange = () =>
    input.files[0]
      .text()
      .then(readAll)
      .then(tell, () => tell("That is no file of this book."));
  input.click();
}

async function saveNotebook(address, tell) {
  const notebook = await (await fetch(address)).json();
  const cells = notebook.cells.filter((cell) => cell.cell_type === "code");
  for (const { from, to } of load().edits) {
    const i = cells.findIndex(({ source }) => source.join("") === from);
    const cell =
      i < 0 ? { ...cells[0], id: `mine-${notebook.cells.length}` } : cells[i];
    if (i < 0)
      notebook.cells.push(cell); // its own is gone
    else cells.splice(i, 1); // another edit is of another cell
    cell.source = to.split(/(?<=\n)/);
  }
  download(address.split("/").at(-1), notebook);
  tell("");
}

export function offerWork(bar, notebook) {
  const note = bar.querySelector(".live-kept");
  const tell = (sentence) => (note.textContent = sentence);
  const [save, read, own] = bar.querySelectorAll(".live-work button");
  save.onclick = saveAll;
  read.onclick = () => loadAll(tell);
  own.onclick = () =>
    saveNotebook(notebook, tell).catch(() =>
      tell("The notebook cannot be fetched now."),
    );
}
