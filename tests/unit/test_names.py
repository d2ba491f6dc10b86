"""Names of the library in cells: found where they stand, and nowhere else."""

import pytest

from udl_book.api.autolink import add_links
from udl_book.api.names import uses


def found(*cells):
    return [
        [(code[use.start : use.end], use.name) for use in here]
        for code, here in zip(cells, uses(cells), strict=True)
    ]


def test_an_import_is_known_in_later_cells():
    cells = "from udl.losses import sum_of_squares as S", "print(S(y, f), S(f, y))"
    assert found(*cells) == [
        [("sum_of_squares", "udl.losses.sum_of_squares")],
        [("S", "udl.losses.sum_of_squares")],
    ]


def test_an_attribute_is_found_where_it_stands():
    cells = "from udl import losses", "é = 1; z = losses.best_normal_sigma(y, m)"
    assert found(*cells)[1] == [
        ("losses", "udl.losses"),
        ("best_normal_sigma", "udl.losses.best_normal_sigma"),
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "def softmax(f):\n    ...",
        "softmax = 3",
        "for softmax in (1, 2):\n    print(softmax)",
    ],
)
def test_a_name_bound_anew_is_the_readers(cell):
    cells = "from udl.activations import softmax", cell, "softmax"
    assert found(*cells)[1:] == [[], []]


def test_an_argument_hides_a_name_in_its_cell_only():
    cells = "from udl import losses", "lambda losses: losses.x", "losses.x"
    assert found(*cells)[1] == []
    assert [name for _, name in found(*cells)[2]] == ["udl.losses", "udl.losses.x"]


@pytest.mark.parametrize(
    "cell", ["import numpy as np\nnp.exp(1)", "%matplotlib inline", 'f"{losses.x}"']
)
def test_other_code_has_none(cell):
    assert found("from udl import losses", cell)[1] == []


HTML = '<pre><span></span><span class="n">a</span><span class="o">&lt;</span>b</pre>'


def test_links_wrap_whole_tokens_and_leave_the_text():
    linked = add_links(HTML, "a<b", {0: (1, "x.html#a", "udl.a"), 2: (3, "y", "b")})
    assert '<a class="udl-name" href="x.html#a" title="udl.a">a</a>' in linked
    assert ">b</a></pre>" in linked
    assert "&lt;" in linked


@pytest.mark.parametrize("end", [2, 3])
def test_a_range_that_is_no_token_stays_as_it_is(end):
    assert add_links(HTML, "a<b", {0: (end, "x.html", "udl.a")}) == HTML
