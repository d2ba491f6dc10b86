// Before the click: offers to run the page, and shows what was solved and kept.
import { showMarks, tellKept } from "./marks.js";
import { FILE, unreachable } from "./sentences.js";

function offer(bar) {
  const settings = JSON.parse(bar.querySelector("script").textContent);
  settings.files = new URL(settings.files, location.href).href;
  settings.wheel = new URL(settings.wheel, location.href).href;
  const status = bar.querySelector(".live-status");
  const [run, resume] = bar.querySelectorAll("button");

  async function start(resuming) {
    run.disabled = true;
    try {
      const { Page } = await import(`${settings.files}runner.js`);
      new Page(bar, settings, resuming);
    } catch {
      const fromFile = location.protocol === "file:";
      status.textContent = fromFile ? FILE : unreachable(settings.files);
      run.disabled = false;
    }
  }

  tellKept(status, resume);
  run.onclick = () => start(false);
  resume.onclick = () => start(true);
  run.disabled = false;
}

const bar = document.getElementById("live-bar");
showMarks();
if (bar) offer(bar);
