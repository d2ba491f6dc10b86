"""The edition without solutions of the real book has none of their words or code."""

import subprocess
import sys

import pytest
from all_texts import all_texts
from exported import QUESTION, ROOT, answers_of, solutions_of

from udl_book.book import Book
from udl_book.parts.solutions import SOLUTION, without_solutions

TEXTS = {
    name: Book(ROOT).path(name).read_text("utf8") for name in Book(ROOT).docnames()
}
PAGES = {name: text for name, text in TEXTS.items() if SOLUTION.search(text)}
ASKING = {name: text for name, text in TEXTS.items() if QUESTION.search(text)}


@pytest.fixture(scope="module")
def edition():
    command = [sys.executable, "-m", "udl_book", "build", "--without-solutions"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return list(all_texts(ROOT / "_build" / "without-solutions"))


def not_left_out(docname, phrases, edition):
    """Where in the edition phrases are found that are found in the page's folder."""
    site = ROOT / "_build/html" / f"{docname}.html"
    words = " ".join(text for _, text in all_texts(site.parent))
    seen = [phrase for phrase in phrases if phrase in words]
    assert len(seen) > 2  # the same search finds them where they are
    return [
        (phrase, name)
        for phrase in phrases
        for name, text in edition
        if phrase in text and "how-to-use" not in name  # it shows a wrong answer's card
    ]


@pytest.mark.parametrize("docname", PAGES)
def test_no_solution_stands_anywhere(docname, edition):
    assert not_left_out(docname, sorted(solutions_of(PAGES[docname])), edition) == []


@pytest.mark.parametrize("docname", ASKING)
def test_nothing_that_is_said_to_an_answer_stands_anywhere(docname, edition):
    assert not_left_out(docname, sorted(answers_of(ASKING[docname])), edition) == []


@pytest.mark.parametrize("docname", PAGES)
def test_emptied_pages_keep_their_lines(docname):
    emptied = without_solutions(PAGES[docname])
    assert emptied.count("\n") == PAGES[docname].count("\n")
    assert [line for line in emptied.splitlines() if "{solution}" in line] == [
        line for line in PAGES[docname].splitlines() if "{solution}" in line
    ]


def test_the_edition_is_complete(edition):
    names = {name for name, _ in edition}
    folder = ROOT / "_build/without-solutions"
    for docname in PAGES:
        assert f"{folder}/html/{docname}.html" in names
        notebook = docname.removeprefix("book/")
        assert f"{folder}/notebooks/{notebook}.ipynb" in names
