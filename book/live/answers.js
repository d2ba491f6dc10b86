// Answers to the page's questions: kept with the rest, and given again on return.
import { change, load } from "./store.js";

const QUESTION = ".udl-question[id]";

function keep({ target }) {
  const question = target.closest?.(QUESTION)?.id;
  if (!question) return;
  const answer = target.type === "radio" ? target.id : target.value;
  if (load().answers[question] !== answer)
    change(({ answers }) => (answers[question] = answer));
}

// As the reader did: by a choice, or by a value and the button.
function give(question, answer) {
  const choice = question.querySelector(`[type=radio]#${CSS.escape(answer)}`);
  const field = question.querySelector("input:not([type=radio]), textarea, select");
  if (choice) choice.checked = true;
  else if (field) field.value = answer;
  (choice ?? field)?.dispatchEvent(new Event("change", { bubbles: true }));
  if (!choice) question.querySelector("button:not([hidden])")?.click();
}

export function giveAnswers() {
  const { answers } = load();
  for (const question of document.querySelectorAll(QUESTION)) {
    if (question.id in answers) give(question, answers[question.id]);
  }
}

export function keepAnswers() {
  document.addEventListener("DOMContentLoaded", () => {
    giveAnswers(); // after the scripts that judge them
    document.addEventListener("change", keep);
  });
}
