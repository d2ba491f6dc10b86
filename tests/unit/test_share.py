"""The share of visible code that draws."""

from pathlib import Path

import pytest

from udl_book.commands.lint_pages import check_page
from udl_book.commands.share import LIMIT, share
from udl_book.run.page import Page

CELL = "```{code-cell} ipython3\n%s\n```\n\n"
DRAWING = """import numpy as np
from udl.plotting.curves import LOOKS, curves as drawn

x = np.arange(3)
drawn(x, {"line": 2 * x},
      looks=LOOKS)"""


def counted(text):
    return share(Page("page", text, Path()))


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([DRAWING], (3, 5)),
        ([":tags: [hide-input]\n" + DRAWING], (0, 0)),
        (["---\ntags: [hide-cell]\n---\n" + DRAWING], (0, 0)),
        ([":tags: [hide-output]\n" + DRAWING], (3, 5)),
        ([":tags: [hide-input]\n" + DRAWING, "figure = drawn(x, {})\nfigure"], (1, 2)),
        (["import matplotlib.pyplot as plt\nprint(1)"], (1, 2)),
        (["from udl.fitting.adam import adam\nadam()"], (0, 2)),
        (["def f():\n    return 1\nf("], (0, 0)),
    ],
)
def test_statements_that_draw_are_counted(cells, expected):
    assert counted("".join(CELL % cell for cell in cells)) == expected


def test_a_page_that_draws_too_much_is_told():
    few = CELL % DRAWING
    many = few + CELL % "\n".join(["x = x + 1"] * 27)
    assert 3 / 32 < LIMIT < 3 / 5
    assert not any("draw" in f.message for f in check_page(Path("p.md"), many))
    (told,) = [f for f in check_page(Path("p.md"), few) if "draw" in f.message]
    assert told.message.startswith("3 of 5 visible lines of code draw")
