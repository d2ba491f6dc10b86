// Two small helps; the pages are complete without them.

// A box that scrolls must be reachable by keyboard, one that does not must not be.
function nameScrollingBoxes() {
  for (const box of document.querySelectorAll(".udl-formula, div.highlight pre")) {
    if (box.scrollWidth > box.clientWidth + 1) {
      box.tabIndex = 0;
      box.setAttribute("role", "group");
      box.setAttribute("aria-label", box.dataset.name || "Code");
    } else {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
      box.removeAttribute("aria-label");
    }
  }
}

// A number is right or near within a tolerance; the last feedback is for all others.
function judge(question) {
  const input = question.querySelector("input[type=number]");
  const answer = input.valueAsNumber;
  const feedback = [...question.querySelectorAll(":scope > .udl-feedback")];
  const said = feedback.find(
    ({ dataset }) =>
      !dataset.value ||
      Math.abs(answer - dataset.value) <= Number(dataset.tolerance) + 1e-12,
  );
  for (const each of feedback) {
    each.hidden = Number.isNaN(answer) || each !== said;
  }
}

function listen(question) {
  const button = question.querySelector("button");
  const input = question.querySelector("input[type=number]");
  button.hidden = false;
  button.addEventListener("click", () => judge(question));
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") judge(question);
  });
}

document.querySelectorAll(".udl-question:has(input[type=number])").forEach(listen);
nameScrollingBoxes();
document.fonts.ready.then(nameScrollingBoxes);
addEventListener("resize", nameScrollingBoxes);
document.addEventListener("toggle", nameScrollingBoxes, true); // folds that open
