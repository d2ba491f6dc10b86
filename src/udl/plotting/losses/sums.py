"""Sums and sizes of numbers: terms as bars, likelihoods on a line."""

import numpy as np

from udl.plotting.finish import number
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


@styled
def summed_terms(terms, *, total, xlabel, digits=3):
    """Draw terms as bars that each start where the last ended, and their sum below.

    Parameters
    ----------
    terms : dict of str to float
        Terms by name, from top to bottom; positive ones are blue, negative ones orange
        and hatched.
    total : str
        Name of the sum.
    xlabel : str
        What the terms are.
    digits : int, optional
        Significant digits of the numbers beside the bars.

    Returns
    -------
    matplotlib.figure.Figure
    """
    sizes = np.array(list(terms.values()), dtype=float)
    ends = np.cumsum(sizes)
    starts = ends - sizes
    rows = len(sizes) + 1
    figure, axes = panels(height=0.95 + 0.42 * rows, left=1.9, right=0.8)
    for row, (start, size) in enumerate(zip(starts, sizes, strict=True)):
        look = {"color": BLUE} if size >= 0 else {"facecolor": ORANGE, "hatch": "///",
                                                  "edgecolor": "white"}  # fmt: skip
        axes.barh(row, size, left=start, height=0.62, **look)
        axes.plot([start + size] * 2, [row + 0.31, row + 0.69], color=GRAY, lw=1)
    axes.barh(rows - 1, ends[-1], height=0.62, color=INK)
    right = np.append(np.maximum(starts, ends), max(ends[-1], 0))
    for row, (place, size) in enumerate(zip(right, [*sizes, ends[-1]], strict=True)):
        axes.annotate(number(size, digits), (place, row), (6, 0), va="center",
                      textcoords="offset points")  # fmt: skip
    axes.axvline(0, color=GRAY, linewidth=1)
    axes.set(xlabel=xlabel, ylim=(rows - 0.45, -0.55))
    axes.set_yticks(range(rows), [*terms, total])
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", visible=False)
    return figure


@styled
def number_line(values, *, xlabel, log=True, shaded=None):
    """Draw named numbers on a line, each name above its place.

    Parameters
    ----------
    values : dict of str to float
        Numbers by name; positive on a logarithmic line.
    xlabel : str
        What they are.
    log : bool, optional
        Whether the line is logarithmic.
    shaded : tuple of (float, float, str), optional
        Part of the line to shade, from and to, and its name.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=2.4, left=0.4, right=0.4)
    places = np.array(list(values.values()), dtype=float)
    every = np.append(places, shaded[:2] if shaded else [])
    if log:
        axes.set_xscale("log")
        low, high = np.log10(every[every > 0].min()), np.log10(every.max())
        room = 0.08 * (high - low) or 1
        axes.set_xlim(10 ** max(low - room, -307), 10 ** (high + room))
    else:
        room = 0.08 * np.ptp(every) or 1
        axes.set_xlim(every.min() - room, every.max() + room)
    if shaded:
        axes.axvspan(*shaded[:2], color=ORANGE, alpha=0.18, linewidth=0)
        middle = np.mean(axes.transData.transform([(s, 0) for s in shaded[:2]]), axis=0)
        place = axes.transData.inverted().transform(middle)[0]
        axes.text(place, 0.04, shaded[2], ha="center", color=INK)
    ends = []  # on each level, how far to the right texts reach, in pixels
    for name, place in sorted(values.items(), key=lambda named: named[1]):
        text = axes.text(place, 0, name, ha="center")
        box = text.get_window_extent()
        level = next((k for k, end in enumerate(ends) if end < box.x0), len(ends))
        ends[level : level + 1] = [box.x1 + 8]
        height = 0.34 + 0.2 * level
        text.set_y(height)
        axes.plot([place] * 2, [0, height - 0.03], color=GRAY, lw=1, zorder=1)
    axes.plot(places, np.zeros(len(places)), "o", color=BLUE, clip_on=False, zorder=4)
    axes.set(xlabel=xlabel, ylim=(0, max(1, 0.34 + 0.2 * len(ends))), yticks=[])
    axes.spines["left"].set_visible(False)
    axes.grid(False)
    return figure
