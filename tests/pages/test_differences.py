"""The table of differences says what is so, and names tests that there are."""

import ast
import re
import warnings
from pathlib import Path

import pytest
import yaml
from values import RECORDS

from udl_book.book import Book, BookError
from udl_book.run.page import Page
from udl_book.tables.differences import FIELDS, PLACE, SAME, fill, read, values_of

ROOT = Path(__file__).parents[2]
BOOK = Book(ROOT)
ROWS = read(ROOT)
PAGES = [
    Page(name, BOOK.path(name).read_text("utf8"), BOOK.source)
    for name in BOOK.docnames()
    if BOOK.path(name).is_file()  # that they all are is for the build to say
]
NUMBER = re.compile(r"(?<![\w.])\d+(?:\.\d+)?(?:e[+-]?\d+)?")
each_row = pytest.mark.parametrize(
    "row", ROWS, ids=lambda row: f"{row['page']} {row['what']}"
)
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def numbers(text):
    return [float(number) for number in NUMBER.findall(re.sub("`[^`]*`", "", text))]


@pytest.mark.parametrize(
    ("field", "change"),
    [("published", {"published": 2.76}), ("test", {"test": None})],
)
def test_a_number_without_quotes_and_a_missing_field_are_named(tmp_path, field, change):
    (tmp_path / "book").mkdir()
    row = dict.fromkeys(FIELDS, "text") | change
    row = {name: text for name, text in row.items() if text is not None}
    (tmp_path / "book" / "differences.yaml").write_text(yaml.safe_dump([row]))
    with pytest.raises(BookError, match=f"`{field}` of row 1"):
        read(tmp_path)


def is_test(name):
    file, _, function = name.partition("::")
    path = ROOT / file
    if not path.is_file():
        return False
    return any(
        isinstance(node, ast.FunctionDef) and node.name == function
        for node in ast.parse(path.read_text("utf8")).body
    )


def faults(row, values):
    """What is wrong with a row, given the values of its page."""
    try:
        BOOK.find(row["page"])
        ours = fill(row["ours"], values)
    except BookError as error:
        yield str(error)
        return
    if numbers(PLACE.sub("", row["ours"])):
        yield "types a number of ours instead of asking the run"
    known = yaml.safe_dump(RECORDS[row["page"].replace(".", "_")])
    for number in numbers(row["published"]):
        if number not in numbers(re.sub("[(,)]", " ", known)):
            yield f"cites {number}, which the notebook's record does not hold"
    if row["why"].startswith(SAME) and numbers(ours) != numbers(row["published"]):
        yield "calls values the same that differ"
    if not is_test(row["test"]):
        yield f"names no test: {row['test']}"


@each_row
def test_a_row_is_true(row, page):
    assert list(faults(row, values_of(BOOK, page(row["page"])))) == []


GOOD = {
    "page": "5.1",
    "what": "the offset",
    "published": "0.27",
    "ours": "{offset:.2f}",
    "why": "No difference.",
    "test": "tests/pages/test_differences.py::test_a_row_is_true",
}
VALUES = {"offset:.2f": "0.27", "offset:.4f": "0.2701"}


def test_a_good_row_passes():
    assert list(faults(GOOD, VALUES)) == []


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ({"ours": "0.27"}, "types a number"),
        ({"ours": "{gone:.2f}"}, "has no gone"),
        ({"published": "0.28"}, "0.28, which the notebook's record does not hold"),
        ({"ours": "{offset:.4f}"}, "calls values the same"),
        ({"page": "5.99"}, "no page 5.99"),
        ({"test": "tests/pages/test_differences.py::test_gone"}, "names no test"),
        ({"test": "tests/pages/test_gone.py::test_gone"}, "names no test"),
    ],
)
def test_a_planted_fault_is_seen(planted, told):
    found = list(faults(GOOD | planted, VALUES))
    assert any(told in fault for fault in found), found


@each_page
def test_no_page_imports_an_outdated_part_of_numpy(page):
    trees = [ast.parse(cell.code) for cell in page.cells]
    assert "matlib" not in " ".join(ast.unparse(tree) for tree in trees)


@each_page
def test_cells_of_every_page_compile_without_a_warning(page):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for cell in page.cells:
            compile(cell.code, page.name, "exec")
