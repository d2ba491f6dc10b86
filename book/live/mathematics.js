// Outputs in Markdown with mathematics, and in LaTeX: loaded when the first one comes.
import setMathematics from "katex/contrib/auto-render";

// Sets text into an element: paragraphs, `code`, **strong**, $mathematics$.
export function typeset(element, text) {
  element.textContent = text; // escapes it
  element.innerHTML = element.innerHTML
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join("")
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>");
  setMathematics(element, {
    delimiters: [
      { left: "$$", right: "$$", display: true },
      { left: "$", right: "$", display: false },
    ],
    macros: { ...BOOK_MACROS }, // put in by the bundler, from the book's notation
  });
}
