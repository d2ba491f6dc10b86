"""How losses and errors shrink: logarithmic axes, and what becomes of many starts."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.style import BLUE, GREEN, INK, ORANGE, PURPLE, SKY, panels, styled

REGIONS = (SKY, ORANGE, GREEN, PURPLE, BLUE)


@styled
def logarithmic(
    x, ys, *, xlabel, ylabel, looks=LOOKS, xlog=False, ylim=None, mark=None
):
    """Draw curves over a logarithmic vertical axis.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Common abscissa.
    ys : dict of str to ndarray, shape (N,)
        Curves, positive, by the name that the legend gives them; five at most.
    xlabel, ylabel : str
        Axis labels.
    looks : sequence of dict, optional
        Line properties, one a curve.
    xlog : bool, optional
        Whether the horizontal axis is logarithmic, too.
    ylim : tuple of float, optional
        Range of the vertical axis.
    mark : float, optional
        Abscissa of a dotted vertical line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    for (name, y), look in zip(ys.items(), looks, strict=False):
        axes.plot(x, y, label=name, **look)
    if mark is not None:
        axes.axvline(mark, color=INK, linestyle=":", linewidth=1.5)
    axes.set(xlabel=xlabel, ylabel=ylabel, yscale="log", ylim=ylim)
    axes.set_xscale("log" if xlog else "linear")
    axes.set_xlim(min(x[0], x[-1]), max(x[0], x[-1]))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    figure.subplots_adjust(top=1 - (0.1 + 0.25 * -(-len(ys) // 2)) / 3.6)
    return figure


@styled
def basins(first, second, ends, names, *, xlabel, ylabel, points=()):
    """Color each start by where the descent from it ends.

    Parameters
    ----------
    first : ndarray, shape (N,)
        Horizontal parameter of the starts.
    second : ndarray, shape (M,)
        Vertical parameter of the starts.
    ends : ndarray of int, shape (M, N)
        Number of the region, from 0, to which each start belongs.
    names : sequence of str
        Names of the regions, five at most.
    xlabel, ylabel : str
        Names of the parameters.
    points : sequence of array_like, shape (2,), optional
        Points to mark with a cross, such as the minima.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    levels = np.arange(len(names) + 1) - 0.5
    colors, hatches = REGIONS[: len(names)], ("", "//", "..", "xx", "--")
    filled = axes.contourf(
        first, second, ends, levels, colors=colors, hatches=hatches[: len(names)],
        alpha=0.75,
    )  # fmt: skip
    for point in points:
        axes.plot(*point, "X", color=INK, markersize=9, markeredgecolor="white")
    patches, _ = filled.legend_elements()
    axes.legend(
        patches, names, loc="lower left", bbox_to_anchor=(0, 1), ncols=2,
        handlelength=1.5,
    )  # fmt: skip
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.grid(False)
    rows = -(-len(names) // 2)
    figure.subplots_adjust(top=1 - (0.1 + 0.25 * rows) / 3.8)
    return figure
