"""Notebooks and editions of the small book, which has a made-up address."""

import json
import re

import pytest
from all_texts import all_texts
from small_book import FIRST, SECOND

CONFIG = "_config.yml"
NOTEBOOK = "_build/notebooks/01-first/1-1-doubling.ipynb"
OTHER = "_build/notebooks/01-first/1-2-halving.ipynb"
PAGE = "_build/html/book/01-first/1-1-doubling.html"
SITE = "https://deep.example/"
MARKER = "Only those who know the answer would read this sentence."


@pytest.fixture(scope="module")
def book(good_book, tmp_path_factory):
    book = good_book.copy(tmp_path_factory.mktemp("exports") / "book")
    book.replace(CONFIG, 'url: ""', "url: https://github.com/ann/deep")
    book.replace(CONFIG, "\nhtml:\n", f"\nhtml:\n  baseurl: {SITE}\n")
    status, said = book.build()
    assert status == 0, said
    return book


def sources(book, name):
    return ["".join(cell["source"]) for cell in json.loads(book.read(name))["cells"]]


def test_a_notebook_knows_its_page_and_the_wheel(book):
    title, install, *_ = sources(book, NOTEBOOK)
    assert title.startswith("# 1.1 Doubling\n")
    assert f"({SITE}book/01-first/1-1-doubling.html)" in title
    assert re.search(rf"%pip install \S+ {SITE}wheels/udl-\S+\.whl", install)


def test_references_are_written_out(book):
    text = "\n".join(sources(book, NOTEBOOK))
    assert "By (1.1.1), this is a line" in text
    assert "The slope of Figure 1.1.1 is 2.0." in text
    assert "**Figure 1.1.1.** The line $y = 2x$." in text
    assert r"\begin{aligned}x + x &= (1 + 1)\,x" in text
    assert r"\end{aligned} \qquad \text{(1.1.2)}" in text
    assert "<summary>Every step: why the sum is the double</summary>" in text


def test_what_to_vary_stands_before_its_cell(book):
    written = sources(book, NOTEBOOK)
    place = written.index(
        "*Vary `slope` in the next cell and run it again: `1`, `2`, `3`.*"
    )
    assert "slope = 2.0" in written[place + 1]
    assert "vary" not in written[place + 1]


def test_references_to_other_pages_lead_to_the_site(book):
    text = "\n".join(sources(book, OTHER))
    assert f"[Exercise 1.1.2]({SITE}book/01-first/1-1-doubling.html#ex-1-1-2)" in text


def test_tasks_become_cells(book):
    written = sources(book, NOTEBOOK)
    assert 'check("1.1.1", "")  # your letter in place of ""' in written
    assert 'check("1.1.3", None)  # your number in place of None' in written
    assert 'hint("1.1.2")' in written
    assert any(text.startswith("### Exercise 1.1.2: Twice") for text in written)
    assert any("**b)** It is $2$." in text for text in written)


def test_the_solution_is_a_link_that_leads_somewhere(book):
    text = "\n".join(sources(book, NOTEBOOK))
    assert "Multiply" not in text
    anchor = f"{SITE}book/01-first/1-1-doubling.html#solution-1-1-2"
    assert anchor in text
    assert 'id="solution-1-1-2"' in book.read(PAGE)


def test_tags_become_those_of_jupyter(book):
    cells = json.loads(book.read(OTHER))["cells"]
    (hidden,) = [cell for cell in cells if cell["metadata"]]
    assert hidden["metadata"] == {
        "jupyter": {"source_hidden": True},
        "tags": ["hide-input"],
    }


def test_the_links_above_a_page_open_its_notebook(book):
    page = book.read(PAGE)
    nav = page.partition('<nav class="udl-launch')[2].partition("</nav>")[0]
    notebook = "01-first/1-1-doubling.ipynb"
    binder = notebook.replace("/", "%2F")
    assert f"mybinder.org/v2/gh/ann/deep/notebooks?labpath={binder}" in nav
    assert f"github/ann/deep/blob/notebooks/{notebook}" in nav
    assert f'href="../../notebooks/{notebook}"' in nav
    assert (book.root / "_build/html/notebooks" / notebook).is_file()
    assert "udl-launch" not in book.read("_build/html/book/index.html")


def test_without_an_address_only_the_download_is_left(good_book):
    """The real book has a page that says what to set; this one has none."""
    nav = good_book.read(PAGE).partition('<nav class="udl-launch')[2]
    nav = nav.partition("</nav>")[0]
    assert "mybinder" not in nav
    assert "Download notebook" in nav


def test_only_the_notebook_of_a_changed_page_is_written(book):
    work = book.root / "_build/work/html/notebooks/01-first"
    before = {path.name: path.stat().st_mtime_ns for path in work.iterdir()}
    ids = [cell["id"] for cell in json.loads(book.read(OTHER))["cells"]]
    book.append(SECOND, "\n## More\n\nOne sentence.\n")
    assert book.build()[0] == 0
    after = {path.name: path.stat().st_mtime_ns for path in work.iterdir()}
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["1-2-halving.ipynb"]
    again = [cell["id"] for cell in json.loads(book.read(OTHER))["cells"]]
    assert again[: len(ids)] == ids


def test_what_has_no_counterpart_fails_the_build(book, tmp_path):
    broken = book.copy(tmp_path / "book")
    broken.append(SECOND, "\n```{list-table}\n* - A\n  - B\n```\n\n{abbr}`SGD (x)`\n")
    status, said = broken.build()
    assert status != 0
    assert re.search(rf"{SECOND}.*no counterpart for \{{list-table\}}", said), said
    assert re.search(rf"{SECOND}.*no counterpart for \{{abbr\}}", said), said


def test_an_edition_without_solutions_has_none_anywhere(book):
    book.replace(FIRST, "Multiply, as", f"{MARKER} Multiply, as")
    status, said = book.build()
    assert status == 0, said
    assert MARKER in book.read(PAGE)  # so the marker would be seen
    status, said = book.build("build", "--without-solutions")
    assert status == 0, said
    edition = book.root / "_build/without-solutions"
    assert (edition / "html/index.html").is_file()
    found = [name for name, text in all_texts(edition) if MARKER in text]
    assert found == []
    assert "return 2 * x" in " ".join(text for _, text in all_texts(book.root / "src"))
    code = [name for name, text in all_texts(edition) if "return 2 * x" in text]
    assert code == []
    answers = ("Yes: one step right", "You have halved it", 'data-value="', "Right.</")
    for answer in answers:
        assert answer in book.read(PAGE)
        assert [name for name, text in all_texts(edition) if answer in text] == []
    page = edition / "html/book/01-first/1-1-doubling.html"
    assert "leaves the solution of exercise 1.1.2 out" in page.read_text("utf8")
    assert MARKER in book.read(PAGE)  # the other edition is as it was
