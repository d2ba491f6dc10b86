"""No reader's work is lost: edits, marks and answers, whatever becomes of the tab."""

import json
import os
import signal

import pytest
from live import COUNT, ONE_SOLVED, Live
from places import KINDS

from udl_book.commands.browser import launch_options

PAGE, OTHER = (
    KINDS[0],
    KINDS[0].replace("5-1-least-squares", "5-2-binary-cross-entropy"),
)
RIGHT = """import numpy as np
from udl.exercises import check

def normal_density(y, mu, sigma):
    z = (y - mu) / sigma
    return np.exp(-(z**2) / 2) / (sigma * np.sqrt(2 * np.pi))

check("5.1.1", normal_density)
"""
WAIT = 500  # milliseconds: an edit is written a third of a second after the last key
KEY = "'udl:' + location.pathname"
REFUSE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {configurable: true,
    get() { throw new DOMException("denied", "SecurityError") }})"""
FILL = """() => { let piece = "x".repeat(1e6);
  while (piece.length > 1) {
    try { localStorage.setItem("full" + Math.random(), piece) }
    catch { piece = piece.slice(piece.length / 2) } } }"""
OTHER_TAB = f"""editor => {{
  const view = editor.cmTile?.view ?? editor.cmView.view
  view.dispatch({{changes: {{from: 0, to: view.state.doc.length, insert: "mine = 1"}}}})
  localStorage.setItem({KEY}, "{{}}")
  dispatchEvent(new StorageEvent("storage", {{key: {KEY}, newValue: "{{}}"}})) }}"""


@pytest.fixture
def reader(fresh):
    """Make pages that are not running yet."""
    return lambda path=PAGE, **options: fresh(path, start=False, **options)


def write(live, number, code):
    """Edit a cell and wait until the browser has it."""
    live.write(number, code)
    live.page.wait_for_timeout(WAIT)


def kept(live):
    return live.page.evaluate(f"JSON.parse(localStorage.getItem({KEY}))")


def plant(live, text, path=PAGE):
    """Put a text in the place of a page's record."""
    key = f"'udl:' + location.pathname.replace('{PAGE}', '{path}')"
    live.page.evaluate(f"text => localStorage.setItem({key}, text)", text)


def solve(live):
    number = live.number_of('check("5.1.1"')
    live.write(number, RIGHT)
    assert "Correct" in live.run(number)
    return number


def answer(live):
    """Answer one question by a choice and one by a number."""
    live.page.locator("#ex-5-1-2 input[type=radio]").nth(1).check()
    number = live.page.locator("#ex-5-1-4 input")
    number.press_sequentially("0.8")
    number.press("Enter")


def answered(live):
    choice = live.page.locator("#ex-5-1-2 input[type=radio]").nth(1).is_checked()
    told = live.page.locator("#ex-5-1-4 .udl-feedback:not([hidden])").count()
    return choice and told and live.page.locator("#ex-5-1-4 input").input_value()


def marks(live):
    return live.page.locator(".bd-sidebar nav .live-mark").all_text_contents()


def note(live):
    return live.bar.locator(".live-kept").inner_text()


ONE = [ONE_SOLVED]


def test_one_solved_exercise_marks_one_page_and_survives_restart_and_reload(fresh):
    live = fresh()
    answer(live)
    solve(live)
    write(live, 2, "kept = 1")
    live.press("Restart")
    live.ready()
    assert live.code(2) == "kept = 1"
    live.write(6, "typed = 'just now'")
    live.page.reload()  # without waiting: leaving writes
    assert marks(live) == ONE
    assert "solved" in live.page.locator("#ex-5-1-1 .live-mark").inner_text()
    assert answered(live) == "0.8"
    assert "3 cells are kept" in note(live)
    live.edit("Continue where I stopped")
    assert [live.code(2), live.code(6)] == ["kept = 1", "typed = 'just now'"]
    focused = "document.activeElement.getAttribute('aria-label')"
    assert live.page.evaluate(focused) == "Code of cell 6"
    live.page.goto(live.page.url.replace(PAGE, OTHER))
    assert marks(live) == ONE


def test_a_page_without_exercises_is_never_complete(reader):
    live = reader()
    plant(live, '{"solved": ["5.1.1"], "of": 0}')
    live.page.reload()
    assert marks(live) == []


def test_two_tabs_write_one_record_and_hear_of_each_other(fresh):
    first = fresh()
    second = fresh(context=first.context, start=False)
    second.edit()
    number = solve(first)
    write(first, 2, "a = 'first'")
    assert second.code(2) == "a = 'first'"
    assert second.code(number) == RIGHT
    assert "solved" in second.page.locator("#ex-5-1-1 .live-mark").inner_text()
    answer(second)
    write(second, 3, "b = 'second'")
    assert first.code(3) == "b = 'second'"
    assert answered(first) == "0.8"
    assert kept(first)["solved"] == ["5.1.1"]
    assert {edit["cell"] for edit in kept(first)["edits"]} == {2, 3, number}


