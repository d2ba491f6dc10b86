// What the reader is told when something is not as it should be.

const READABLE = "The page can be read as it is.";

export const FILE =
  "Opened from a file, a page cannot start Python: browsers refuse that. Serve the " +
  `folder of the site (python -m http.server) and open it from there. ${READABLE}`;

export function unreachable(url) {
  const { host } = new URL(url, location.href);
  const offline = `You are offline: Python cannot come from ${host}.`;
  const blocked =
    `Python could not be loaded: ${host} does not answer as it should. You may be ` +
    "offline, or a filter blocks that address.";
  return `${navigator.onLine ? blocked : offline} ${READABLE}`;
}

export const STOPPED =
  "Stopped. Python starts again, with no variables: earlier cells run first when you " +
  "run one.";

export const MEMORY =
  "That is more memory than a browser gives a page: 4 GB at most, on a phone far less. " +
  "Try fewer samples or a coarser grid.";

export function crashed(detail = "") {
  const other = `Python broke down (${detail.split("\n")[0].slice(0, 120)}).`;
  const why = /memory|alloc/i.test(detail) ? MEMORY : other;
  return `${why} It starts again, with no variables.`;
}
