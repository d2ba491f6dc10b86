"""The reader's work goes out and comes in: as a file, a notebook, a link to a cell."""

import json

import pytest
from test_live_kept import ONE, PAGE, answer, answered, kept, marks, plant, write

HOW_TO_USE = "book/how-to-use.html"


@pytest.fixture
def reader(fresh):
    """Make pages that are not running yet."""
    return lambda path=PAGE, **options: fresh(path, start=False, **options)


def press(live, name):
    """Press one of the buttons under "My work"."""
    live.bar.locator(".live-work").evaluate("fold => fold.open = true")
    live.bar.get_by_role("button", name=name).click()


def saved(live, name):
    with live.page.expect_download() as download:
        press(live, name)
    return download.value.suggested_filename, download.value.path()


def load(live, path):
    with live.page.expect_file_chooser() as chooser:
        press(live, "Load a file")
    chooser.value.set_files(path)


def test_all_work_goes_into_one_file_and_comes_back_elsewhere(reader, under_a_path):
    live = reader()
    plant(live, '{"solved": ["5.1.1"], "of": 6, "edits": "lost"}')
    live.page.reload()
    live.edit()
    answer(live)
    write(live, 2, "first = 1")
    live.page.goto(live.page.url.replace(PAGE, HOW_TO_USE))
    name, path = saved(live, "Save all my work")
    assert name == "my-udl-work.json"
    assert "lost" in path.read_text()  # what was damaged goes along
    other = reader(HOW_TO_USE, address=under_a_path)
    load(other, path)
    other.bar.get_by_text("Your work is here.").wait_for()
    assert marks(other) == ONE
    other.page.goto(f"{under_a_path}/{PAGE}")
    assert answered(other) == "0.8"
    other.edit()
    assert other.code(2) == "first = 1"


def test_of_two_edits_the_newer_stands_in_the_cell_and_none_is_lost(reader):
    first, second = reader(), reader()
    for live, text in [(first, "older = 1"), (second, "newer = 1")]:
        live.edit()
        write(live, 2, text)
    write(second, 4, "other = 1")
    files = [saved(live, "Save all my work")[1] for live in (first, second)]
    load(first, files[1])
    first.bar.get_by_text("Your work is here.").wait_for()
    assert [first.code(2), first.code(4)] == ["newer = 1", "other = 1"]
    load(second, files[0])
    second.bar.get_by_text("Your work is here.").wait_for()
    assert second.code(2) == "newer = 1"
    for live in (first, second):
        assert live.bar.locator(".live-strays pre").all_text_contents() == ["older = 1"]
        load(live, files[0])  # a second time, it changes nothing
        live.page.wait_for_timeout(200)
        assert len(kept(live)["edits"]) == 3


@pytest.mark.parametrize(
    "text", ["", "{}", '{"udl": 2}', "[1]", '{"udl": 3, "kept": {}}']
)
def test_another_file_is_refused_in_a_sentence(reader, tmp_path, text):
    live = reader()
    (tmp_path / "file.json").write_text(text)
    load(live, tmp_path / "file.json")
    live.bar.get_by_text("no file of this book").wait_for()
    assert live.faults == []


def test_a_file_writes_nothing_outside_of_the_site(reader, tmp_path, under_a_path):
    live = reader(address=under_a_path)
    record = '{"solved": ["1.1.1"]}'
    names = [":../../other.html", ":/book/a.html", ":https://x.org/", ":book/in.html"]
    file = {"udl": 2, "kept": dict.fromkeys(names, record)}
    (tmp_path / "file.json").write_text(json.dumps(file))
    load(live, tmp_path / "file.json")
    live.bar.get_by_text("Your work is here.").wait_for()
    keys = live.page.evaluate("Object.keys(localStorage)")
    keys = [key for key in keys if ":" in key]
    assert len(keys) == 3
    assert all(key.startswith("udl:/some/path/") for key in keys)