def test_what_is_being_typed_is_not_replaced_by_another_tab(reader):
    first = reader()
    first.edit()
    # What another tab writes is told after the last key, before that is kept.
    first.editor(2).evaluate(OTHER_TAB)
    assert first.code(2) == "mine = 1"
    first.page.wait_for_function(f"localStorage.getItem({KEY}).includes('mine')")
    assert [edit["to"] for edit in kept(first)["edits"]] == ["mine = 1"]


def test_a_new_version_of_the_page_shows_edits_of_changed_cells_apart(reader):
    live = reader()
    stray = {"cell": 2, "from": "a cell that is gone", "to": "my old edit"}
    # A record of the first form, which did not say so.
    first_form = {"version": "old", "solved": ["5.1.1"], "of": 6, "edits": [stray]}
    plant(live, json.dumps(first_form))
    live.page.reload()
    live.edit()
    write(live, 2, "new = 1")
    live.page.reload()
    live.edit()
    fold = live.bar.locator(".live-strays")
    fold.locator("summary").click()
    assert fold.locator("pre").inner_text() == "my old edit"
    assert live.code(2) == "new = 1"
    assert kept(live)["solved"] == ["5.1.1"]
    original = live.cell(2).locator(".cell_input pre").first.text_content().rstrip()
    live.page.once("dialog", lambda dialog: dialog.accept())
    live.press("Discard my edits")
    assert not fold.is_visible()
    assert live.code(2) == original
    live.page.reload()
    assert note(live) == ""


def test_full_storage_is_said_once_and_the_work_kept_when_there_is_room(reader):
    live = reader()
    live.page.evaluate(FILL)
    live.edit()
    live.status.get_by_text("does not answer as it should").wait_for()
    write(live, 2, "kept = '" + "x" * 1000 + "'")
    assert "keeps nothing more" in note(live)
    assert "does not answer" in live.status.inner_text()  # it says both
    live.page.evaluate("localStorage.clear()")
    write(live, 3, "b = 1")
    assert note(live) == ""
    assert {edit["cell"] for edit in kept(live)["edits"]} == {2, 3}


def test_where_storage_is_refused_the_page_works_and_says_so(fresh, browser):
    context = browser.new_context()
    context.add_init_script(REFUSE)
    live = fresh(context=context)
    write(live, 2, "1 + 1")
    assert "keeps nothing more" in note(live)
    assert live.run(2).strip() == "2"
    switch = live.page.locator(".theme-switch-button:visible").first
    themes = set()
    for _ in range(3):
        switch.click()
        themes.add(live.page.evaluate("document.documentElement.dataset.theme"))
    assert themes == {"light", "dark"}
    assert live.faults == []


DAMAGED = [
    *("{", "null", "7", '"text"', "[]", '{"solved": null}', '{"solved": "5.1.1"}'),
    *('{"edits": {}}', '{"edits": [null]}', '{"edits": [{"cell": 1}]}', '{"of": "6"}'),
    *('{"answers": []}', '{"answers": {"a": 1}}', '{"last": {}}', '{"form": 99}'),
]


@pytest.mark.parametrize("path", [PAGE, OTHER])
def test_a_damaged_record_is_set_aside_and_run_works(reader, path):
    live = reader()
    for text in DAMAGED:
        plant(live, text, path)
        live.page.reload()
        button = live.bar.get_by_role("button", name="Run this page")
        assert button.is_enabled(), text
    key = f"'udl!' + location.pathname.replace('{PAGE}', '{path}')"
    aside = live.page.evaluate(f"localStorage.getItem({key})")
    assert aside.split("\n") == DAMAGED
    assert ("could not be read" in note(live)) == (path == PAGE)
    live.edit()
    write(live, 1, "a = 1")
    assert len(kept(live)["edits"]) == 1
    assert live.faults == [fault for fault in live.faults if "ERR_FAILED" in fault]


def test_of_a_damaged_record_the_whole_fields_stay(reader):
    live = reader()
    plant(live, json.dumps({"solved": ["5.1.1"], "of": COUNT, "edits": "lost"}))
    live.page.reload()
    assert marks(live) == ONE


def test_a_tab_that_crashes_loses_nothing(browser, address):
    own = browser.browser_type.launch(**launch_options())
    live = Live(own, address, PAGE, start=False)
    live.edit()
    answer(live)
    write(live, 2, "kept = 1")
    asked = own.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    for process in asked["processInfo"]:
        if process["type"] == "renderer":
            os.kill(process["id"], signal.SIGKILL)
    live.page.close()
    after = Live(own, address, PAGE, context=live.context, start=False)
    assert answered(after) == "0.8"
    after.edit()
    assert after.code(2) == "kept = 1"
    own.close()


def test_a_browser_that_is_closed_keeps_all_and_a_private_window_nothing(
    browser, address, tmp_path
):
    def start():
        kind = browser.browser_type
        context = kind.launch_persistent_context(str(tmp_path), **launch_options())
        return Live(None, address, PAGE, context=context, start=False)

    live = start()
    live.edit()
    answer(live)
    write(live, 2, "kept = 1")
    live.context.close()
    again = start()
    assert answered(again) == "0.8"
    again.edit()
    assert again.code(2) == "kept = 1"
    again.context.close()
    private = Live(browser, address, PAGE, start=False)  # each context is one
    assert not answered(private)
    private.context.close()
