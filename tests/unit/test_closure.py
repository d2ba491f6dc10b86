"""A page's closure holds what it loads, and its key nothing else."""

import ast

import pytest

from udl_book.book import BookError
from udl_book.run.closure import closure
from udl_book.run.page import Page
from udl_book.site import live

PAGE = """# A page

```{code-cell} ipython3
:tags: [hide-cell]

from udl import losses
```

:::{exercise} 5.1.2
:::
"""


@pytest.fixture
def source(tmp_path):
    files = {
        "__init__.py": "",
        "losses.py": "from udl.distributions import normal\nfrom . import shapes\n",
        "distributions.py": "import numpy\n",
        "shapes.py": "",
        "flows.py": "import udl.losses\n",
        "exercises/__init__.py": "",
        "exercises/pages/__init__.py": "",
        "exercises/pages/p5_1.py": "from ...flows import flow\n",
        "exercises/pages/p5_2.py": "",
    }
    for name, text in files.items():
        path = tmp_path / "udl" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_imports_are_followed_through_parents_and_relatives(source):
    assert list(closure(source, ["udl.losses", "numpy"])) == [
        "udl",
        "udl.distributions",
        "udl.losses",
        "udl.shapes",
    ]


def test_an_id_brings_its_page_of_declarations_only(source):
    modules = Page("book/a", PAGE, source).modules
    assert "udl.exercises.pages.p5_1" in modules
    assert "udl.flows" in modules
    assert "udl.exercises.pages.p5_2" not in modules


@pytest.mark.parametrize(
    ("edited", "same"),
    [("losses", False), ("shapes", False), ("exercises/pages/p5_2", True)],
)
def test_the_key_changes_with_the_closure_only(source, edited, same):
    before = Page("book/a", PAGE, source).key
    path = source / "udl" / f"{edited}.py"
    path.write_text(path.read_text() + "# edited\n")
    assert (Page("book/a", PAGE, source).key == before) == same


def test_the_key_ignores_prose_and_tags(source):
    other = PAGE.replace("# A page", "# Another").replace("hide-cell", "hide-input")
    assert Page("a", other, source).key == Page("a", PAGE, source).key


def test_a_cell_knows_its_line(source):
    (cell,) = Page("book/a", PAGE, source).cells
    assert PAGE.splitlines()[cell.line - 1] == cell.code == "from udl import losses"


def test_a_data_file_counts_and_must_be_there(source):
    losses = source / "udl" / "losses.py"
    losses.write_text('x = data_file("points.npz")\n')
    with pytest.raises(BookError, match=r"a\.md: missing data file .*points\.npz"):
        _ = Page("a", PAGE, source).key
    data = source / "udl" / "data" / "points.npz"
    data.parent.mkdir()
    data.write_bytes(b"1")
    before = Page("a", PAGE, source).key
    data.write_bytes(b"2")
    assert Page("a", PAGE, source).key != before


def test_a_module_is_parsed_once_until_it_changes(source, monkeypatch):
    parsed, parse = [], ast.parse

    def counting(text, *arguments, **options):
        parsed.append(text)
        return parse(text, *arguments, **options)

    monkeypatch.setattr(ast, "parse", counting)
    for _ in range(3):
        page = Page("book/a", PAGE, source)
        assert page.key
        assert live.packages(page) == ["numpy"]
    for path in (source / "udl").rglob("*.py"):
        if text := path.read_text():
            assert parsed.count(text) <= 1
    losses = source / "udl" / "losses.py"
    losses.write_text("import scipy\n")
    assert live.packages(Page("book/a", PAGE, source)) == ["numpy", "scipy"]
