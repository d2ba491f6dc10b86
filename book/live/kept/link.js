// A link that carries one cell: in its fragment, so that no host is told.

const all = () => [...document.querySelectorAll("article div.cell:not(.live-theirs)")];
export const boxes = () => all().filter((box) => box.querySelector(".cell_input pre"));

export const linkTo = ({ number, editor }) => {
  const told = new URLSearchParams({ cell: number, code: editor.text });
  return new URL(`#${told}`, location.href).href;
};

// Shows the linked cell below the page's own; gives both.
export function showTheirs() {
  document.querySelector(".live-theirs")?.remove();
  const told = new URLSearchParams(location.hash.slice(1));
  const number = Number(told.get("cell"));
  const own = boxes()[number - 1];
  if (!own || !told.get("code")) return undefined;
  const box = document.createElement("div");
  box.className = "cell live-theirs";
  box.innerHTML = '<p></p><div class="cell_input"><pre></pre></div>';
  box.firstChild.textContent =
    `Someone else’s version of cell ${number}, from the link that you followed. ` +
    "It runs only if you run it.";
  box.querySelector("pre").textContent = told.get("code");
  own.after(box);
  const fold = box.closest("details");
  if (fold) fold.open = true;
  box.scrollIntoView({ block: "center" });
  return box;
}
