"""Functions of two inputs, and the regions that straight joints cut out of a plane."""

import numpy as np
from matplotlib.colors import BoundaryNorm

from udl.plotting.maps import HALO, ROOM, TINT, TWO_TINTS, scale
from udl.plotting.style import (
    BOTTOM,
    GRAY,
    INK,
    LEFT,
    ORANGE,
    TOP,
    WIDTH,
    panels,
    styled,
)


@styled
def heat_grid(x1, x2, rows, *, label, joints=None):
    """Draw a grid of small heat maps on one color scale, white where the value is zero.

    Parameters
    ----------
    x1 : ndarray, shape (N,)
        First input, to the right.
    x2 : ndarray, shape (M,)
        Second input, upward.
    rows : dict of str to dict of str to ndarray, shape (M, N)
        By the name of the row, by the title of the column, the values.
    label : str
        What the colors show.
    joints : dict of str to ndarray, shape (M, N), optional
        By the name of a row or the title of a column, a function whose zero is drawn
        as a line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    columns = len(next(iter(rows.values())))
    height = 1.25 + len(rows) * (WIDTH - 1) / max(columns, 2)
    figure, grid = panels(
        len(rows), height=height, ncols=columns, sharex=True, sharey=True, squeeze=False
    )
    figure.subplots_adjust(hspace=0.12, wspace=0.12, bottom=1.3 / height)
    limit = max(
        np.abs(values).max() for row in rows.values() for values in row.values()
    )
    for number, (line, (name, row)) in enumerate(zip(grid, rows.items(), strict=True)):
        for axes, (title, values) in zip(line, row.items(), strict=True):
            image = _heat(axes, x1, x2, values, -limit, limit)
            for unit in {name, title} & set(joints or ()):
                _zero(axes, x1, x2, joints[unit])
            if number == 0:
                axes.set_title(title, loc="center")
        line[0].set_ylabel(f"{name}\n$x_2$")
    for axes in grid[-1]:
        axes.set_xlabel("$x_1$")
    _ticks(axes, x1, x2)
    _bar(figure, image, label, height)
    return figure


@styled
def heat_maps(x1, x2, panes, *, joints=(), marks=None, equal=False):
    """Draw large heat maps one below the other, each with contours and a color scale.

    Parameters
    ----------
    x1 : ndarray, shape (N,)
        First input, to the right.
    x2 : ndarray, shape (M,)
        Second input, upward.
    panes : dict of str to ndarray, shape (M, N)
        The values by the title of the panel.
    joints : sequence of ndarray, shape (M, N), optional
        Functions whose zeros are drawn as lines, the same in every panel.
    marks : dict of str to (float, float), optional
        Points to mark, by the text beside them.
    equal : bool, optional
        Make one unit as long upward as to the right, for a square of inputs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    height, left, right = 0.6 + 3.6 * len(panes), LEFT, ROOM
    if equal:
        height = 4.9 * len(panes)
        side = height / len(panes) - TOP - BOTTOM
        right = (WIDTH - side + ROOM - LEFT) / 2
        left = WIDTH - side - right
    figure, stack = panels(
        len(panes), height=height, left=left, right=right, sharex=True
    )
    stack, bars = np.atleast_1d(stack), []
    for axes, (title, values) in zip(stack, panes.items(), strict=True):
        limit = np.abs(values).max()
        image = _heat(axes, x1, x2, values, -limit, limit)
        levels = np.linspace(-limit, limit, 16)  # none at zero, where flat parts lie
        axes.contour(x1, x2, values, levels, colors=GRAY, linewidths=0.7)
        for joint in joints:
            _zero(axes, x1, x2, joint)
        for text, point in (marks or {}).items():
            axes.plot(*point, "o", color=INK)
            axes.annotate(text, point, (6, 4), textcoords="offset points",
                          path_effects=HALO)  # fmt: skip
        axes.set(title=title, ylabel="$x_2$")
        bars.append((axes, image, limit))
    axes.set(xlabel="$x_1$")
    for axes, image, limit in bars:
        scale(figure, axes, image, "", ticks=np.array([-1, -0.5, 0, 0.5, 1]) * limit)
    return figure


