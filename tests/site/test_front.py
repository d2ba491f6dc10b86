"""What stands around the pages: descriptions, citations, status, the lost page."""

import json
from importlib.metadata import version

from built import ROOT, faults_of

from udl_book.book import Book, page_number


def contents(site, pages):
    return {name: pages[site / f"{name}.html"] for name in Book(ROOT).docnames()}


def test_titles_and_descriptions_tell_pages_apart(site, pages):
    found = contents(site, pages).values()
    for told in ("title", "meta[name=description]"):
        said = [str(page.soup.select_one(told)) for page in found]
        assert len(set(said)) == len(said)


def test_pages_beside_the_contents_have_no_fault(site, pages):
    for name in ("404", "search", "genindex"):
        page = pages[site / f"{name}.html"]
        found = [each for each in faults_of(page, pages) if "which is not" not in each]
        assert found == []


def test_the_lost_page_needs_no_other_file(site, pages):
    assert list(pages[site / "404.html"].resources()) == []


def test_each_content_page_says_how_to_cite_it(site, pages):
    for name, page in contents(site, pages).items():
        fold = page.soup.select("details.udl-cite")
        assert len(fold) == (page_number(name) is not None)
        if fold:
            text = fold[0].get_text()
            assert page.soup.h1.get_text().rstrip("#").strip() in text
            assert f"version {version('udl')}" in text
            assert "@misc{" in text


def test_the_status_page_knows_every_page_and_version(site, pages):
    text = pages[site / "book/status.html"].soup.article.get_text(" ")
    for name, page in contents(site, pages).items():
        if page_number(name):
            assert page.soup.h1.get_text().rstrip("#").strip() in text
    for name in ("numpy", "scipy", "matplotlib", "jupyter-book", "sphinx"):
        assert version(name) in text


def test_the_favicon_is_there(site, pages):
    for page in contents(site, pages).values():
        path, _ = page.target(page.soup.select_one("link[rel=icon]")["href"])
        assert path.is_file()


def test_the_search_index_holds_no_tex(site):
    text = (site / "searchindex.js").read_text("utf8")
    index = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))
    terms = index["terms"]
    assert {"softmax", "likelihood"} & set(terms)
    assert not {"mathrm", "bphi", "qquad", "mathcal"} & set(terms)


def test_pages_do_not_load_the_search_index(first_page):
    assert "searchindex.js" not in first_page.html


def test_the_table_of_differences_lists_no_agreement(site, pages):
    text = pages[site / "book/differences.html"].soup.article.get_text(" ")
    assert "No difference" not in text
    assert "3.1" in text


def test_the_table_of_tasks_names_them_in_words(site, pages):
    text = pages[site / "book/coming-from-udl.html"].soup.article.get_text(" ")
    assert "fit the line by hand" in text
    assert not {"omega_1=0", "sigma_sq_omega", "phi_1..3"} & set(text.split())
