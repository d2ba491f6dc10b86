"""What a reader starts from is what `check` takes for a start."""

from pathlib import Path

import pytest

from udl.exercises.declare import find
from udl.exercises.kinds import Exercise
from udl_book.book import Book, page_number
from udl_book.parts.consistency import CHECKED
from udl_book.run.page import Page

BOOK = Book(Path(__file__).parents[2])
CELLS = [
    pytest.param(number, cell.code, id=number)
    for name in BOOK.docnames()
    if page_number(name)
    for cell in Page(name, BOOK.path(name).read_text("utf8"), BOOK.source).cells
    for number in CHECKED.findall(cell.code)
]


def starts_from(code, stub):
    return f"\n{stub.strip()}\n" in f"\n{code}\n"


@pytest.mark.parametrize(("number", "code"), CELLS)
def test_the_cell_of_an_exercise_holds_its_stub(number, code):
    declared = find(number)
    assert isinstance(declared, Exercise)
    assert starts_from(code, declared.stub)


def test_another_stub_is_seen():
    declared = find("5.1.8")
    code = f'{declared.stub}\ncheck("5.1.8", least_squares)'
    assert starts_from(code, declared.stub)
    assert not starts_from(code.replace("(y, f)", "(f, y)"), declared.stub)
