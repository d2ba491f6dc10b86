"""Time from the click to the first plot of page 5.1, beside raw Pyodide doing the same.

`python -m benchmarks.first_plot` needs the built site and the browser that the tests
use. Five interleaved pairs; each begins with a new browser context, so with no cache.
"""

import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from live import Live  # noqa: E402
from places import SITE  # noqa: E402
from playwright.sync_api import sync_playwright  # noqa: E402
from serving import serve  # noqa: E402

from udl_book.commands.browser import launch_options  # noqa: E402

PAIRS = 5
LARGEST_RATIO = 1.3
PAGE = "book/05-loss-functions/5-1-least-squares-loss.html"
CELLS = 3  # up to the one that draws the figure, which is folded
FIGURE = "#fig-5-1-bands img"
SAVE = """
import io
file = io.StringIO()
figure_shown.savefig(file, format="svg")
file.getvalue()"""
# The same cells in the same Pyodide, with the same packages and the same wheel.
RAW = """async ({pyodide, packages, wheel, codes, save}) => {
  const text = `
    import { loadPyodide } from "${pyodide}pyodide.mjs";
    const python = await loadPyodide({ indexURL: "${pyodide}" });
    await python.loadPackage(${JSON.stringify([...packages, wheel])});
    const values = ${JSON.stringify(codes)}.map(code => python.runPython(code));
    python.globals.set("figure_shown", values.at(-1));
    postMessage(python.runPython(${JSON.stringify(save)}));`;
  const url = URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
  const worker = new Worker(url, {type: "module"});
  const svg = await new Promise(done => { worker.onmessage = e => done(e.data) });
  const image = new Image();
  image.src = "data:image/svg+xml," + encodeURIComponent(svg);
  document.querySelector("article").prepend(image);
  await image.decode();
}"""


def ours(browser, address):
    """Seconds from the click to the figure of the last of the cells."""
    live = Live(browser, address, PAGE, start=False)
    live.page.evaluate(f"document.querySelector('{FIGURE}').alt = 'built'")
    live.page.locator("article .cell").nth(CELLS - 1).locator("summary").first.click()
    began = time.perf_counter()
    live.bar.get_by_role("button", name="Run this page").click()
    live.page.get_by_role("button", name=f"Run cell {CELLS}", exact=True).click()
    live.page.wait_for_function(
        f"document.querySelector('{FIGURE}').alt !== 'built'", timeout=120_000
    )
    seconds = time.perf_counter() - began
    live.context.close()
    return seconds


def raw(browser, address):
    """Seconds from the start of a worker to the same figure."""
    live = Live(browser, address, PAGE, start=False)
    settings = live.bar.locator("script").text_content()
    codes = live.page.locator("article .cell_input pre").all_text_contents()[:CELLS]
    live.page.set_default_timeout(120_000)
    began = time.perf_counter()
    live.page.evaluate(
        f"""([codes, save]) => {{ const about = {settings};
          about.wheel = new URL(about.wheel, location.href).href;
          return ({RAW})({{...about, codes, save}}) }}""",
        [codes, SAVE],
    )
    seconds = time.perf_counter() - began
    live.context.close()
    return seconds


def main():
    """Print the pairs and their median ratio; say whether it is small enough."""
    with serve(SITE) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        pairs = [(ours(browser, address), raw(browser, address)) for _ in range(PAIRS)]
        browser.close()
    for one, other in pairs:
        print(f"page {one:6.1f} s   raw Pyodide {other:6.1f} s   {one / other:5.2f}")
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"median ratio {ratio:.2f}, at most {LARGEST_RATIO}")
    return ratio > LARGEST_RATIO


if __name__ == "__main__":
    sys.exit(main())
