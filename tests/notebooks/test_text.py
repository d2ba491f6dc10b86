"""What the notebooks say: whole, clean, with the numbers of the site's pages."""

import hashlib
import json
import re
import zipfile

import nbformat
import pytest
import yaml
from bs4 import BeautifulSoup
from exported import FORMULA, PAGES, ROOT, Notebook, faults_of, solutions_of

from udl_book.book import Book, page_number
from udl_book.mathematics.katex import KaTeX, katex_folder
from udl_book.notebooks.directives import Cell
from udl_book.notebooks.export import as_json
from udl_book.notebooks.macros import expand

LESSONS = [name for name, page in PAGES.items() if page_number(page)]


def read_page(docname):
    html = (ROOT / "_build/html" / f"{docname}.html").read_text("utf8")
    return BeautifulSoup(html, "html.parser")


def test_every_page_with_cells_has_its_notebook(notebooks):
    assert set(notebooks) == set(PAGES)


def test_no_notebook_has_a_fault(notebooks, plain_katex):
    faults = [
        f"{name} {fault}"
        for name, notebook in notebooks.items()
        for fault in faults_of(notebook, plain_katex)
    ]
    assert not faults, "\n".join(faults)


def test_notebooks_are_valid_and_their_cells_have_names(tree, notebooks):
    for name in notebooks:
        read = nbformat.read(tree / name, as_version=nbformat.NO_CONVERT)
        nbformat.validate(read)
        assert read.metadata.kernelspec.name == "python3"
        ids = [cell.id for cell in read.cells]
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", LESSONS)
def test_equations_have_the_numbers_of_the_page(name, notebooks):
    page = read_page(PAGES[name])
    printed = [n.get_text().split(")")[0] + ")" for n in page.select(".eqno")]
    text = notebooks[name].markdown
    assert re.findall(r"\\qquad \\text\{(\([\dA-Z.]+\))\}\n", text) == printed != []


@pytest.mark.parametrize("name", LESSONS)
def test_figures_have_the_numbers_of_the_page(name, notebooks):
    page = read_page(PAGES[name])
    printed = [n.get_text(strip=True) for n in page.select(".caption-number")]
    found = re.findall(r"^\*\*(Figure [\dA-Z.]+)\.\*\*", notebooks[name].markdown, re.M)
    assert found == printed != []


@pytest.mark.parametrize("name", LESSONS)
def test_tasks_stand_in_the_order_of_the_page(name, notebooks):
    page = read_page(PAGES[name])
    printed = [n["id"][3:] for n in page.select(".udl-box[id^=ex-]")]
    text = notebooks[name].markdown
    found = re.findall(r"^### (?:Exercise|Question) ([\dA-Z.]+):", text, re.M)
    assert [number.replace(".", "-").lower() for number in found] == printed != []
    code = "\n".join(notebooks[name].texts("code"))
    for number in found:
        assert f'check("{number}"' in code


@pytest.mark.parametrize("name", LESSONS)
def test_evaluated_numbers_are_those_of_the_page(name, notebooks):
    page = read_page(PAGES[name])
    for solution in page.select(".solution"):  # the notebook leads to it
        solution.decompose()
    values = {node.get_text() for node in page.select(".udl-eval")}
    assert len(values) > 3
    missing = [text for text in values if text not in notebooks[name].markdown]
    assert missing == []


@pytest.mark.parametrize("name", LESSONS)
def test_solutions_are_left_out(name, notebooks):
    phrases = solutions_of(Book(ROOT).path(PAGES[name]).read_text("utf8"))
    assert len(phrases) > 5
    text = notebooks[name].markdown
    assert [phrase for phrase in phrases if phrase in text] == []
    assert "solution of exercise" in text


def test_expanded_formulas_look_as_those_with_macros(plain_katex):
    """The same HTML, letter for letter, from all formulas of the book's pages."""
    macros = yaml.safe_load((ROOT / "book/notation.yaml").read_text("utf8"))["macros"]
    knowing = KaTeX(katex_folder(ROOT), macros)
    compared = 0
    for docname in PAGES.values():
        for match in FORMULA.finditer(Book(ROOT).path(docname).read_text("utf8")):
            tex = match[1] or match[2]
            if not any(name in tex for name in macros) or "&" in tex:
                continue
            expanded = plain_katex.render(expand(tex, macros))
            assert expanded == knowing.render(tex), tex
            compared += 1
    knowing.close()
    assert compared > 20


def test_the_zip_holds_the_branch(tree):
    with zipfile.ZipFile(ROOT / "_build/html/notebooks.zip") as archive:
        names = {name.removeprefix("udl-notebooks/") for name in archive.namelist()}
        dates = {entry.date_time[0] for entry in archive.infolist()}
    there = {p.relative_to(tree).as_posix() for p in tree.rglob("*") if p.is_file()}
    assert names == there
    assert dates == {1980}


def test_the_site_offers_the_same_files(tree):
    served = ROOT / "_build/html/notebooks"
    digests = [
        {
            path.relative_to(folder): hashlib.sha256(path.read_bytes()).digest()
            for path in folder.rglob("*")
            if path.is_file()
        }
        for folder in (tree, served)
    ]
    assert digests[0] == digests[1]


PLANTED = [
    ("By {eq}`res-5-1-nll`.", "a role"),
    (":::{exercise} 5.1.1\nText.\n:::", "a fence"),
    ("```{note}\nText.", "a directive"),
    ("(target)=\n# Title", "a target"),
    ("$$\nx\n$$ (eq-5-1-x)", "a label"),
    ("By (?) it holds.", "an unknown number"),
    ("A note[^1].", "a footnote"),
    ("[Page](../other.md)", "leads nowhere"),
    (r"Some $\bphi$.", "does not render"),
    (r"$$ \farc{1}{2} $$", "does not render"),
]


@pytest.mark.parametrize(("text", "fault"), PLANTED)
def test_a_planted_fault_is_seen(text, fault, plain_katex):
    notebook = Notebook(as_json([Cell("markdown", text)]))
    assert any(fault in found for found in faults_of(notebook, plain_katex))


def test_planted_outputs_and_metadata_are_seen(plain_katex):
    written = json.loads(as_json([Cell("code", "1", {"mystnb": {}})]))
    written["cells"][0]["outputs"] = [{"output_type": "stream"}]
    found = " ".join(faults_of(Notebook(json.dumps(written)), plain_katex))
    assert "has outputs" in found
    assert "only the book knows" in found


def test_a_clean_text_passes(plain_katex):
    text = "By (5.1.3), `{eq}` and $x$: [page](https://a.org/b.html#c)."
    assert (
        list(faults_of(Notebook(as_json([Cell("markdown", text)])), plain_katex)) == []
    )