@styled
def region_maps(x1, x2, panes, *, columns=2, names=False, newest=False):
    """Draw how the joints of hidden units cut the plane into regions.

    The shade tells how many units are active: it differs on the two sides of a joint.

    Parameters
    ----------
    x1 : ndarray, shape (N,)
        First input, to the right.
    x2 : ndarray, shape (M,)
        Second input, upward.
    panes : dict of str to ndarray, shape (D, M, N)
        By the title of the panel, the inputs of its hidden units.
    columns : int, optional
        Panels side by side.
    names : bool, optional
        Write the active units into each region.
    newest : bool, optional
        Draw the last joint of each panel in a color of its own.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows = -(-len(panes) // columns)
    height = 0.6 + rows * (0.35 + (WIDTH - 1) / columns)
    figure, grid = panels(
        rows, height=height, ncols=columns, sharex=True, sharey=True, squeeze=False
    )
    figure.subplots_adjust(wspace=0.12)
    most = max(len(inputs) for inputs in panes.values())
    shades = BoundaryNorm(np.arange(-0.5, most + 1), 256)
    for axes, (title, inputs) in zip(grid.flat, panes.items(), strict=False):
        active = np.asarray(inputs) > 0
        axes.imshow(
            active.sum(axis=0), cmap=TINT, norm=shades, extent=_frame(x1, x2),
            origin="lower", aspect="auto", interpolation="nearest",
        )  # fmt: skip
        for unit in inputs:
            _zero(axes, x1, x2, unit)
        if newest and len(inputs):
            _zero(axes, x1, x2, inputs[-1], color=ORANGE, width=3)
        for text, point in _names(x1, x2, active).items() if names else ():
            axes.text(*point, text, ha="center", va="center")
        axes.set_title(title, loc="center")
        axes.grid(False)
    if columns > 1:
        _ticks(grid[0, 0], x1, x2)
    for axes in grid.flat[len(panes) :]:
        axes.remove()
    for axes in grid.flat[max(len(panes) - columns, 0) : len(panes)]:
        axes.tick_params(labelbottom=True)
    figure.supxlabel("$x_1$", x=0.55, y=0.01, fontsize=12)
    figure.supylabel("$x_2$", x=0.02, fontsize=12)
    return figure


def _heat(axes, x1, x2, values, low, high):
    axes.grid(False)
    return axes.imshow(
        values, cmap=TWO_TINTS, vmin=low, vmax=high, extent=_frame(x1, x2),
        origin="lower", aspect="auto", interpolation="nearest",
    )  # fmt: skip


def _frame(x1, x2):
    """Give the edges of the image whose pixels have their centers at the points."""
    across, up = (x1[1] - x1[0]) / 2, (x2[1] - x2[0]) / 2
    return x1[0] - across, x1[-1] + across, x2[0] - up, x2[-1] + up


def _ticks(axes, x1, x2):
    """Keep the labels of panels side by side apart; the panels share their ticks."""
    inner = np.array([0.2, 0.5, 0.8])
    axes.set_xticks((x1[0] + inner * (x1[-1] - x1[0])).round(6))
    axes.set_yticks((x2[0] + inner * (x2[-1] - x2[0])).round(6))


def _zero(axes, x1, x2, values, color=INK, width=1.8):
    if values.min() < 0 < values.max():
        axes.contour(
            x1, x2, values, [0], colors=[color], linewidths=width, linestyles="solid"
        )


def _bar(figure, image, label, height):
    left, right = figure.subplotpars.left, figure.subplotpars.right
    axes = figure.add_axes([left, 0.62 / height, right - left, 0.13 / height])
    figure.colorbar(image, cax=axes, orientation="horizontal", label=label)


def _names(x1, x2, active):
    """Where to write the active units of each region: at its mean point."""
    first, second = np.meshgrid(x1, x2)
    columns = active.reshape(len(active), first.size)
    patterns, which = np.unique(columns, axis=1, return_inverse=True)
    which = np.ravel(which)
    names = {}
    for n, pattern in enumerate(patterns.T):
        units = ", ".join(str(d + 1) for d in np.flatnonzero(pattern)) or "none"
        here = which == n
        names[units] = first.flat[here].mean(), second.flat[here].mean()
    return names
