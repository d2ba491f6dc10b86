// What the reader's browser keeps of each page: edits, solved exercises, the place.

const EMPTY = { version: "", edits: [], solved: [], of: 0, last: 0 };

function key(url) {
  return `udl:${new URL(url, location.href).pathname}`;
}

export function load(url = location.href) {
  try {
    return { ...EMPTY, ...JSON.parse(localStorage.getItem(key(url))) };
  } catch {
    return { ...EMPTY }; // storage is refused, or not ours
  }
}

// Says whether the browser kept it.
export function save(record) {
  try {
    localStorage.setItem(key(location.href), JSON.stringify(record));
    return true;
  } catch {
    return false;
  }
}
