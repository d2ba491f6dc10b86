"""Cobwebs: how an iteration walks between a curve and the diagonal."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, GREEN, ORANGE, WIDTH, panels, styled


@styled
def cobwebs(panes, *, limits, columns=2):
    """Draw iterations as steps between a curve and the diagonal.

    Parameters
    ----------
    panes : dict of str to (ndarray, ndarray, ndarray)
        By title: inputs, outputs, and iterates of a function.
    limits : (float, float)
        Of both axes; steps that leave them are cut.
    columns : int
        Panels in a row.

    Returns
    -------
    matplotlib.figure.Figure
    """
    low = limits[0]
    gap, left, right, bottom, top = 0.6, 0.65, 0.15, 0.55, 0.4
    side = (WIDTH - left - right - gap * (columns - 1)) / columns
    side = min(side, 4.0)
    rows = -(-len(panes) // columns)
    height = rows * (side + bottom + top)
    figure, grid = panels(rows, height=height, ncols=columns)
    grid = np.atleast_1d(grid).ravel()
    left += (WIDTH - left - right - columns * side - gap * (columns - 1)) / 2
    for n, axes in enumerate(grid):
        row, column = divmod(n, columns)
        axes.set_position([
            (left + column * (side + gap)) / WIDTH,
            1 - ((row + 1) * (side + top) + row * bottom) / height,
            side / WIDTH, side / height,
        ])  # fmt: skip
    for axes, (title, (z, values, path)) in zip(grid, panes.items(), strict=False):
        axes.plot(limits, limits, color=GRAY, linewidth=1)
        axes.plot(z, values, color=BLUE)
        x, y = np.repeat(path, 2)[:-1], np.repeat(path, 2)[1:]
        y[0] = low
        axes.plot(x, y, color=ORANGE, linewidth=1.2)
        axes.plot(path[0], low, "o", color=ORANGE, clip_on=False, markersize=5)
        axes.set(title=title, xlim=limits, ylim=limits, xlabel="$z$", ylabel="$f[z]$")
    for axes in grid[len(panes) :]:
        axes.remove()
    return figure


@styled
def bounded_errors(errors, bounds, *, ylabel):
    """Draw errors against the number of steps, below what bounds them.

    Parameters
    ----------
    errors, bounds : ndarray, shape (K,)
        For 0 to K - 1 steps.
    ylabel : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    steps = np.arange(len(errors))
    figure, axes = panels(height=3.8, right=1.3)
    for values, color, mark, name in (
        (bounds, GREEN, "s", "bound"), (errors, BLUE, "o", "error")
    ):  # fmt: skip
        axes.plot(steps, values, mark + "-", color=color, markersize=4)
        axes.annotate(name, (steps[-1], values[-1]), (8, 0), va="center",
                      textcoords="offset points", color=color)  # fmt: skip
    axes.set(yscale="log", xlabel="steps", ylabel=ylabel, xlim=(0, steps[-1]))
    return figure
