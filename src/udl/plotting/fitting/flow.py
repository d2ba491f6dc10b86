"""A line that moves as its parameters flow downhill, and a family of such lines."""

import numpy as np

from udl.plotting.maps import HALO, shade
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, SKY, panels, styled


@styled
def line_in_flow(x, y, offsets, slopes, losses, path, at, best, *, note):
    """Draw a moving line through data, and beside it the way of its parameters.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    offsets, slopes : ndarray, shape (N,) and (M,)
        Parameters of the map.
    losses : ndarray, shape (M, N)
        The loss of each line.
    path : ndarray, shape (T, 2)
        Offset and slope along the whole way.
    at, best : ndarray, shape (2,)
        Where the line is now, and the best line.
    note : str
        What is written at the line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(height=3.6, ncols=2)
    figure.subplots_adjust(left=0.11, right=0.97, wspace=0.36)
    ends = np.array([0.0, 1.0])
    looks = {"lw": 1.4, "color": GRAY}
    left.plot(ends, path[0] @ [[1, 1], ends], ls=":", **looks)
    left.plot(ends, best @ [[1, 1], ends], ls="--", **looks)
    left.plot(ends, at @ [[1, 1], ends], color=ORANGE, lw=2.5)
    left.plot(x, y, "o", color=INK, mec=PAGE, ms=8, zorder=3)
    _write(left, "start", (0.02, path[0] @ [1, 0.02]), GRAY, (0, -12))
    _write(left, "best line", (0.98, best @ [1, 0.98]), GRAY, (0, 12), ha="right")
    left.set(xlabel="input $x$", ylabel="output $y$", xlim=ends, ylim=(-0.6, 0.6))
    left.set_title(note, color=ORANGE)
    levels = losses.min() + np.ptp(losses) * np.linspace(0.0, 1, 10) ** 2
    shade(right, offsets, slopes, losses, levels)
    right.plot(*path.T, color=PAGE, lw=5, alpha=0.8)
    right.plot(*path.T, color=INK, lw=1.6)
    right.plot(*best, "P", color=INK, ms=10, mec=PAGE, zorder=4)
    right.plot(*path[0], "s", color=INK, ms=7, mec=PAGE, zorder=4)
    right.plot(*at, "o", color=ORANGE, ms=11, mec=PAGE, zorder=5)
    _write(right, "start", path[0], INK, (0, -13), ha="center")
    _write(right, "best line", best, INK, (0, 13), ha="center")
    right.set(xlabel=r"offset $\phi_0$", ylabel=r"slope $\phi_1$",
              xlim=offsets[[0, -1]], ylim=slopes[[0, -1]])  # fmt: skip
    return figure


@styled
def bands_over_time(x, y, grid, panes, *, ylim=(-3, 3)):
    """Draw predictions with bands of two standard deviations, three panels in a row.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    grid : ndarray, shape (N,)
        Inputs, in order.
    panes : dict of str to (ndarray, ndarray)
        Means and standard deviations, (N,), by the titles of the panels.
    ylim : tuple of float, optional
        Range of the outputs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows = -(-len(panes) // 3)
    figure, stack = panels(
        rows, height=0.8 + 2.0 * rows, ncols=3, sharex=True, sharey=True, squeeze=False
    )
    figure.subplots_adjust(left=0.1, right=0.98, wspace=0.12)
    for axes, (title, (mean, sigma)) in zip(stack.flat, panes.items(), strict=False):
        axes.fill_between(grid, mean - 2 * sigma, mean + 2 * sigma, color=SKY,
                          alpha=0.35, linewidth=0)  # fmt: skip
        axes.plot(grid, mean, color=BLUE)
        axes.plot(x, y, "o", color=ORANGE, mec=PAGE)
        axes.set_title(title)
        axes.set(xlim=(grid[0], grid[-1]), ylim=ylim)
    for axes in stack[-1]:
        axes.set_xlabel("input $x$")
    for axes in stack[:, 0]:
        axes.set_ylabel("output $y$")
    return figure


def _write(axes, text, point, color, offset, **options):
    axes.annotate(text, point, offset, textcoords="offset points", color=color,
                  va="center", path_effects=HALO, zorder=6, **options)  # fmt: skip
