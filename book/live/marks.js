// Marks of solved exercises: beside each on the page, and in the sidebar.
import { load } from "./store.js";

function mark(place, text, words) {
  place.querySelector(":scope > .live-mark")?.remove();
  if (!text) return;
  const made = document.createElement("span");
  made.className = "live-mark";
  const shown = document.createElement("span");
  shown.setAttribute("aria-hidden", "true");
  shown.textContent = text;
  const spoken = document.createElement("span");
  spoken.className = "live-spoken";
  spoken.textContent = ` (${words})`;
  made.append(shown, spoken);
  place.append(made);
}

export function showMarks() {
  const { solved } = load();
  for (const id of solved) {
    const name = `ex-${id.replaceAll(".", "-")}`;
    const title = document.querySelector(`#${CSS.escape(name)} > .udl-title`);
    if (title) mark(title, "✓ solved", "you have solved this");
  }
  for (const link of document.querySelectorAll(".bd-sidebar nav a[href]")) {
    const record = load(link.href);
    const count = record.solved.length;
    const all = count >= record.of;
    const words = `${count} of ${record.of} exercises solved`;
    mark(link, count && (all ? "✓" : `${count}/${record.of}`), words);
  }
}

// Says before the click what the browser has kept of this page.
export function tellKept(status, resume) {
  const { edits, last } = load();
  const cells = edits.length === 1 ? "a cell" : `${edits.length} cells`;
  if (edits.length) {
    status.textContent = `Your edits of ${cells} are kept in this browser.`;
  }
  resume.hidden = !last;
}
