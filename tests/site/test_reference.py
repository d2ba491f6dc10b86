"""The reference of the library, and the links of the code cells that lead to it."""

import re

from built import ROOT

from udl_book.api.reference import page_of, public_modules
from udl_book.book import Book
from udl_book.site import redirects

CELLS = "div.cell_input a.udl-name"


def test_every_public_module_is_on_the_page_of_its_room():
    for name in public_modules(ROOT / "src"):
        page = Book(ROOT).path(f"book/reference/{page_of(name)}")
        assert page.is_file(), (
            f"no page for {name}: copy one of book/reference, list it"
        )
        assert f"{{api}} {name}\n" in page.read_text("utf8"), f"{page} lacks {name}"


def test_the_index_says_what_each_module_is(site, pages):
    text = pages[site / "book/reference/index.html"].soup.get_text()
    for name in public_modules(ROOT / "src"):
        assert f"{name}: " in text


def test_addresses_that_the_site_had_lead_to_their_modules(site, pages):
    old = redirects.read(ROOT)
    assert len(old) > 30
    for address, new in old.items():
        page, _, anchor = new.partition("#")
        assert f'url={"../" * address.count("/")}{new}"' in (site / address).read_text()
        assert not anchor or anchor in pages[site / page].ids


def test_private_and_inner_modules_have_none(tmp_path):
    for name in ("_shapes", "losses", "exercises/engine", "plotting/__init__"):
        path = tmp_path / "udl" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("X = 1\n")
    assert public_modules(tmp_path) == ["udl.losses"]


def test_entries_have_arguments_results_and_examples(site, pages):
    page = pages[site / "book/reference/losses.html"]
    entry = page.soup.find(id="udl.losses.squared_error.sum_of_squares").parent
    for word in ("Parameters", "Returns", "Raises", "Examples", "shape (I,)"):
        assert word in entry.get_text()


def test_names_in_the_cells_lead_to_their_entries(first_page, pages):
    links = first_page.soup.select(CELLS)
    assert len({link["title"] for link in links}) > 10
    cells = " ".join(n.get_text() for n in first_page.soup.select("div.cell_input"))
    aliases = dict(re.findall(r"(\w+) as (\w+)", cells))
    for link in links:
        path, anchor = first_page.target(link["href"])
        assert anchor.removeprefix("module-") == link["title"]
        assert anchor in pages[path].ids
        name = link["title"].rpartition(".")[2]
        assert link.get_text() in (name, aliases.get(name))


def test_the_front_door_of_the_exercises_is_linked(first_page):
    names = {link["title"] for link in first_page.soup.select(CELLS)}
    assert "udl.exercises.check" in names


def test_a_readers_own_function_is_not_linked(first_page):
    texts = {link.get_text() for link in first_page.soup.select(CELLS)}
    assert not texts & {"normal_density", "likelihood", "network", "np"}
