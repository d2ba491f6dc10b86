"""Firefox loads a page, runs it, judges an answer and stops a loop."""

import pytest
from firefox import firefox
from live import PYODIDE, host
from places import KINDS, ROOT
from serving import Quiet, serve
from test_live_kept import RIGHT

from udl_book.commands.browser import find_firefox

HELPERS = """
const until = async (found) => {
  for (;;) {
    const value = found();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
const cells = () => [...document.querySelectorAll("article div.cell")]
  .filter((cell) => cell.querySelector(".live-editor"));
const editor = (cell) => {
  for (const fold of cell.querySelectorAll("details")) fold.open = true;
  const content = cell.querySelector(".cm-content");
  return content.cmTile?.view ?? content.cmView.view;
};
const write = (cell, insert) => {
  const to = editor(cell).state.doc.length;
  editor(cell).dispatch({ changes: { from: 0, to, insert } });
};
const button = (where, label) => [...where.querySelectorAll("button")]
  .find((one) => one.textContent.startsWith(label) && !one.hidden);
const run = (cell, code) => {
  write(cell, code);
  button(cell, "Run").click();
  return (selector) => until(() => cell.querySelector(selector));
};
"""


class Site(Quiet):
    """The built site, with Python's address led to our own host."""

    def send_head(self):
        path = self.translate_path(self.path)
        if not path.endswith(".html"):
            return super().send_head()
        with open(path, encoding="utf8") as file:
            self.content = file.read().replace(PYODIDE, f"{host()}/").encode()
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.send_header("content-length", str(len(self.content)))
        self.end_headers()
        self.wfile.write(self.content)
        return None


@pytest.mark.skipif(find_firefox() is None, reason="There is no Firefox here.")
def test_firefox_runs_a_page_judges_an_answer_and_stops_a_loop(tmp_path):
    with (
        serve(ROOT / "_build/html", Site) as address,
        firefox(find_firefox(), tmp_path) as tab,
    ):
        tab.open(f"{address}/{KINDS[0]}")
        tab.run(
            f"""{HELPERS}
            const bar = document.getElementById("live-bar");
            bar.querySelector(".live-start").click();
            await until(() => bar.dataset.state === "ready");"""
        )
        shown = tab.run(
            f"""{HELPERS}
            const found = run(cells()[0], "print(6 * 7)");
            return (await found(".output.stream pre")).textContent;"""
        )
        assert shown == "42\n"
        said = tab.run(
            f"""{HELPERS}
            return (await run(cells()[0], {RIGHT!r})(".udl-card")).className;"""
        )
        assert "udl-card--correct" in said
        stopped = tab.run(
            f"""{HELPERS}
            const found = run(cells()[0], "while True: pass");
            (await until(() => button(cells()[0], "Stop"))).click();
            return (await found(".traceback pre")).textContent;"""
        )
        assert "stopped" in stopped.lower()
