"""A book that knows its address says it; one that does not makes none up."""

import re

SITE = "https://example.org/deep/"
PAGE = "_build/html/book/01-first/1-1-doubling.html"


def test_without_an_address_there_is_no_canonical_link_and_no_map(good_book):
    assert 'rel="canonical"' not in good_book.read(PAGE)
    assert not (good_book.root / "_build/html/sitemap.xml").exists()
    assert "url = {" not in good_book.read(PAGE)


def test_a_known_address_is_in_links_map_citation_and_lost_page(book):
    book.replace("_config.yml", "html:\n", f"html:\n  baseurl: {SITE}\n")
    status, said = book.build()
    assert status == 0, said
    here = f"{SITE}book/01-first/1-1-doubling.html"
    page = book.read(PAGE)
    assert f'<link rel="canonical" href="{here}" />' in page
    assert here in re.sub("<[^>]*>", "", page.partition("udl-cite")[2])
    assert f"<loc>{here}</loc>" in book.read("_build/html/sitemap.xml")
    assert f'href="{SITE}book/index.html"' in book.read("_build/html/404.html")
