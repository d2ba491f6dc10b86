// Numbers in the text, and what is said of figures, follow the reader's run.

const OWN = "Your run; the page's own: ";
const LOST = "The page's own: your run has no such number.";
const WORDS = " (The words were written for the original cell.)";

// asked: {kind, cell, place, code} for each number and each description.
export async function follow(asked, cell, python) {
  const { output, edited } = cell;
  const own = asked.filter((one) => one.cell === cell.number - 1);
  const codes = own.map(({ kind, code }) => [kind, code]);
  const answers = own.length ? await python.answer(codes) : [];
  own.forEach(({ kind, place }, number) => {
    if (kind === "alt") {
      const text = answers[number];
      if (text) output.describe(`${text}${edited ? WORDS : ""}`);
    } else say(place, answers[number]);
  });
}

function say(place, text) {
  const span = document.querySelector(`.udl-eval[data-place="${place}"]`);
  if (!span) return;
  const original = (span.dataset.original ??= span.textContent);
  span.textContent = text ?? original;
  span.classList.toggle("live-own", text !== original);
  span.title = text === original ? "" : text ? `${OWN}${original}` : LOST;
}

// A slider puts its value into the code of its cell and runs it, the last one at least.
export async function vary(event, page) {
  const cell = page.cells.find(({ box }) => box.contains(event.target));
  if (!cell) return;
  event.preventDefault();
  const { name, code } = event.detail;
  cell.wanted = `${name} = ${code}`;
  if (cell.varying) return;
  cell.varying = true;
  const assigned = new RegExp(`^${name} *=(?!=)[^#;\n]*?(?= *(?:[#;\n]|$))`, "m");
  for (let done; done !== cell.wanted;) {
    done = cell.wanted;
    cell.editor.text = cell.editor.text.replace(assigned, () => done);
    await page.run(cell);
  }
  cell.varying = false;
}
