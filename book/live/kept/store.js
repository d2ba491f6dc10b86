// What the reader's browser keeps of each page. Other tabs write the same records, so
// every change is made to the newest one, and nobody holds a copy for long.

const FORM = 2; // a record of the first form does not say so
const FIRST = '{"version":"","edits":[],"solved":[],"answers":{},"of":0,"last":0}';
const text = (value) => typeof value === "string";
const table = (value) => value?.constructor === Object;
const edit = (value) => [value?.from, value?.to].every(text) && value.cell >= 0;
const all = (good) => (value) => Array.isArray(value) && value.every(good);
const WHOLE = {
  version: text,
  edits: all(edit), // the newest of a cell comes first
  solved: all(text),
  answers: (value) => table(value) && Object.values(value).every(text),
  of: Number.isInteger,
  last: Number.isInteger,
};

export const home = () =>
  new URL(document.documentElement.dataset.content_root ?? "./", location.href);
export const key = (url = location.href) =>
  `udl:${new URL(url, location.href).pathname}`;
const asideKey = (url) => key(url).replace(":", "!"); // as long, so that it fits

// Of what was found, the fields that are whole; and whether all are.
export function mend(found) {
  const record = { form: FORM, ...JSON.parse(FIRST) };
  try {
    const fields = JSON.parse(found);
    if (!table(fields) || fields.form > FORM) return { record };
    const names = Object.keys(fields).filter((name) => name in WHOLE);
    const good = names.filter((name) => WHOLE[name](fields[name]));
    for (const name of good) record[name] = fields[name];
    return { record, whole: good.length === names.length };
  } catch {
    return { record };
  }
}

export function load(url) {
  const found = localStorage.getItem(key(url)) ?? "{}";
  const { record, whole } = mend(found);
  if (whole) return record;
  localStorage.removeItem(key(url));
  localStorage.setItem(asideKey(url), `${damaged(url)}\n${found}`.trim());
  save(record, url);
  return record;
}

// What could not be read, as text; none is empty.
export const damaged = (url) => localStorage.getItem(asideKey(url)) ?? "";
export const forgetDamaged = () => localStorage.removeItem(asideKey());

function save(record, url) {
  try {
    localStorage.setItem(key(url), JSON.stringify(record));
    return localStorage instanceof Storage; // else it is theme.py's stand-in
  } catch {
    return false; // it is full
  }
}

// Makes a change to the newest record; says whether the browser kept it.
export function change(act, url) {
  const record = load(url);
  act(record);
  return save(record, url);
}
