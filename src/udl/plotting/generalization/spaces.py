"""Spaces of many dimensions: how far pairs are apart, and laws beside samples."""

import numpy as np

from udl.plotting.finish import number
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, SKY, panels, styled


@styled
def relative_distances(distances, grid, density, *, title, typical=1.0):
    """Draw the distances of all pairs, with the closest and the farthest pair named.

    Parameters
    ----------
    distances : ndarray, shape (P,)
        Distances of the pairs, in units of the typical one.
    grid, density : ndarray, shape (N,)
        The law that they follow, on a grid of distances.
    title : str
        Says where the points are.
    typical : float, optional
        The distance to mark with a dotted line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.9, left=0.4)
    bins = np.linspace(distances.min(), distances.max(), 41)
    heights, _ = np.histogram(distances, bins, density=True)
    peak = density.max()
    axes.stairs(heights / peak, bins, color=SKY, fill=True, alpha=0.5)
    axes.plot(grid, density / peak, color=BLUE)
    axes.axvline(typical, color=GRAY, linestyle=":", linewidth=1.5)
    axes.set(xlim=(grid[0], grid[-1]), ylim=(-0.09, 1.5), yticks=[], title=title)
    ends = (distances.min(), distances.max())
    axes.plot(ends, [0, 0], "o-", color=ORANGE, linewidth=3, zorder=3)
    low, high = (f"{name}\n{number(end)}" for name, end in
                 zip(("closest pair", "farthest pair"), ends, strict=True))  # fmt: skip
    height = 1.24 if ends[0] < 0.45 else 0.3  # where no curve is
    right = ends[1] + 0.12
    axes.text(0.06, height, low, va="center", color=INK)
    axes.text(right, 0.3, high, va="center", color=INK)
    for end, place, top in ((ends[0], 0.2, height), (ends[1], right + 0.1, 0.3)):
        axes.plot([end, place], [0.03, top - 0.14], color=ORANGE, linewidth=1)
    axes.set_xlabel("distance, in units of the typical distance")
    axes.set_ylabel("share of the pairs")
    return figure


@styled
def law_and_sample(x, law, where, sample, *, xlabel, ylabel, names, log=(), level=None):
    """Draw a formula as a curve and what was counted or measured as circles.

    Parameters
    ----------
    x, law : ndarray, shape (N,)
        The formula's values.
    where, sample : ndarray, shape (M,)
        What samples gave.
    xlabel, ylabel : str
        Axis labels.
    names : tuple of str
        Of the curve and of the circles.
    log : sequence of {"x", "y"}, optional
        Axes that are logarithmic.
    level : float, optional
        Height of a thin horizontal line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.7)
    axes.plot(x, law, color=BLUE, label=names[0])
    axes.plot(
        where, sample, "o", color=ORANGE, markerfacecolor=PAGE, markeredgewidth=1.8,
        clip_on=False, zorder=3,
        label=names[1],
    )  # fmt: skip
    if level is not None:
        axes.axhline(level, color=INK, linewidth=1)
    for axis in log:
        axes.set(**{f"{axis}scale": "log"})
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]))
    axes.legend()
    return figure
