"""Values on their way forward through a network, and derivatives on their way back."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.finish import number
from udl.plotting.maps import TWO_TINTS
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, SKY, panels, styled

BARS = 3.0  # where bars begin, in units of a ladder's width


@styled
def ladder(names, down, up=None, beside=None, bars=None):
    """Draw a chain of steps from top to bottom, with what travels along it.

    Parameters
    ----------
    names : sequence of str
        What each rung is called, N of them.
    down, up : tuple of (str, sequence of str, sequence of str)
        A heading, a text for each rung (N), and one for each arrow between two rungs
        (N - 1). `down` stands on the left with arrows that point downward, `up` on the
        right with arrows that point upward.
    beside : sequence of str, optional
        In place of `up`: a text on the right of each arrow (N - 1).
    bars : array_like, shape (N,), optional
        Beside those texts: a bar for each rung, to the right and blue where the number
        is positive, to the left and orange where it is negative.

    Returns
    -------
    matplotlib.figure.Figure
    """
    count = len(names)
    figure, axes = panels(height=0.9 + 0.56 * count)
    figure.subplots_adjust(left=0.01, right=0.99, bottom=0.01, top=0.99)
    heights = 2.0 * np.arange(count)[::-1]
    for name, height in zip(names, heights, strict=True):
        axes.text(
            0,
            height,
            name,
            ha="center",
            va="center",
            fontsize=15,
            bbox={"boxstyle": "round,pad=0.35", "fc": BOX, "ec": GRAY},
        )
    sides = [(-1, BLUE, down)] + ([(1, ORANGE, up)] if up else [])
    for side, color, (heading, at_rungs, at_arrows) in sides:
        where = {"ha": "right" if side < 0 else "left", "va": "center"}
        axes.text(
            side,
            heights[0] + 1.5,
            heading,
            weight="bold",
            color=color,
            fontsize=13.5,
            **where,
        )
        for text, height in zip(at_rungs, heights, strict=True):
            axes.text(side, height, text, color=INK, fontsize=13.5, **where)
        for text, height in zip(at_arrows, heights[1:], strict=True):
            low, high = height + 0.6, height + 1.45
            ends = ((0.35 * side, high), (0.35 * side, low))
            start, end = ends if side < 0 else ends[::-1]
            axes.annotate(
                "",
                end,
                start,
                arrowprops={"arrowstyle": "-|>", "color": color, "lw": 1.8},
            )
            axes.text(side, height + 1, text, color=color, fontsize=12.5, **where)
    for text, height in zip(beside or (), heights[1:], strict=False):
        axes.text(0.3, height + 1, text, color=GRAY, fontsize=12, va="center")
    if bars is not None:
        lengths = np.asarray(bars) / np.abs(bars).max()
        colors = np.where(lengths < 0, ORANGE, BLUE)
        axes.barh(heights, lengths, height=0.8, left=BARS, color=colors)
        axes.plot([BARS, BARS], [heights[-1] - 0.7, heights[0] + 0.7], color=GRAY, lw=1)
    wide = (-2.4, 4.1) if bars is not None else (-3.2, 3.2)
    axes.set(xlim=wide, ylim=(-1, heights[0] + 2.2))
    axes.axis("off")
    return figure


@styled
def layers(panes, edges=None, names=(), notes=()):
    """Draw a network's units, layer by layer, filled by a value that each has.

    Parameters
    ----------
    panes : dict of str to list of ndarray, shape (D_k,)
        By panel title, the values of each layer's units. Positive ones are drawn blue
        and round, negative ones orange and square, zeros hollow; the larger the value
        among those of its layer, the stronger the fill.
    edges : list of list of ndarray, shape (D_{k+1}, D_k), optional
        For each panel and each pair of neighboring layers, the connections: drawn where
        they are not zero.
    names : sequence of str, optional
        What to write above each layer.
    notes : sequence of str, optional
        What to write below each layer.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.35 + 3.15 * len(panes))
    figure.subplots_adjust(left=0.02, right=0.98, bottom=0.03)
    edges = edges or [[] for _ in panes]
    for axes, (title, values), lines in zip(
        np.atleast_1d(stack), panes.items(), edges, strict=True
    ):
        places = [np.arange(len(v)) - (len(v) - 1) / 2 for v in values]
        for k, table in enumerate(lines):
            for to, row in enumerate(table):
                for came, weight in enumerate(row):
                    if weight != 0:
                        ends = -places[k][came], -places[k + 1][to]
                        axes.plot((k, k + 1), ends, color=GRAY, lw=0.9, zorder=1)
        for k, (units, place) in enumerate(zip(values, places, strict=True)):
            strongest = np.abs(units).max() or 1.0
            for value, height in zip(units, place, strict=True):
                look = {"markersize": 13, "zorder": 2}
                shape = "s" if value < 0 else "o"
                axes.plot(k, -height, shape, color="white", mec=GRAY, **look)
                if value != 0:
                    color = BLUE if value > 0 else ORANGE
                    alpha = 0.35 + 0.65 * np.abs(value) / strongest
                    axes.plot(k, -height, shape, color=color, alpha=alpha, **look)
        axes.set_title(title)
        tall = max(len(v) for v in values) / 2
        for texts, height in ((names, tall + 0.3), (notes, -tall - 0.3)):
            for k, text in enumerate(texts):
                axes.text(k, height, text, ha="center", va="center", color=INK)
        reach = tall + (0.6 if len(names) or len(notes) else 0.1)
        axes.set(xlim=(-0.4, len(values) - 0.6), ylim=(-reach, reach))
        axes.axis("off")
    return figure


