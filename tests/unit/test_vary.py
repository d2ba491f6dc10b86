"""A cell that is run for several values: its header, its frames, the page's state."""

import json
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest

from udl.display import DARK
from udl_book.run import store
from udl_book.run.execute import execute
from udl_book.run.frames import frame, prepare, run_cell
from udl_book.run.page import Cell, Page
from udl_book.run.vary import VaryError, declared, image_in, weigh

SOURCE = Path(__file__).parents[2] / "src"
FIRST = """import numpy as np
from udl.plotting.style import panels

rng = np.random.default_rng(0)
kept = [0.5]

def line(x):
    return slope * x + rng.normal()  # reads what the cell below assigns"""
FIGURE = """slope = 2.0  # the default
kept.append(slope)
figure, axes = panels()
axes.plot([0, 1], [0, line(1)])
figure"""
PAGE = f"""# A page

```{{code-cell}} ipython3
{FIRST}
```

```{{code-cell}} ipython3
---
mystnb:
  figure:
    caption: It goes to {{eval}}`slope:.1f`.
udl:
  alt: A line to {{slope}}.
  vary: {{slope: [1, 2, -3.5]}}
---
{FIGURE}
```

Now {{eval}}`len(kept)` numbers are kept.

```{{code-cell}} ipython3
print(kept, rng.random())
```
"""
FAULTS = {
    "unassigned": ("vary: {slope", "vary: {beta", "must assign beta once"),
    "other value": ("slope = 2.0", "slope = 7", "slope = 7 is not among them"),
    "computed": ("slope = 2.0", "slope = 1 + 1", "a plain value"),
    "twice": ("kept.append", "slope += 0; kept.append", "must assign slope once"),
    "too many": ("[1, 2, -3.5]", f"{list(range(26))}", "26 values; 25 are the most"),
    "too few": ("[1, 2, -3.5]", "[2]", "at least two values"),
    "a list": ("{slope: [1, 2, -3.5]}", "[1, 2]", "vary takes one parameter"),
    "raising": ("line(1)", "1 / (slope - 1)", "with slope = 1: ZeroDivisionError"),
    "no figure": ("\nfigure\n", "\nprint(figure)\n", "no attribute '_repr_mime"),
}


def broken(name):
    old, new, _ = FAULTS[name]
    assert PAGE.count(old) == 1
    return PAGE.replace(old, new)


def in_a_plain_process(value):
    """What the page shows with a value typed into it; and what follows."""
    namespace = {}
    exec(FIRST, namespace)
    shown = run_cell(FIGURE.replace("2.0", repr(value)), namespace)
    return shown._repr_mimebundle_()[0]


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    pages = {name: Page(name, broken(name), SOURCE) for name in FAULTS}
    pages["good"] = Page("good", PAGE, SOURCE)
    plain = PAGE.replace("  vary: {slope: [1, 2, -3.5]}\n", "")
    pages["plain"] = Page("plain", plain, SOURCE)
    folder = tmp_path_factory.mktemp("store")
    failures = execute(list(pages.values()), folder)
    runs = {name: store.load(folder, page.key) for name, page in pages.items()}
    return runs, [str(failure) for failure in failures]


def test_what_each_copy_would_import_is_imported_once_and_nothing_else_is_done():
    names = {}
    assert prepare("import json as one\nmade = 1\nimport ast as two", names) == ""
    assert set(names) - {"__builtins__"} == {"one"}
    assert prepare("import nowhere", names) == ""  # the copy says what is wrong
    assert "ModuleNotFoundError" in frame("import nowhere\nmade", {}, names)


def test_each_frame_is_the_cell_run_with_its_value(ran):
    vary = ran[0]["good"]["frames"]["1"]
    assert (vary["name"], vary["values"], vary["default"]) == ("slope", [1, 2, -3.5], 1)
    with ProcessPoolExecutor(1, get_context("spawn")) as process:
        for value, made in zip(vary["values"], vary["frames"], strict=True):
            plain = process.submit(in_a_plain_process, value).result()
            assert plain["image/svg+xml"] == made["data"]["image/svg+xml"]
            assert plain[DARK] == made["data"][DARK]


def test_each_frame_has_its_texts(ran):
    frames = ran[0]["good"]["frames"]["1"]["frames"]
    assert [list(one["answers"].values()) for one in frames] == [
        ["1.0", "2", "A line to 1."],
        ["2.0", "2", "A line to 2."],
        ["-3.5", "2", "A line to -3.5."],
    ]


def test_the_default_frame_is_the_figure_itself(ran):
    run = ran[0]["good"]
    (shown,) = run["cells"][1]["outputs"]
    frame = run["frames"]["1"]["frames"][1]
    assert shown["data"]["image/svg+xml"] == frame["data"]["image/svg+xml"]


def test_frames_leave_the_page_as_it_is_without_them(ran):
    runs, _ = ran
    assert runs["good"]["cells"] == runs["plain"]["cells"]
    assert runs["good"]["answers"] == runs["plain"]["answers"]


@pytest.mark.parametrize("name", FAULTS)
def test_a_slider_that_cannot_be_made_fails_with_its_line(name, ran):
    runs, failures = ran
    (said,) = [one for one in failures if one.startswith(f"{name}.md:23: ")]
    assert FAULTS[name][2] in said
    assert runs[name] is None


def test_a_cell_without_a_header_varies_nothing():
    assert declared(Cell("x = 1", 1)) is None
    assert declared(Cell("x = 1", 1, {"udl": {"alt": "A line."}})) is None


@pytest.mark.parametrize(
    ("code", "value", "made"),
    [
        ("b = 0.9", 0.3, "b = 0.3"),
        ("ä = 'é'; b = 0.9  # c", -1, "ä = 'é'; b = -1  # c"),
        ("a = 1\nb = (1, 2)\nb", "relu", "a = 1\nb = 'relu'\nb"),
    ],
)
def test_a_value_is_put_into_the_code(code, value, made):
    cell = Cell(code, 1, {"udl": {"vary": {"b": [0, 1]}}})
    assert declared(cell).code_with(value) == made


def test_frames_that_are_too_much_are_refused():
    noise = np.random.default_rng(0).bytes(6000).hex()
    light = [{"data": {"image/svg+xml": noise + str(k)}} for k in range(60)]
    with pytest.raises(VaryError, match="300 are the most"):
        weigh(light)
    weigh(light[:20])
    dark = [{"data": {"image/svg+xml": "", DARK: noise}} for _ in range(60)]
    with pytest.raises(VaryError, match="300 are the most"):
        weigh(dark)


def test_a_copy_that_dies_is_told():
    said = json.loads(frame("import os\nos._exit(1)\n1", {}, {}))
    assert "died" in said["error"]


def test_what_a_copy_does_stays_there():
    namespace = {"x": [1]}
    said = json.loads(frame("x.append(2)\nx", {}, namespace))
    assert "_repr_mimebundle_" in said["error"]
    assert namespace == {"x": [1]}


def test_an_output_without_an_image_has_none():
    assert image_in({"text/plain": "1"}) == ""
