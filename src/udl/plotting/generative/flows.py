"""Flows of the unit square, as grids and points that are bent."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, WIDTH, panels, styled


@styled
def squares(panes, *, marked=None):
    """Draw unit squares side by side, each with the lines of a grid and with points.

    Parameters
    ----------
    panes : dict of str to (sequence of ndarray, ndarray)
        By title, the lines, (2, P) each, and the points, (2, I).
    marked : sequence of int, optional
        Points to draw large, the same in all squares.

    Returns
    -------
    matplotlib.figure.Figure
    """
    gap, left, right, bottom, top = 0.55, 0.5, 0.1, 0.5, 0.35
    side = (WIDTH - left - right - gap * (len(panes) - 1)) / len(panes)
    height = side + bottom + top
    figure, row = panels(height=height, ncols=len(panes))
    for n, (axes, (title, (lines, points))) in enumerate(
        zip(np.atleast_1d(row), panes.items(), strict=True)
    ):
        axes.set_position(
            [(left + n * (side + gap)) / WIDTH, bottom / height, side / WIDTH,
             side / height]
        )  # fmt: skip
        for line in lines:
            axes.plot(*line, color=GRAY, linewidth=0.7)
        axes.scatter(*points, s=5, color=BLUE, linewidth=0, rasterized=True)
        for i in marked or ():
            axes.plot(*points[:, i], "o", color=ORANGE, markersize=8)
        axes.set(
            title=title, xlim=(0, 1), ylim=(0, 1), xticks=[0, 0.5, 1],
            yticks=[0, 0.5, 1],
        )  # fmt: skip
    return figure


@styled
def bins_and_slopes(phi, h, *, names=("$h'$", "slope")):
    """Draw a piecewise linear function over its bins, and its slope below.

    Parameters
    ----------
    phi : array_like, shape (K,)
        How much the function rises in each bin.
    h : float
        An input to follow to its output.
    names : (str, str)
        What is drawn upward in the two panels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    phi = np.asarray(phi, dtype=float)
    edges = np.linspace(0, 1, len(phi) + 1)
    heights = np.concatenate([[0], np.cumsum(phi)])
    output = np.interp(h, edges, heights)
    figure, (upper, lower) = panels(
        2, height=5.2, sharex=True, height_ratios=[2, 1], gap=0.35
    )
    for axes in (upper, lower):
        for edge in edges[1:-1]:
            axes.axvline(edge, color=GRAY, linewidth=0.6, linestyle=":")
    upper.plot(edges, heights, color=BLUE)
    upper.plot([h, h, 0], [0, output, output], color=ORANGE, linewidth=1.5)
    upper.plot(h, output, "o", color=ORANGE)
    for k, rise in enumerate(phi):
        upper.text(
            (k + 0.5) / len(phi), 1.03, f"{rise:g}", ha="center", color=INK, fontsize=11
        )
    lower.stairs(len(phi) * phi, edges, color=BLUE, linewidth=2, baseline=None)
    upper.set(ylim=(0, 1), ylabel=names[0])
    lower.set(
        xlim=(0, 1), ylim=(0, 1.15 * len(phi) * phi.max()), xlabel="$h$",
        ylabel=names[1], xticks=edges,
    )  # fmt: skip
    return figure


@styled
def tenths(h, h_prime):
    """Draw a growing map of an interval, with ten bands from axis to axis.

    Parameters
    ----------
    h, h_prime : ndarray, shape (P,)
        Points of the curve, from 0 to 1.

    Returns
    -------
    matplotlib.figure.Figure
    """
    edges = np.linspace(0, 1, 11)
    figure, axes = panels(height=4.4, left=1.9, right=1.4)
    for k in range(0, 10, 2):
        low, high = edges[k : k + 2]
        inside = (h > low - 1e-9) & (h < high + 1e-9)
        axes.fill_between(h[inside], h_prime[inside], color=GRAY, alpha=0.3, lw=0)
        axes.fill_betweenx(h_prime[inside], h[inside], color=BLUE, alpha=0.35, lw=0)
    axes.plot(h, h_prime, color=BLUE)
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="before", ylabel="after",
             xticks=[0, 0.5, 1], yticks=[0, 0.5, 1])  # fmt: skip
    return figure
