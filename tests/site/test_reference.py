"""The reference of the library, and the links of the code cells that lead to it."""

from built import ROOT

from udl_book.api.reference import public_modules
from udl_book.book import Book

CELLS = "div.cell_input a.udl-name"


def test_every_public_module_has_its_page():
    pages = {page for page in Book(ROOT).docnames() if "/reference/" in page}
    expected = {
        f"book/reference/{name.removeprefix('udl.').replace('.', '-')}"
        for name in public_modules(ROOT / "src")
    }
    missing = sorted(expected - pages)
    assert not missing, f"no page for {missing}: copy one of book/reference, list it"


def test_private_and_inner_modules_have_none(tmp_path):
    for name in ("_shapes", "losses", "exercises/engine", "plotting/__init__"):
        path = tmp_path / "udl" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("X = 1\n")
    assert public_modules(tmp_path) == ["udl.losses"]


def test_entries_have_arguments_results_and_examples(site, pages):
    page = pages[site / "book/reference/losses.html"]
    entry = page.soup.find(id="udl.losses.sum_of_squares").parent
    for word in ("Parameters", "Returns", "Raises", "Examples", "shape (I,)"):
        assert word in entry.get_text()


def test_names_in_the_cells_lead_to_their_entries(first_page, pages):
    links = first_page.soup.select(CELLS)
    assert len({link["title"] for link in links}) > 10
    for link in links:
        path, anchor = first_page.target(link["href"])
        assert anchor.removeprefix("module-") == link["title"]
        assert anchor in pages[path].ids
        assert link["title"].endswith(link.get_text())


def test_the_front_door_of_the_exercises_is_linked(first_page):
    names = {link["title"] for link in first_page.soup.select(CELLS)}
    assert {"udl.exercises.check", "udl.display.show"} <= names


def test_a_readers_own_function_is_not_linked(first_page):
    texts = {link.get_text() for link in first_page.soup.select(CELLS)}
    assert not texts & {"normal_density", "likelihood", "network", "np"}
