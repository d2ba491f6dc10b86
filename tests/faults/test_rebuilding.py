"""What a second build does: nothing, or only what has changed."""

import re

import pytest
from small_book import FIRST, SECOND


@pytest.fixture(scope="module")
def book(good_book, tmp_path_factory):
    """One copy that all tests here edit in turn; a moved book is read once."""
    book = good_book.copy(tmp_path_factory.mktemp("again") / "book")
    (book.root / "_build/fingerprint").unlink()
    status, said = book.build()
    assert status == 0, said
    return book


def snapshot(folder):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in (folder / "_build").rglob("*")
    }


def pages_run(said):
    return re.findall(r"\] (\S+): ran in", said)


def test_the_small_book_has_its_numbers(good_book):
    page = good_book.read("_build/html/book/01-first/1-1-doubling.html")
    assert 'class="eqno">(1.1.2)' in page
    assert "Figure 1.1.1" in page
    assert page.count(">Exercise 1.1.2") == 1
    other = good_book.read("_build/html/book/01-first/1-2-halving.html")
    assert "Exercise 1.1.2</span></a>" in other


def test_a_solution_shows_the_tested_code_without_its_docstring(good_book):
    page = good_book.read("_build/html/book/01-first/1-1-doubling.html")
    solution = page.partition('<details class="udl-fold solution"')[2]
    solution = solution.partition("</details>")[0]
    assert "return" in solution
    assert "docstring" not in solution


def test_a_build_without_changes_writes_nothing(book):
    before = snapshot(book.root)
    (book.root / "src/udl/losses/squared_error.py").touch()
    status, said = book.build()
    assert (status, said.count("nothing to do")) == (0, 1)
    assert snapshot(book.root) == before


def test_an_edit_of_the_style_sheet_alone_reaches_the_site(book):
    book.append("book/_static/udl.css", "\nbody { outline-color: #123456 }\n")
    status, said = book.build()
    assert status == 0, said
    assert pages_run(said) == []
    (sheet,) = (book.root / "_build/html/_static").glob("site-*.css")
    assert "#123456" in sheet.read_text()


def test_an_edit_of_a_module_runs_only_the_pages_that_import_it(book):
    book.append("src/udl/losses/squared_error.py", "\n# A comment is an edit.\n")
    status, said = book.build()
    assert status == 0, said
    assert pages_run(said) == [SECOND.removesuffix(".md")]


def test_an_edit_of_a_declaration_shows_on_its_page(book):
    declarations = "src/udl/exercises/pages/p1_1.py"
    book.replace(declarations, "Before you look", "Look at this first")
    status, said = book.build()
    assert status == 0, said
    assert pages_run(said) == [FIRST.removesuffix(".md")]
    page = book.read("_build/html/book/01-first/1-1-doubling.html")
    assert "Look at this first" in page


def test_an_edit_of_prose_runs_nothing(book):
    book.append(SECOND, "\nA last sentence.\n")
    status, said = book.build("page", "1-2")
    assert status == 0, said
    assert pages_run(said) == []
    assert "A last sentence." in book.read("_build/html/book/01-first/1-2-halving.html")


def test_a_number_more_in_the_prose_runs_its_page(book):
    book.append(SECOND, "\nThat is {eval}`6 * 7`.\n")
    status, said = book.build("page", "1-2")
    assert status == 0, said
    assert pages_run(said) == [SECOND.removesuffix(".md")]
    page = book.read("_build/html/book/01-first/1-2-halving.html")
    assert 'That is <span class="udl-eval" data-place="0">42</span>.' in page


def test_one_page_leaves_the_others_for_the_next_build(book):
    book.append(FIRST, "\nFirst has changed.\n")
    book.append(SECOND, "\nSecond has changed.\n")
    status, said = book.build("page", "1-2")
    assert status == 0, said
    first = "_build/html/book/01-first/1-1-doubling.html"
    assert "First has changed." not in book.read(first)
    status, said = book.build()
    assert status == 0, said
    assert "First has changed." in book.read(first)


def test_one_page_may_cite_a_new_entry_of_the_bibliography(book):
    book.append(
        "book/references.bib",
        "@book{new, author={New, Nina}, title={Fresh}, year={2026}, publisher={P}}\n",
    )
    book.append(FIRST, "\nSee {cite:t}`new`.\n")
    status, said = book.build("page", "1-1")
    assert status == 0, said
    page = book.read("_build/html/book/01-first/1-1-doubling.html")
    assert 'title="Nina New. Fresh. P, 2026.">2026</a>)' in page


def test_an_edit_of_a_test_shows_on_the_page_of_tests(book):
    book.replace("tests/pages/1_1/test_equations.py", "-2.0", "-2.5")
    status, said = book.build()
    assert status == 0, said
    assert "2.5" in book.read("_build/html/verified/1-1.html")


def test_sphinx_alone_rewrites_no_page_when_nothing_changed(book):
    """Its numbers are its own again when it compares them."""
    assert book.build()[0] == 0
    page = book.root / "_build/work/html/book/01-first/1-1-doubling.html"
    before = page.stat().st_mtime_ns
    (book.root / "_build/fingerprint").unlink()
    assert book.build()[0] == 0
    assert page.stat().st_mtime_ns == before
