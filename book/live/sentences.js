// What the reader is told when something is not as it should be.

export const READABLE = "The page can be read as it is.";

export const FILE =
  "Opened from a file, a page cannot start Python: browsers refuse that. Serve the " +
  `folder of the site (python -m http.server) and open it from there. ${READABLE}`;

export const FULL =
  "This browser keeps nothing more for this site: save your work as a file before you " +
  "leave.";

export const DAMAGED =
  "Some of what was kept of this page could not be read. It is set aside, and goes into " +
  "the file with all your work.";

export const STOPPED =
  "Stopped. Python starts again, with no variables: earlier cells run first when you " +
  "run one.";

const TOO_MUCH =
  /^\S*MemoryError\b|^ValueError: .*(array is too big|maximum allowed dimension)/i;

export const MEMORY =
  "That is more memory than a browser gives a page: 4 GB at most, on a phone far less. " +
  "Try fewer samples or a coarser grid.";

// Of an error, whose last line names it; what a cell prints may say anything.
export const isMemory = ({ kind, text }) =>
  kind === "error" && TOO_MUCH.test(text.trimEnd().split("\n").at(-1));

export function crashed(detail = "") {
  const other = `Python broke down (${detail.split("\n")[0].slice(0, 120)}).`;
  const why = /memory|alloc/i.test(detail) ? MEMORY : other;
  return `${why} It starts again, with no variables.`;
}

export const REMOVED =
  "Python and the pages that you opened are no longer kept in this browser.";
