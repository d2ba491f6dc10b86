// A reference shows its target when pointed at or focused, if that is on the same page.

const preview = Object.assign(document.createElement("div"), {
  className: "udl-preview",
  popover: "manual",
  id: "udl-preview",
});
preview.setAttribute("role", "tooltip");
let shownFor = null;
let waiting = 0;

const TARGETS = ".udl-equation, figure, .udl-box";

function targetOf(link) {
  if (!link?.hash || link.matches(".headerlink, .udl-verified")) return null;
  if (link.pathname !== location.pathname || !link.closest("article")) return null;
  const found = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  return found?.closest(TARGETS) ?? found?.querySelector(TARGETS);
}

// What is shown: the equation, the figure with its caption, or the task alone.
function copyOf(target) {
  const copy = target.cloneNode(true);
  const left = ".headerlink, .udl-verified, .udl-vary, .udl-hints, .cell, .udl-fold";
  copy
    .querySelectorAll(`${left}, script, input, .udl-number, .udl-feedback`)
    .forEach((each) => each.remove());
  for (const each of [copy, ...copy.querySelectorAll("[id], [tabindex], [for]")])
    for (const name of ["id", "tabindex", "for"]) each.removeAttribute(name);
  copy.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
  return copy;
}

function show(link) {
  const target = targetOf(link);
  if (!target || link === shownFor || !preview.showPopover) return;
  hide();
  preview.replaceChildren(copyOf(target));
  link.closest("article").append(preview); // where the styles of its content hold
  preview.showPopover();
  const { left, top, bottom } = link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = preview;
  const above = bottom + height > innerHeight && top > height;
  const most = document.documentElement.clientWidth - width - 8;
  preview.style.left = `${Math.max(8, Math.min(left, most))}px`;
  preview.style.top = `${above ? top - height : bottom}px`;
  link.setAttribute("aria-describedby", preview.id);
  shownFor = link;
}

function hide() {
  clearTimeout(waiting);
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
  preview.remove();
}

const linkAt = ({ target }) => target.closest?.("a[href*='#']");
const later = (action, wait) => {
  clearTimeout(waiting);
  waiting = setTimeout(action, wait);
};

document.addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const link = linkAt(event);
  if (preview.contains(event.target) || (link && link === shownFor))
    clearTimeout(waiting);
  else if (targetOf(link)) later(() => show(link), 250);
  else if (document.activeElement !== shownFor) later(hide, 300);
});
document.addEventListener("focusin", (event) => {
  if (event.target.matches(":focus-visible")) show(linkAt(event));
});
document.addEventListener("focusout", hide);
document.addEventListener("click", hide);
document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
