"""The gate looks at every figure that a page shows, whatever a slider makes of it."""

from pathlib import Path

from drawn import of_page
from gate import faults

from udl_book.run.page import Page

TEXT = """\
# 1.1 A page

```{code-cell} ipython3
import numpy as np
from udl.plotting.curves import curves
x = np.linspace(0, 1, 11)
curves(x, {"first": x}, xlabel="x", ylabel="y")
```

```{code-cell} ipython3
---
mystnb:
  figure:
    name: fig-1-1-slider
udl:
  vary: {long: [1, 40]}
---
long = 1
curves(x, {"second " * long: x}, xlabel="x", ylabel="y")
```

```{code-cell} ipython3
:tags: [hide-cell]
for _ in range(2):
    print(long)
```
"""


def figures():
    return list(
        of_page(Page("book/1-1-a-page", TEXT, Path(__file__).parents[2] / "src"))
    )


def test_every_figure_and_every_frame_is_drawn(capsys):
    names = [drawn.name for drawn in figures()]
    assert names == ["line 4", "fig-1-1-slider, long = 1", "fig-1-1-slider, long = 40"]
    assert capsys.readouterr().out == "1\n1\n"  # the page goes on with its own value


def test_a_fault_of_one_frame_is_seen():
    assert [bool(faults(drawn.figure)) for drawn in figures()] == [False, False, True]
