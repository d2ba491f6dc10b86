// Small helps; the pages are complete without them.

// A box that scrolls must be reachable by keyboard, one that does not must not be.
function nameIfScrolling(box) {
  if (box.matches(".udl-formula")) fade(box);
  if (box.scrollWidth > box.clientWidth + 1) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute(
      "aria-label",
      box.dataset.name || (box.querySelector("table") ? "Table" : "Code"),
    );
  } else {
    box.removeAttribute("tabindex");
    box.removeAttribute("role");
    box.removeAttribute("aria-label");
  }
}

// A formula that goes on fades where it is cut.
function fade(box) {
  const rest = box.scrollWidth - box.clientWidth;
  box.classList.toggle("udl-cut-start", rest > 1 && box.scrollLeft > 1);
  box.classList.toggle("udl-cut-end", rest > 1 && box.scrollLeft < rest - 1);
}

document.addEventListener(
  "scroll",
  ({ target }) => target.matches?.(".udl-formula") && fade(target),
  { capture: true, passive: true },
);

// Paper has no folds: for browsers that do not know the style sheet's way.
let closed = [];
addEventListener("beforeprint", () => {
  closed = [...document.querySelectorAll("details:not([open])")];
  for (const fold of closed) fold.open = true;
});
addEventListener("afterprint", () => {
  for (const fold of closed) fold.open = false;
});

function watchScrollingBoxes() {
  const boxesIn = (part) =>
    part.querySelectorAll(
      ".udl-formula, div.highlight pre, .pst-scrollable-table-container",
    );
  // Called whenever a box gets another size: the window's change, a fold that opens.
  const watcher = new ResizeObserver((changes) =>
    changes.forEach(({ target }) => nameIfScrolling(target)),
  );
  const watch = (part) => boxesIn(part).forEach((box) => watcher.observe(box));
  watch(document);
  document.addEventListener("udl:output", ({ target }) => watch(target)); // a run cell's
  document.fonts.ready.then(() => boxesIn(document).forEach(nameIfScrolling));
}

// A number is right or near within a tolerance; the last feedback is for all others.
function judge(question) {
  const unread = question.querySelector(".udl-unread");
  let answer = NaN;
  unread.textContent = "";
  try {
    answer = readNumber(question.querySelector("input[type=text]").value);
  } catch ({ piece }) {
    unread.textContent =
      (piece ? `I cannot read “${piece}”. ` : "") +
      "Write a number like 0.5, 0,5, 1/2, 50 %, 2^3 or 1e-3.";
  }
  unread.hidden = !unread.textContent;
  const feedback = [...question.querySelectorAll(":scope > .udl-feedback")];
  const said = feedback.find(
    ({ dataset }) =>
      !dataset.value || Math.abs(answer - dataset.value) <= Number(dataset.tolerance),
  );
  for (const each of feedback) {
    each.hidden = Number.isNaN(answer) || each !== said;
  }
}

function listen(question) {
  const button = question.querySelector("button");
  const input = question.querySelector("input[type=text]");
  button.hidden = false;
  button.addEventListener("click", () => judge(question));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") judge(question);
  });
}

document.querySelectorAll(".udl-question:has(input[type=text])").forEach(listen);
watchScrollingBoxes();

// A page that the reader points at is fetched before the click.
function prefetch({ target }) {
  const { href = "", origin, pathname } = target.closest?.("a[href]") ?? {};
  const here = origin === location.origin && pathname !== location.pathname;
  const known = [...document.querySelectorAll("link[rel=prefetch]")];
  if (!here || !href.endsWith(".html") || known.some((link) => link.href === href))
    return;
  document.head.append(
    Object.assign(document.createElement("link"), { rel: "prefetch", href }),
  );
}

if (location.protocol !== "file:") document.addEventListener("pointerover", prefetch);

// The page's own line in the contents, which scroll by themselves, is in view.
const contents = document.querySelector(".sidebar-primary-item:has(> nav)");
const here = contents?.querySelector("a.current");
if (here) {
  const { top } = here.getBoundingClientRect();
  const edge = contents.getBoundingClientRect().top;
  if (top > edge + contents.clientHeight - 60) contents.scrollTop = top - edge - 120;
}
