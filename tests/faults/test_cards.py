"""The first screen and the card of an exercise, on the site of the small book."""

from bs4 import BeautifulSoup

PAGE = "_build/html/book/01-first/1-1-doubling.html"
NOTEBOOK = "_build/notebooks/01-first/1-1-doubling.ipynb"


def soup(book):
    return BeautifulSoup(book.read(PAGE), "html.parser")


def test_one_card_holds_all_of_an_exercise(good_book):
    card = soup(good_book).find(id="ex-1-1-2")
    assert card.select_one(".udl-kind").text == "optional"
    for part in (".cell_input", ".udl-hints", ".solution"):
        assert card.select_one(part), part
    assert not card.find(id="ex-1-1-3"), "the next question is another card"


def test_nothing_is_said_before_an_answer(good_book):
    page = good_book.read(PAGE)
    assert "Not attempted" not in page
    assert "In a notebook" not in page


def test_title_companion_and_links_stand_in_one_row(good_book):
    row = soup(good_book).select_one("article h1").find_next_sibling()
    assert row["class"] == ["udl-row"]
    assert row.select_one(":scope > p.udl-companion")
    assert row.select_one(":scope > nav a")


def test_aims_unfold_and_reach_the_notebook(good_book):
    aims = soup(good_book).select_one("details.udl-aims")
    assert "2 reading, 1 exercises" in aims.summary.text
    assert len(aims.select("li")) == 3
    assert "**Before:** sums" in good_book.read(NOTEBOOK)