def test_the_page_is_had_as_a_notebook_with_the_edits_in_it(reader):
    live = reader()
    gone = {"cell": 2, "from": "a cell that is gone", "to": "mine = 1\nmine"}
    plant(live, json.dumps({"edits": [gone]}))
    live.page.reload()
    live.edit()
    original = live.code(2)
    write(live, 2, "x = 'edited'\nx")
    name, path = saved(live, "as a notebook")
    assert name == "5-1-least-squares-loss.ipynb"
    mine = json.loads(path.read_text())
    address = live.page.url.replace("/book/", "/notebooks/").replace(".html", ".ipynb")
    before = live.context.request.get(address).json()
    pairs = zip(before["cells"], mine["cells"], strict=False)
    changed = [(one["source"], two["source"]) for one, two in pairs if one != two]
    assert changed == [(original.splitlines(True), ["x = 'edited'\n", "x"])]
    assert mine["cells"][-1]["source"] == ["mine = 1\n", "mine"]
    assert len(mine["cells"]) == len(before["cells"]) + 1
    assert len({cell["id"] for cell in mine["cells"]}) == len(mine["cells"])


def test_a_link_carries_one_cell_which_runs_by_its_own_click_only(fresh, browser):
    sender = fresh(start=False)
    sender.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sender.edit()
    link = sender.cell(2).get_by_role("button", name="Link to cell 2")
    assert not link.is_visible()  # as long as there is nothing to show
    sender.write(2, "print('<b>théirs</b>')\nran = 1 + beta_1")
    link.click()
    sender.status.get_by_text("is copied").wait_for()
    url = sender.page.evaluate("navigator.clipboard.readText()")
    assert url.startswith(sender.page.url + "#cell=2&")

    live = fresh(PAGE + "#" + url.partition("#")[2], start=False)
    asked = []
    live.page.on("request", lambda request: asked.append(request.url))
    theirs = live.page.locator(".live-theirs")
    assert "Someone else" in theirs.inner_text()
    assert "<b>théirs</b>" in theirs.inner_text()
    assert kept(live) is None
    live.start()
    write(live, 2, "own = 1")
    live.run_all()
    live.write(3, "'ran' in globals()")
    assert live.run(3).strip() == "False"
    theirs.get_by_role("button", name="Run cell 2 from the link").click()
    theirs.locator(".cell_output").get_by_text("<b>théirs</b>").wait_for()
    assert [e["to"] for e in kept(live)["edits"] if e["cell"] == 2] == ["own = 1"]
    theirs.get_by_role("button", name="Use it as my cell 2").click()
    assert theirs.count() == 0
    assert "théirs" in live.code(2)
    assert live.bar.locator(".live-strays pre").all_text_contents() == ["own = 1"]
    assert not [address for address in asked if "ran" in address]  # nothing is sent
    assert live.faults == []


def test_a_link_followed_on_the_running_page_shows_its_cell(fresh):
    live = fresh(start=False)
    live.edit()
    live.page.evaluate("location.hash = 'cell=1&code=1%2B1'")
    button = live.page.get_by_role("button", name="Run cell 1 from the link")
    button.wait_for()
    live.page.evaluate("location.hash = 'cell=99&code=1'")
    button.wait_for(state="detached")


def test_a_double_click_runs_once_and_stops_nothing(fresh):
    live = fresh()
    live.write(1, "n = globals().get('n', 0) + 1\nfor i in range(3 * 10**7): pass\nn")
    live.cell(1).get_by_role("button", name="Run cell 1").dblclick()
    stop = live.cell(1).get_by_role("button", name="Stop cell 1")
    assert not stop.is_visible()
    assert live.output(1).strip() == "1"
    live.write(1, "while True: pass")
    live.cell(1).get_by_role("button", name="Run cell 1").click()
    focused = "document.activeElement.textContent"
    assert live.page.evaluate(focused) == "Run cell 1"
    stop.click()
    live.shown(1, "Stopped.").wait_for()
    assert live.page.evaluate(focused) == "Run cell 1"
    assert not stop.is_visible()


@pytest.mark.parametrize("key", ["Control+Enter", "Shift+Enter"])
def test_these_keys_run_a_cell(fresh, key):
    live = fresh()
    live.write(1, "print(6 * 7)")
    live.editor(1).focus()
    live.page.keyboard.press(key)
    live.shown(1, "42").wait_for()
    assert live.code(1) == "print(6 * 7)"


def test_the_status_forgets_an_error_that_is_mended(fresh):
    live = fresh()
    live.write(1, "1 / 0")
    live.run(1)
    assert "Stopped at cell 1" in live.status.inner_text()
    live.write(1, "print('the step is too big')\nraise ValueError('no MemoryError')")
    assert "more memory" not in live.run(1)
    live.write(1, "print('MemoryError: too big')")
    assert live.run(1) == "MemoryError: too big\n"
    assert "Python is ready" in live.status.inner_text()
