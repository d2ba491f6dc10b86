"""Line searches: brackets, what a step drops from them, and how they shrink."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, SKY, panels, styled

NAMES = "abcd"


@styled
def search_steps(grid, panes, *, xlabel=r"$\phi$", ylabel="loss"):
    """Draw steps of a search, one below the other: the points and what is dropped.

    Parameters
    ----------
    grid : ndarray, shape (N,)
        Abscissa.
    panes : dict of str to (ndarray, ndarray, tuple)
        By panel title: the loss (N,) on the grid; the four points (4,); and the ends
        of the bracket that the step keeps, or None where nothing is dropped.
    xlabel, ylabel : str, optional
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.6 + 2.1 * len(panes), sharex=True)
    for axes, (title, (loss, points, kept)) in zip(
        np.atleast_1d(stack), panes.items(), strict=True
    ):
        axes.plot(grid, loss, color=BLUE)
        heights = np.interp(points, grid, loss)
        axes.vlines(points, 0, heights, color=INK, linewidth=1, linestyle=":")
        axes.plot(points, heights, "o", color=INK, zorder=3)
        room = 0.06 * np.ptp(loss)
        for name, point, height in zip(NAMES, points, heights, strict=True):
            axes.text(point, height + room, f"${name}$", ha="center", va="bottom")
        for low, high in _dropped(points, kept):
            axes.axvspan(low, high, color=GRAY, alpha=0.25, linewidth=0)
        axes.set(title=title, ylabel=ylabel, xlim=(grid[0] - 0.03, grid[-1] + 0.03))
        low, high = min(loss.min(), 0), max(loss.max(), 0)
        axes.set_ylim(low, high + 0.22 * (high - low))
    axes.set_xlabel(xlabel)
    return figure


def _dropped(points, kept):
    if kept is None:
        return
    if kept[0] > points[0]:
        yield points[0], kept[0]
    if kept[1] < points[-1]:
        yield kept[1], points[-1]


@styled
def bracket_history(grid, loss, brackets, *, xlabel=r"$\phi$", ylabel="loss"):
    """Draw a loss above the brackets of a search, a row an iteration.

    Parameters
    ----------
    grid, loss : ndarray, shape (N,)
        The loss along the axis.
    brackets : array_like, shape (n, 4)
        The four points at the start and after each iteration.
    xlabel, ylabel : str, optional
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    brackets = np.asarray(brackets)
    figure, (above, below) = panels(
        2, height=5.2, sharex=True, height_ratios=[1, 1.3], right=0.3
    )
    for points in brackets:
        above.axvspan(points[0], points[-1], color=SKY, alpha=0.10, linewidth=0)
    above.plot(grid, loss, color=BLUE)
    above.set(ylabel=ylabel, xlim=(grid[0], grid[-1]))
    rows = np.arange(len(brackets))
    below.hlines(rows, brackets[:, 0], brackets[:, -1], color=SKY, linewidth=5)
    below.plot(brackets, rows[:, np.newaxis] + np.zeros(4), ".", color=INK)
    below.invert_yaxis()
    below.set(xlabel=xlabel, ylabel="iteration", yticks=rows[::2])
    return figure
