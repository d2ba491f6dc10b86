"""What the home page and the indexes of chapters 7 and 9 say of their figures is so."""

import contextlib
import io
from pathlib import Path

import numpy as np
import pytest

from udl.losses.distributions import normal_pdf
from udl.losses.squared_error import best_normal_sigma
from udl.networks.shallow import shallow_network
from udl_book.book import Book
from udl_book.run.page import Page

BOOK = Book(Path(__file__).parents[2])
STOPS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.6]


def run(name):
    page = Page(name, BOOK.path(name).read_text("utf8"), BOOK.source)
    namespace = {"__name__": "__main__"}
    with contextlib.redirect_stdout(io.StringIO()):
        for cell in page.cells:
            exec(compile(cell.code, name, "exec"), namespace)
    return page, namespace


@pytest.fixture(scope="module")
def home():
    return run("book/index")


def test_the_slider_has_a_stop_of_least_surprise_inside(home):
    page, values = home
    assert f"vary: {{sigma: {STOPS}}}" in page.text
    x, y, network = (values[name] for name in ("x", "y", "network"))
    predicted = shallow_network(x, *network)
    each = [-np.log(normal_pdf(y, predicted, sigma)) for sigma in STOPS]
    assert 0 < np.argmin([surprise.sum() for surprise in each]) < len(STOPS) - 1
    assert all(surprise.argmax() == y.argmin() for surprise in each)
    assert 0.25 < best_normal_sigma(y, predicted) < 0.3


def test_the_middle_unit_of_each_layer_passes_nothing_on():
    _, values = run("book/07-gradients-and-initialization/index")
    h, blame = values["h"], values["blame"]
    assert [units[1, 0] for units in h[1:]] == [0, 0]
    assert all(derivatives[1] == 0 for derivatives in blame[1:3])
    for units in h[1:]:
        assert np.count_nonzero(units) == 2


def test_all_networks_of_chapter_9_fit_and_the_orange_one_is_shortest():
    _, values = run("book/09-regularization/index")
    x, y, h = (values[name] for name in ("x", "y", "h"))
    assert len(x) == 8
    assert len(values["others"]) + 1 == 13
    for phi in (values["smallest"], *values["others"]):
        assert np.max(np.abs(h @ phi - y)) < 1e-9
    lengths = np.linalg.norm(values["others"], axis=1)
    assert np.linalg.norm(values["smallest"]) < lengths.min()
    assert values["apart"] > 1
