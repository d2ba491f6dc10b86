// Before the click: offers to run the page, and shows what was solved and kept.
import { giveAnswers } from "./kept/answers.js";
import { whyNot } from "./diagnose.js";
import { showTheirs } from "./kept/link.js";
import { showMarks } from "./kept/marks.js";
import { keep } from "./kept/offline.js";
import { DAMAGED } from "./sentences.js";
import { damaged, load } from "./kept/store.js";
import { offerWork } from "./kept/work.js";

function offer(bar) {
  const settings = JSON.parse(bar.querySelector("script").textContent);
  for (const name of ["files", "wheel", "notebook"])
    settings[name] = new URL(settings[name], location.href).href;
  const status = bar.querySelector(".live-status");
  const [run, resume] = bar.querySelectorAll("button");
  let page;
  let theirs;

  async function start(resuming) {
    run.disabled = true;
    const url = `${settings.files}runner.js`;
    try {
      const [{ Page }] = await Promise.all([import(url), keep(settings.pyodide)]);
      page = new Page(bar, settings, resuming);
      page.showTheirs(theirs);
    } catch (error) {
      status.textContent = await whyNot(url, error);
      run.disabled = false;
    }
  }

  function follow() {
    theirs = showTheirs();
    page?.showTheirs(theirs);
  }

  follow();
  addEventListener("hashchange", follow);
  run.onclick = () => start(false);
  resume.onclick = () => start(true);
  offerWork(bar, settings.notebook);
  tellKept(bar, resume);
  run.disabled = false;
}

function tellKept(bar, resume) {
  const { edits, last } = load();
  const cells = edits.length === 1 ? "a cell" : `${edits.length} cells`;
  const kept = edits.length ? `Your edits of ${cells} are kept in this browser. ` : "";
  bar.querySelector(".live-kept").textContent = kept + (damaged() ? DAMAGED : "");
  resume.hidden = !last;
}

const bar = document.getElementById("live-bar");
if (bar) offer(bar);
showMarks();
addEventListener("storage", ({ key }) => {
  if (!key?.startsWith("udl:")) return;
  showMarks();
  giveAnswers();
});
