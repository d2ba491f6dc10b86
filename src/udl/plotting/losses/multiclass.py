"""One of several classes against one input: a curve and a marker for each class."""

import numpy as np
from matplotlib.lines import Line2D

from udl.plotting.curves import LOOKS
from udl.plotting.naming import name_curves
from udl.plotting.style import panels, styled

MARKERS = ("o", "s", "^", "D", "v")


@styled
def class_curves(x, y, grid, panes):
    """Draw a curve for each class, in stacked panels, and each example on its own.

    Parameters
    ----------
    x : ndarray, shape (I,)
        Inputs.
    y : ndarray of int, shape (I,)
        Observed classes, numbered from 0; five classes at most.
    grid : ndarray, shape (N,)
        Inputs, in order, at which the curves are given.
    panes : dict of str to (ndarray, ndarray, str)
        By panel title: the curves (K, N), the same quantity at the data (K, I), and
        the label of the vertical axis. A marker stands on the curve of its class.

    Returns
    -------
    matplotlib.figure.Figure
    """
    height = 0.7 + 2.2 * len(panes)
    figure, stack = panels(len(panes), height=height, sharex=True)
    stack = np.atleast_1d(stack)
    for axes, (title, (lines, at_data, label)) in zip(
        stack, panes.items(), strict=True
    ):
        for k, (line, look, marker) in enumerate(
            zip(lines, LOOKS, MARKERS, strict=False)
        ):
            axes.plot(grid, line, **look)
            axes.plot(
                x[y == k],
                at_data[k, y == k],
                linestyle="none",
                marker=marker,
                color=look["color"],
                markeredgecolor="white",
                markersize=8,
                clip_on=False,
            )
        axes.set(title=title, ylabel=label, xlim=(grid[0], grid[-1]))
    axes.set_xlabel("input $x$")
    handles = [
        Line2D([], [], marker=marker, label=f"class {k}", **look)
        for k, (look, marker) in enumerate(zip(LOOKS, MARKERS, strict=True))
    ]
    name_curves(stack[0], where="above", handles=handles[: len(lines)])
    return figure
