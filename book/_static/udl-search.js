// Changes to Sphinx's search, on the search page only: pages of the book before pages
// about it, and excerpts of prose, without formulas twice over and without answers. Numbers and other spellings find pages too.

const NUMBERED = /\/(?:\d+|[a-z])-\d+-[^/]+$/; // a page such as 5-1-least-squares-loss
const ABOUT = /\/(reference\/|status$|differences$|references$|coming-from)/;
const LEFT_OUT = [
  ".headerlink, script, style, .highlight, .udl-launch, .live-bar",
  ".udl-feedback, .udl-hints, .udl-note, details, .toctree-wrapper",
];
const LONGEST_FORMULA = 12;

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

// Sphinx gives 15 for a word in the title of a page or of a section, 5 in the text. A
// page that is about the words has all of them in its title: it comes first.
Scorer.score = ([docname, title, anchor, , score]) => {
  if (ABOUT.test(docname)) return score - 20;
  const asked = wordsOf(new URLSearchParams(location.search).get("q") ?? "");
  const named = wordsOf(title.split(" > ")[0]);
  const about = !anchor && asked.every((word) => named.includes(word));
  return score + (about ? 20 : 0) + (NUMBERED.test(docname) ? 3 : 0);
};

// Words that readers write otherwise than the pages do: letters, British spelling.
const GREEK = {
  ...{ α: "alpha", β: "beta", γ: "gamma", δ: "delta", ε: "epsilon", η: "eta" },
  ...{ θ: "theta", λ: "lambda", μ: "mu", π: "pi", σ: "sigma", φ: "phi", ϕ: "phi" },
  ...{ ω: "omega" },
};
const BRITISH =
  /\b(\w*(?:optim|initial|regular|normal|general|minim|maxim|linear|visual|summa[r]))is(?=e|i|a)/gi;

const respelled = (query) =>
  query
    .replace(/\p{Script=Greek}/gu, (letter) => GREEK[letter.toLowerCase()] ?? letter)
    .replace(BRITISH, "$1iz")
    .replace(/\b(behavi|col|neighb)our/gi, "$1or")
    .replace(/\bL_?2\b/gi, "squares");

const parseQuery = Search._parseQuery;
Search._parseQuery = (query) => parseQuery(respelled(query));

// A page and an exercise have numbers: “5.1”, “notebook 5.1”, “5.1.8”, “B.1”.
const PAGE = /(?<![\p{L}\d.])((?:\d+|[A-Z])\.\d+)(?:\.(\d+))?(?![\d.])/u;
function numbered(query) {
  const [, page, exercise] = query.toUpperCase().match(PAGE) ?? [];
  const { docnames, filenames, titles } = Search._index;
  const place = page ? titles.findIndex((title) => title.startsWith(`${page} `)) : -1;
  if (place < 0) return [];
  const number = `${page}.${exercise}`;
  const title = exercise ? `${titles[place]} > ${number}` : titles[place];
  const anchor = exercise ? `#ex-${number.replaceAll(".", "-").toLowerCase()}` : "";
  return [[docnames[place], title, anchor, null, 1000, filenames[place]]];
}

const perform = Search._performSearch;
Search._performSearch = (query, ...terms) => {
  const first = numbered(query);
  const isFirst = ([docname, , anchor]) =>
    first.some((one) => one[0] === docname && one[2] === anchor);
  const others = perform(query, ...terms).filter((one) => !isFirst(one));
  return [...others, ...first]; // the last is shown first
};

function plainFormula(formula) {
  const text = formula.querySelector("math")?.textContent ?? "";
  const short = text.length <= LONGEST_FORMULA && !formula.closest(".udl-formula");
  return short ? text : "…";
}

Search.htmlToText = (html, anchor) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const article = page.querySelector("article") ?? page.body;
  const part = (anchor && article.querySelector(anchor)) || article;
  part.querySelectorAll(LEFT_OUT.join()).forEach((each) => each.remove());
  part
    .querySelectorAll(".katex")
    .forEach((each) => each.replaceWith(plainFormula(each)));
  return part.textContent.replace(/\s+/g, " ");
};
