"""What a page tells the runner: packages, megabytes, version; and the bundle."""

from pathlib import Path

import pytest
import yaml

from udl_book.book import Book
from udl_book.run.page import Page
from udl_book.site.live import bundle, megabytes, packages, source_folder, version

ROOT = Path(__file__).parents[2]
BOOK = Book(ROOT)
SIZES = yaml.safe_load((ROOT / "_config.yml").read_text("utf8"))
SIZES = SIZES["sphinx"]["config"]["udl_live"]["megabytes"]


def page(*codes, source=ROOT / "src"):
    text = "\n".join(f"```{{code-cell}}\n{code}\n```\n" for code in codes)
    return Page("a page", text, source)


@pytest.fixture
def library(tmp_path):
    """A small `udl` of which one module imports scipy."""
    folder = tmp_path / "udl"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "plain.py").write_text("import numpy as np\n")
    (folder / "areas.py").write_text("def area():\n    from scipy import integrate\n")
    (folder / "above.py").write_text("from udl.areas import area\n")
    return tmp_path


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import udl.plain", ["numpy"]),
        ("import udl.above", ["numpy", "scipy"]),
        ("import matplotlib.pyplot as plt", ["numpy", "matplotlib"]),
        ("%magic", ["numpy"]),
    ],
)
def test_packages_are_those_of_the_closure(library, code, expected):
    assert packages(page(code, source=library)) == expected


def test_least_squares_needs_no_scipy():
    docname = BOOK.find("5-1")
    text = BOOK.path(docname).read_text("utf8")
    names = packages(Page(docname, text, BOOK.source))
    assert names == ["numpy", "matplotlib"]
    assert megabytes(names, SIZES) < 20


def test_a_page_has_another_version_when_a_cell_changes():
    assert version(page("x = 1")) == version(page("x = 1"))
    assert version(page("x = 1")) != version(page("x = 2"))
    assert version(page("x = 1")) != version(page("x = 1", "y = 2"))


def test_the_bundle_is_made_once_and_named_by_what_it_holds(tmp_path):
    name = bundle(ROOT, tmp_path, {"\\R": "\\mathbb{R}"})
    folder = tmp_path / "live" / name
    files = {path.name for path in folder.iterdir()}
    assert {"runner.js", "worker.js", "harness", "LICENSES.txt"} <= files
    source = source_folder(ROOT)
    for path in source.glob("harness/*.py"):
        copy = folder / path.relative_to(source)
        assert copy.read_bytes() == path.read_bytes()
        assert f'"{path.stem}"' in (source / "worker.js").read_text("utf8")
    texts = [path.read_text("utf8") for path in folder.glob("mathematics-*.js")]
    assert any("mathbb{R}" in text for text in texts)
    assert "codemirror" in (folder / "LICENSES.txt").read_text("utf8")
    before = (folder / "runner.js").stat().st_mtime_ns
    assert bundle(ROOT, tmp_path, {"\\R": "\\mathbb{R}"}) == name
    assert (folder / "runner.js").stat().st_mtime_ns == before
    other = bundle(ROOT, tmp_path, {})
    assert other != name
    assert not folder.exists()


def code_of(path):
    """Give the lines of a file that are neither empty, nor comments, nor docstrings."""
    text = path.read_text("utf8")
    if path.suffix == ".py":
        text = "".join(text.split('"' * 3)[::2])
    lines = [line.strip() for line in text.splitlines()]
    return [line for line in lines if line and not line.startswith(("//", "#"))]


def test_the_runner_is_small():
    """At most 750 lines that run pages, 250 of Python, 360 that keep work."""
    source = ROOT / "book" / "live"
    bounds = {"*.js": 750, "harness/*.py": 250, "kept/*.js": 360}
    for pattern, most in bounds.items():
        files = [*source.glob(pattern)]
        counts = [len(code_of(path)) for path in files]
        assert sum(counts) <= most
        assert max(counts) <= 150
