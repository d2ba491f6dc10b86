"""A matrix by its columns: each input is a number of steps along an arrow."""

import numpy as np

from udl.plotting.finish import number
from udl.plotting.maps import HALO
from udl.plotting.style import (
    BLUE,
    BOTTOM,
    GREEN,
    INK,
    LEFT,
    ORANGE,
    RIGHT,
    TOP,
    WIDTH,
    panels,
    styled,
)

COLORS = (BLUE, ORANGE, GREEN)
MINUS, TIMES = "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}"


@styled
def walk_by_columns(
    offsets, weights, inputs, *, target=None, xlim=(-7.7, 7.9), ylim=(-1.2, 3.7)
):  # fmt: skip
    """Draw how the columns of a matrix lead from the offsets to the two outputs.

    Parameters
    ----------
    offsets : array_like, shape (2,)
        Where the walk starts.
    weights : array_like, shape (2, D)
        A column for each input, three at most.
    inputs : array_like, shape (D,)
        How many steps to go along each column.
    target : array_like, shape (2,), optional
        Where the walk should end.
    xlim, ylim : tuple of float, optional
        Ranges of the two outputs; they have the same scale.

    Returns
    -------
    matplotlib.figure.Figure
    """
    scale = (WIDTH - LEFT - RIGHT) / np.ptp(xlim)  # inches a unit
    figure, axes = panels(height=scale * np.ptp(ylim) + TOP + BOTTOM)
    axes.set(xlabel="output $y_1$", ylabel="output $y_2$", xlim=xlim, ylim=ylim)
    axes.set_aspect("equal")
    if target is not None:
        axes.plot(*target, "o", color=INK, markersize=14, fillstyle="none", zorder=3)
        _write(axes, target, "target", (10, 0), "left", "center", INK)
    place = np.asarray(offsets, float)
    left = np.asarray(inputs)[0] >= 0  # whither the first arrow goes
    _write(axes, place, r"offset $\mathbf{\beta}$", (4 if left else -4, 8),
           "left" if left else "right", "bottom", INK)  # fmt: skip
    columns = zip(np.transpose(weights), inputs, COLORS, strict=False)
    for d, (column, steps, color) in enumerate(columns):
        end = place + steps * column
        across, up = np.abs(end - place)
        name = f"{number(steps)} {TIMES} column {d + 1}"
        if max(across, up) > 0:
            _arrow(axes, place, end, steps, color)
        if up > across:
            rises = end[1] > place[1]
            _write(axes, (place + end) / 2, name, (10 if rises else -10, 0),
                   "left" if rises else "right", "center", color)  # fmt: skip
        elif across > 0.9:
            _write(axes, (place + end) / 2, name, (0, -10), "center", "top", color)
        elif across > 0:
            beside = (-9, 3) if left else (9, 9)
            _write(axes, end if left else place, name, beside,
                   "right" if left else "left", "center", color)  # fmt: skip
        risen, place = end[1] >= place[1], end
    axes.plot(*np.asarray(offsets, float), "o", color=INK, zorder=4)
    axes.plot(*place, "o", color=INK, markersize=9, zorder=5)
    text = f"output ({place[0]:.1f}, {place[1]:.1f})".replace("-", MINUS)
    _write(axes, place, text, (0, 9 if risen else -9), "center",
           "bottom" if risen else "top", INK)  # fmt: skip
    return figure


def _arrow(axes, start, end, steps, color):
    """Draw an arrow, with a tick where each whole step ends."""
    axes.annotate(
        "", end, start,
        arrowprops={"arrowstyle": "-|>", "lw": 2.4, "color": color, "shrinkA": 0,
                    "shrinkB": 0, "mutation_scale": 15},
    )  # fmt: skip
    inner = np.arange(1, np.ceil(abs(steps))) / abs(steps)
    axes.plot(*(start + inner[:, np.newaxis] * (end - start)).T, "o", color=color,
              markersize=4, zorder=3)  # fmt: skip


def _write(axes, place, text, shift, ha, va, color):
    axes.annotate(
        text, place, shift, textcoords="offset points", ha=ha, va=va, color=color,
        path_effects=HALO, zorder=6,
    )  # fmt: skip
