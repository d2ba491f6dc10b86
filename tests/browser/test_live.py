"""A reader edits and runs cells, stops, comes back, is offline: page 5.1, live."""

import gzip
import time

import pytest
from live import ONE_SOLVED, PYODIDE, Live
from places import ROOT, SITE

PAGE = "book/05-loss-functions/5-1-least-squares-loss.html"
RIGHT = """from udl.exercises import check
import numpy as np

def normal_density(y, mu, sigma):
    z = (y - mu) / sigma
    return np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi))

check("5.1.1", normal_density)
"""
WRONG = RIGHT.replace("sigma * np.sqrt(2 * np.pi)", "np.sqrt(2 * np.pi)")


@pytest.fixture(scope="module")
def live(browser, address):
    """Page 5.1 with Python running, for all tests of this module that leave it so."""
    live = Live(browser, address, PAGE)
    yield live
    assert live.faults == []
    live.context.close()


def last(live):
    return live.page.locator("article div.cell:has(.live-editor)").count()


def test_an_edited_cell_runs_after_those_before_it(live):
    live.write(2, "beta_1 + 1")
    assert live.run(2).split() == ["1.1"]
    assert live.bar.locator(".live-spoken").text_content() == "cell 2: 1.1\n"


def test_reset_brings_the_code_back(live):
    before = live.code(1)
    live.write(1, "1 / 0")
    live.cell(1).get_by_role("button", name="Reset cell 1").click()
    assert live.code(1) == before


def test_an_error_shows_the_readers_own_line(live):
    live.write(1, "def f(x):\n    return x / 0\n\nf(1)")
    told = live.run(1)
    assert 'File "cell 1", line 4, in <module>\n    f(1)' in told
    assert 'File "cell 1", line 2, in f\n    return x / 0' in told
    assert told.endswith("ZeroDivisionError: division by zero\n")
    live.run(2)
    assert "Stopped at cell 1" in live.status.inner_text()
    live.cell(1).get_by_role("button", name="Reset cell 1").click()


def test_stop_ends_an_endless_loop_within_a_second_and_python_restarts(live):
    live.write(1, "print('going')\nwhile True:\n    pass")
    live.run(1, wait=False)
    live.shown(1, "going").wait_for()  # text appears while the cell runs
    began = time.perf_counter()
    live.press("Stop")
    live.shown(1, "Stopped.").wait_for()
    assert time.perf_counter() - began < 1
    live.cell(1).get_by_role("button", name="Reset cell 1").click()
    live.ready()
    live.write(2, "'beta_1' in globals()")
    assert live.run(2).strip() == "True"  # cell 1 ran first


def test_restart_forgets_what_has_run(live):
    live.write(1, "count = globals().get('count', 0) + 1\ncount")
    live.run(1)
    assert live.run(1).strip() == "2"
    live.press("Restart")
    live.ready()
    assert live.run(1).strip() == "1"
    live.cell(1).get_by_role("button", name="Reset cell 1").click()


def test_memory_that_no_browser_gives_is_explained(live):
    live.write(1, "import numpy as np\n[np.empty(2 * 10**8) for _ in range(9)]")
    assert "more memory than a browser gives a page" in live.run(1)
    live.cell(1).get_by_role("button", name="Reset cell 1").click()


def test_python_that_breaks_down_starts_again(live):
    live.ready()
    # No cell can be made to break Pyodide itself: its worker's word for it is.
    live.page.workers[-1].evaluate(
        """() => { self.onmessage = () => self.postMessage(
          {kind: 'crashed', detail: 'RangeError: out of memory'}) }"""
    )
    told = live.run(1)
    assert "more memory than a browser gives a page" in told
    assert "It starts again" in told
    live.ready()
    live.write(2, "beta_1")
    assert live.run(2).strip() == "0.1"


def test_a_hint_is_set_with_mathematics(live):
    live.write(2, "from udl.exercises import hint\nhint('5.1.1', 2)")
    live.run(2)
    live.cell(2).locator(".cell_output .katex").first.wait_for()
    assert "$" not in live.cell(2).locator(".cell_output").inner_text()


def test_the_editor_indents_and_can_be_left_by_keyboard(live):
    live.write(1, "for i in range(2):")
    live.editor(1).focus()
    live.page.keyboard.press("Control+End")
    live.page.keyboard.type("\nprint((i")  # indented, brackets closed
    assert live.code(1) == "for i in range(2):\n    print((i))"
    live.page.keyboard.press("Control+z")
    assert live.code(1) != "for i in range(2):\n    print((i))"
    live.page.keyboard.press("Tab")
    focused = "document.activeElement.getAttribute('aria-label')"
    assert live.page.evaluate(focused) == "Code of cell 1"
    live.page.keyboard.press("Escape")
    live.page.keyboard.press("Tab")
    assert live.page.evaluate("document.activeElement.textContent") == "Run cell 1"
    style = "getComputedStyle(document.activeElement).outlineStyle"
    assert live.page.evaluate(style) == "solid"
    live.write(1, "print(6 * 7)")
    live.editor(1).focus()
    live.page.keyboard.press("Shift+Enter")
    live.shown(1, "42").wait_for()
    live.cell(1).get_by_role("button", name="Reset cell 1").click()


