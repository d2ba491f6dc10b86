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
  for (const id of load().solved) {
    const name = `ex-${id.replaceAll(".", "-")}`;
    const title = document.querySelector(`#${CSS.escape(name)} > .udl-title`);
    if (title) mark(title, "✓ solved", "you have solved this");
  }
  for (const link of document.querySelectorAll(".bd-sidebar nav a[href]")) {
    const { solved, of } = load(link.href);
    const count = Math.min(solved.length, of); // a new version may have fewer
    const words = `${count} of ${of} exercises solved`;
    mark(link, count && (count === of ? "✓" : `${count}/${of}`), words);
  }
}
