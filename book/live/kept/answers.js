// Answers to the page's questions: kept with the rest, and given again on return.
import { change, load } from "./store.js";

const QUESTION = ".udl-question[id]";

function keep({ target }) {
  const { id } = target.closest?.(QUESTION) ?? {};
  const answer = target.type === "radio" ? target.id : target.value;
  if (id && load().answers[id] !== answer)
    change(({ answers }) => (answers[id] = answer));
}

// As the reader did: by a choice, or by a value and the button.
function give(question, answer) {
  const choice = question.querySelector(`[type=radio]#${CSS.escape(answer)}`);
  const control = choice ?? question.querySelector("input:not([type=radio])");
  if (choice) choice.checked = true;
  else if (control) control.value = answer;
  control?.dispatchEvent(new Event("change", { bubbles: true }));
  if (!choice) question.querySelector("button:not([hidden])")?.click();
}

export function giveAnswers() {
  const { answers } = load();
  for (const question of document.querySelectorAll(QUESTION)) {
    if (question.id in answers) give(question, answers[question.id]);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  giveAnswers(); // after the scripts that judge them
  document.addEventListener("change", keep);
});
