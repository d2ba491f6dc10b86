"""Networks as nodes and arrows, with what the nodes hold and what the edges weigh."""

import numpy as np
from matplotlib.patches import Circle

from udl.plotting.finish import number
from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, PAGE, WIDTH, panels, styled

RADIUS, ROW, SIDE = 0.29, 0.95, 0.62  # inches: of a node, between rows, beside layers


@styled
def network(layers, *, weights=None, values=None, derivatives=None, titles=None):
    """Draw layers of units from left to right, and the connections between them.

    Parameters
    ----------
    layers : sequence of sequence of str
        For each layer, the names of its units, such as ``[["$x$"], ["$h_1$", "$h_2$"],
        ["$y$"]]``.
    weights : sequence of array_like, shape (D_{k+1}, D_k), optional
        For each pair of neighboring layers: numbers or texts to write on the edges. A
        zero or an empty text means no edge; None, in place of a matrix, edges without
        texts. Negative numbers are dashed and orange.
    values, derivatives : sequence of array_like, shape (D_k,), optional
        Numbers or texts to write below the units: values in blue, which are computed
        from left to right, and below them derivatives in orange, which are computed
        from right to left. None in place of a layer leaves it out.
    titles : sequence of str, optional
        What to write above each layer.

    Returns
    -------
    matplotlib.figure.Figure
    """
    widest = max(len(names) for names in layers)
    below = 0.24 * (bool(values) + bool(derivatives))
    row = ROW + below
    height = widest * row + (0.55 if titles else 0.25) + 0.27 * bool(derivatives)
    figure, axes = panels(height=height)
    axes.set_position([0, 0, 1, 1])
    axes.set(xlim=(0, WIDTH), ylim=(0, height), aspect="equal")
    axes.axis("off")
    middle = (widest * row + below) / 2 + 0.1 + 0.27 * bool(derivatives)
    places = _places([len(names) for names in layers], row, middle)
    for k in range(len(layers) - 1):
        _edges(axes, places[k], places[k + 1], weights[k] if weights else None)
    for k, (names, spots) in enumerate(zip(layers, places, strict=True)):
        for name, spot in zip(names, spots, strict=True):
            axes.add_patch(Circle(spot, RADIUS, facecolor=BOX, edgecolor=INK, lw=1.2,
                                  zorder=6))  # fmt: skip
            axes.text(*spot, name, ha="center", va="center", fontsize=13, zorder=7)
        for rank, (table, color) in enumerate(
            pair for pair in ((values, BLUE), (derivatives, ORANGE)) if pair[0]
        ):
            _write(axes, spots, table[k], color, RADIUS + 0.14 + 0.22 * rank)
        if titles:
            axes.text(spots[0][0], height - 0.2, titles[k], ha="center", color=GRAY)
    if derivatives:
        axes.annotate("derivatives", (SIDE, 0.2), (WIDTH - SIDE, 0.2), color=ORANGE,
                      va="center", ha="right",
                      arrowprops={"arrowstyle": "-|>", "color": ORANGE})  # fmt: skip
    return figure


def _places(sizes, row, middle):
    """Centers of the units: a column a layer."""
    across = np.linspace(SIDE, WIDTH - SIDE, len(sizes))
    return [
        [(x, middle + row * ((size - 1) / 2 - d)) for d in range(size)]
        for x, size in zip(across, sizes, strict=True)
    ]


def _edges(axes, before, after, weights):
    """Draw the arrows between two layers, each with its weight where there is one."""
    for d, came in enumerate(before):
        for j, to in enumerate(after):
            weight = "" if weights is None else weights[j][d]
            if weights is not None and weight in (0, ""):
                continue
            negative = not isinstance(weight, str) and weight < 0
            start, step = np.array(came), np.subtract(to, came)
            length = np.hypot(*step)
            inner = RADIUS / length * step
            look = {"color": ORANGE, "ls": "--"} if negative else {"color": GRAY}
            axes.annotate(
                "", start + step - inner, start + inner,
                arrowprops={"arrowstyle": "-|>", "lw": 1.1, "shrinkA": 0, "shrinkB": 0,
                            **look},
            )  # fmt: skip
            if weight != "":
                # Not at the middles, where edges cross each other.
                part = 0.5 if len(before) == 1 or len(after) == 1 else (
                    0.26 if (d + j) % 2 else 0.7
                )  # fmt: skip
                text = weight if isinstance(weight, str) else number(weight)
                axes.text(
                    *(start + part * step), text, ha="center", va="center",
                    color=ORANGE if negative else INK, fontsize=11, zorder=5,
                    rotation=np.degrees(np.arctan2(step[1], step[0])),
                    bbox={"boxstyle": "square,pad=0.08", "fc": PAGE, "ec": "none"},
                )  # fmt: skip


def _write(axes, spots, texts, color, drop):
    if texts is None:
        return
    for (x, y), value in zip(spots, texts, strict=True):
        text = value if isinstance(value, str) else number(value)
        axes.text(x, y - drop, text, ha="center", va="center", color=color, fontsize=11)
