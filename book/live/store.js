// What the reader's browser keeps of each page. Other tabs write the same records, so
// every change is made to the newest one, and nobody holds a copy for long.

const FORM = 2; // a record of the first form does not say so
const all = (list, good) => Array.isArray(list) && list.every(good);
const isText = (value) => typeof value === "string";
const isEdit = (edit) =>
  Number.isInteger(edit?.cell) && all([edit.from, edit.to], isText);
const isTable = (value) => value?.constructor === Object;
// What each field is at first, and whether one that was found is whole.
const FIELDS = {
  version: [() => "", isText],
  edits: [() => [], (edits) => all(edits, isEdit)], // the newest of a cell comes first
  solved: [() => [], (ids) => all(ids, isText)],
  answers: [() => ({}), (found) => isTable(found) && all(Object.values(found), isText)],
  of: [() => 0, Number.isInteger],
  last: [() => 0, Number.isInteger],
};

export const key = (url = location.href) =>
  `udl:${new URL(url, location.href).pathname}`;
const asideKey = (url) => key(url).replace(":", "!"); // as long, so that it fits
export const home = () =>
  new URL(document.documentElement.dataset.content_root ?? "./", location.href);

// Of what was found, the fields that are whole; and whether all are.
export function mend(found) {
  const known = isTable(found) && !(found.form > FORM);
  const record = { form: FORM };
  let whole = known;
  for (const [name, [make, good]] of Object.entries(FIELDS)) {
    const sound = known && good(found[name]);
    record[name] = sound ? found[name] : make();
    whole &&= sound || !(name in found);
  }
  return { record, whole };
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const refused = () => !(window.localStorage instanceof Storage); // see theme.py

export function load(url) {
  const text = localStorage.getItem(key(url));
  const { record, whole } = mend(parse(text ?? "{}"));
  if (!whole) setAside(url, text, record);
  return record;
}

function setAside(url, text, record) {
  localStorage.removeItem(key(url));
  localStorage.setItem(asideKey(url), [damaged(url), text].join("\n").trim());
  save(record, url);
}

// What could not be read, as text; none is empty.
export const damaged = (url) => localStorage.getItem(asideKey(url)) ?? "";
export const forgetDamaged = (url) => localStorage.removeItem(asideKey(url));

function save(record, url) {
  try {
    localStorage.setItem(key(url), JSON.stringify(record));
    return !refused();
  } catch {
    return false; // storage is full
  }
}

// Makes a change to the newest record; says whether the browser kept it.
export function change(act, url) {
  const record = load(url);
  act(record);
  return save(record, url);
}

// Paths of the pages of this site of which something is kept, from its home.
export function pages() {
  const start = `udl:${home().pathname}`;
  return Object.keys(localStorage)
    .filter((name) => name.replace("!", ":").startsWith(start))
    .map((name) => name.slice(start.length))
    .filter((path, i, paths) => paths.indexOf(path) === i);
}