@styled
def outer_product(column, row, *, column_name, row_name):
    """Draw a table that is a column times a row, with both at its edges.

    Parameters
    ----------
    column : ndarray, shape (D,)
        Drawn on the left: one factor for each row of the table.
    row : ndarray, shape (D_in,)
        Drawn above: one factor for each column of the table.
    column_name, row_name : str
        Their names.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.3)
    figure.subplots_adjust(left=0.02, right=0.98, bottom=0.02, top=0.98)
    table = np.outer(column, row)
    places = (
        (column[:, np.newaxis], 0, 1.3),
        (row[np.newaxis], 1.3, 0),
        (table, 1.3, 1.3),
    )
    for values, left, top in places:
        limit = np.abs(values).max() or 1.0
        high, wide = values.shape
        axes.imshow(
            values,
            cmap=TWO_TINTS,
            vmin=-limit,
            vmax=limit,
            zorder=2,
            extent=(left, left + wide, top + high, top),
        )
        for j, line in enumerate(values):
            for m, value in enumerate(line):
                axes.text(
                    left + m + 0.5,
                    top + j + 0.5,
                    number(value),
                    fontsize=11.5,
                    ha="center",
                    va="center",
                    zorder=3,
                    color=INK,
                )
    high, wide = table.shape
    axes.text(0.5, 1.1, column_name, ha="center", va="bottom", fontsize=14)
    axes.text(1.3 + wide + 0.2, 0.5, row_name, ha="left", va="center", fontsize=14)
    axes.set(xlim=(-0.4, wide + 2.6), ylim=(high + 1.5, -0.2), aspect="equal")
    axes.axis("off")
    return figure


@styled
def curve_and_lines(x, y, lines, *, xlabel, ylabel, dots=()):
    """Draw a curve, straight lines that touch or cut it, and points on it.

    Parameters
    ----------
    x, y : ndarray, shape (N,)
        The curve.
    lines : dict of str to (float, float, float, float)
        By the name that the legend gives them: a point's coordinates, a slope, and how
        far to draw to each side.
    xlabel, ylabel : str
        Axis labels.
    dots : sequence of (float, float), optional
        Points to mark.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    axes.plot(x, y, color=SKY, linewidth=5, label="loss")
    for (name, (at, level, slope, reach)), look in zip(
        lines.items(), LOOKS[1:], strict=False
    ):
        ends = np.array([-reach, reach])
        axes.plot(at + ends, level + slope * ends, label=name, **look)
    for dot in dots:
        axes.plot(*dot, "o", color=INK, zorder=5)
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]))
    name_curves(axes, where="above")
    return figure
