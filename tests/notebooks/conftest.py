"""The notebooks of the built site, and one fresh environment that runs them all."""

import pytest
from exported import ROOT, Notebook
from fresh import Environment

from udl_book.mathematics.katex import KaTeX, katex_folder


@pytest.fixture(scope="session")
def tree():
    """The branch that Binder opens, as the build made it."""
    folder = ROOT / "_build" / "notebooks"
    if not folder.is_dir():
        pytest.fail("the notebooks are not built: run `make book` first")
    return folder


@pytest.fixture(scope="session")
def notebooks(tree):
    """Every notebook by its path."""
    found = {
        path.relative_to(tree).as_posix(): Notebook(path.read_text("utf8"))
        for path in sorted(tree.rglob("*.ipynb"))
    }
    assert len(found) >= 3
    return found


@pytest.fixture(scope="session")
def plain_katex():
    """KaTeX that knows none of the book's macros."""
    renderer = KaTeX(katex_folder(ROOT), {})
    yield renderer
    renderer.close()


@pytest.fixture(scope="session")
def environment(tree, tmp_path_factory):
    return Environment.by_binder(tree, tmp_path_factory.mktemp("fresh"))
