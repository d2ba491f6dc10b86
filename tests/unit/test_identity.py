"""What machines and citing readers get of a page."""

import xml.etree.ElementTree as ET

from udl_book.book import Book
from udl_book.run.store import load, save
from udl_book.site import cite, metadata
from udl_book.tables import status

FACTS = {
    "key": "udl-executable-9-1",
    "author": "A and B",
    "title": "9.1 Title",
    "book": "Book",
    "version": "1",
    "year": "2026",
    "url": "https://example.org/9-1.html",
}


def test_a_citation_names_what_a_reader_needs():
    entry = cite.bibtex(FACTS)
    for field in ("author = {{A and B}}", "title = {{9.1 Title}}", "year = {2026}"):
        assert field in entry
    assert entry.count("{") == entry.count("}")
    assert cite.plain(FACTS).endswith("version 1. https://example.org/9-1.html")


def test_an_unknown_address_is_not_cited():
    assert "url" not in cite.bibtex({**FACTS, "url": ""})
    assert cite.plain({**FACTS, "url": ""}).endswith("version 1.")


def test_the_map_of_the_site_is_xml():
    found = ET.fromstring(metadata.site_map(["https://a.org/x?a&b", "https://a.org/y"]))
    assert [url[0].text for url in found] == ["https://a.org/x?a&b", "https://a.org/y"]


def test_a_description_is_never_too_long():
    for text in ("word " * 100, "x" * 500, "One. " * 60):
        assert len(metadata.shorten(text)) <= metadata.LONGEST


def test_the_store_keeps_the_seconds(tmp_path):
    save(tmp_path, "key", {"cells": [], "answers": [], "seconds": 2.5})
    assert load(tmp_path, "key")["seconds"] == 2.5
    assert load(tmp_path, "other") is None


def test_the_status_counts_what_a_page_holds(tmp_path):
    (tmp_path / "_toc.yml").write_text("root: book/index\nfile: book/9-1-a\n")
    (tmp_path / "book").mkdir()
    (tmp_path / "book/9-1-a.md").write_text(
        "# A\n\n:::{exercise} 9.1.1\n:::\n\n:::{question} 9.1.2\n:::\n\n"
        "```{code-cell} ipython3\n1\n```\n"
    )
    assert status.rows(Book(tmp_path), {}) == [("book/9-1-a", 1, None, 1, 1, 0)]
    found = [("book/9-1-a", 1, 2.0, 1, 1, 0), ("book/x", 2, None, 3, 1, 4)]
    lines = status.table(found)
    assert lines[2] == "| {doc}`/book/9-1-a` | 2.0 s | 1 | 1 | 1 | 0 |"
    assert "| not noted |" in lines[3]
    assert lines[-1] == "| **All pages** | 2.0 s | 3 | 4 | 2 | 4 |"