def test_a_wrong_answer_is_named_then_the_right_one_is_kept_as_solved(fresh):
    live = fresh()
    number = live.number_of('check("5.1.1"')
    live.write(number, WRONG)
    assert "Not yet" in live.run(number)
    named = live.cell(number).locator(".udl-card p").nth(1).inner_text()
    assert "sigma" in named or "width" in named
    mark = live.page.locator("#ex-5-1-1 .live-mark")
    assert mark.count() == 0
    live.write(number, RIGHT)
    assert "Correct" in live.run(number)
    assert "solved" in mark.inner_text()
    solutions = live.page.locator("details.solution")
    before = solutions.first.inner_html()
    live.run_all()
    assert "Correct" in live.output(number)
    assert solutions.first.inner_html() == before
    assert solutions.locator(".live-editor").count() == 0
    # Back on another page, and then on this one: the mark is there before any click.
    live.page.goto(live.page.url.replace(PAGE, "book/index.html"))
    side = live.page.locator(".bd-sidebar nav .live-mark")
    assert side.first.text_content() == ONE_SOLVED
    live.page.go_back()
    assert "solved" in mark.inner_text()


def test_offline_is_said_and_the_page_stays_readable(fresh):
    live = fresh(start=False)
    live.context.set_offline(True)
    live.bar.get_by_role("button", name="Run this page").click()
    live.status.get_by_text("You are offline").wait_for()
    assert live.page.locator("article pre:visible").first.is_visible()
    live.context.set_offline(False)
    live.start()


def test_a_blocked_address_is_said_and_run_tries_again(fresh):
    live = fresh(start=False)
    live.answers = False
    live.bar.get_by_role("button", name="Run this page").click()
    live.status.get_by_text("does not answer as it should").wait_for()
    assert PYODIDE.split("/")[2] in live.status.inner_text()
    live.answers = True
    live.write(1, "print('now')")
    live.run(1)
    live.shown(1, "now").wait_for()


@pytest.mark.parametrize("lost", ["pyodide.asm.wasm", "numpy-2.0.2", "wheels/udl-"])
def test_no_file_is_waited_for_in_vain(fresh, lost):
    live = fresh(start=False)
    live.context.route(f"**/*{lost}*", lambda route: route.abort())
    live.bar.get_by_role("button", name="Run this page").click()
    live.status.get_by_text("does not answer as it should").wait_for()


def test_loading_is_told_in_megabytes(fresh):
    live = fresh(start=False)
    live.page.evaluate(
        """window.told = []; new MutationObserver(() => told.push(
          document.querySelector('.live-status').textContent
        )).observe(document.querySelector('.live-status'), {childList: true})"""
    )
    live.start()
    told = [text for text in live.page.evaluate("told") if " of 19 MB" in text]
    numbers = [int(text.split()[2]) for text in told]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) > 5
    assert numbers[-1] >= 17


def test_from_a_file_the_page_says_what_to_do(browser):
    context = browser.new_context()
    page = context.new_page()
    page.goto((SITE / PAGE).as_uri())
    page.get_by_role("button", name="Run this page").click()
    page.get_by_text("python -m http.server").wait_for()
    context.close()


def test_without_javascript_nothing_offers_to_run(visit):
    page = visit(PAGE, javascript=False)
    assert page.locator("#live-bar").count() == 1
    assert not page.locator("#live-bar").is_visible()


def test_two_pages_run_at_once_under_any_path(fresh, under_a_path):
    first = fresh(address=under_a_path)
    second = fresh(address=under_a_path, context=first.context)
    first.write(1, "mine = globals().get('mine', 0) + 1\nmine")
    assert first.run(1).strip() == "1"
    assert first.run(1).strip() == "2"
    assert second.run(1).strip() == "1"  # the edit came over, the variable did not
    assert first.faults == second.faults == []


def test_nothing_of_the_runner_is_loaded_before_the_click(fresh):
    live = fresh(start=False)
    files = live.page.evaluate(
        "performance.getEntriesByType('resource').map(entry => entry.name)"
    )
    assert [name for name in files if "/live/" in name] == []
    joined = ROOT / "_build" / "work" / "html" / "_static" / "live"
    size = sum((joined / name).stat().st_size for name in ("start.js", "live.css"))
    folder = SITE / "_static" / "live"
    bar = live.bar.evaluate("bar => bar.outerHTML")
    assert size + len(gzip.compress(bar.encode())) < 15_000  # in a page that is packed
    whole = sum(f.stat().st_size for f in folder.rglob("*") if f.is_file())
    assert whole < 1_000_000
