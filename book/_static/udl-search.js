// Changes to Sphinx's search, on the search page only: pages of the book before pages
// about it, and excerpts of prose, without formulas twice over and without answers.

const NUMBERED = /\/\d+-\d+-[^/]+$/; // a page such as 5-1-least-squares-loss
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
