"""Nodes that an output needs, layer by layer, and sums estimated from a few terms."""

import numpy as np
from matplotlib.patches import Circle

from udl.plotting.graphs.nodes import RADIUS
from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, PAGE, WIDTH, panels, styled

STRONGEST, WEAKEST = 0.55, 0.12  # opacity of the first and the last nodes that enter


@styled
def reach(places, edges, entered, *, note="", highlighted=()):
    """Draw at which layer, counted down from the output, each node of a graph enters.

    Parameters
    ----------
    places : array_like, shape (N, 2)
        Where each node is, in inches on a sheet 7.2 wide.
    edges : sequence of (int, int)
        Pairs of nodes.
    entered : array_like of int, shape (N,)
        0 for the node whose output is wanted (orange rim), k for a node that is first
        needed k layers below, written beside it; negative for one that is not needed.
    note : str, optional
        Written in the corner.
    highlighted : sequence of (int, int), optional
        Edges drawn thick.

    Returns
    -------
    matplotlib.figure.Figure
    """
    places, entered = np.asarray(places, dtype=float), np.asarray(entered)
    height = places[:, 1].max() + 0.75
    figure, axes = panels(height=height)
    axes.set_position([0, 0, 1, 1])
    axes.set(xlim=(0, WIDTH), ylim=(0, height), aspect="equal")
    axes.axis("off")
    for edge in edges:
        thick = edge in highlighted or edge[::-1] in highlighted
        color, width = (BLUE, 3.5) if thick else (GRAY, 1.0)
        axes.plot(*places[list(edge)].T, color=color, linewidth=width, zorder=1)
    deepest = max(entered.max(), 1)
    for n, (spot, layer) in enumerate(zip(places, entered, strict=True)):
        axes.add_patch(Circle(spot, RADIUS, facecolor=PAGE, zorder=2))
        face, shade = (BLUE, STRONGEST) if layer >= 0 else (BOX, 1.0)
        if layer > 0:
            shade -= (STRONGEST - WEAKEST) * (layer - 1) / deepest
        axes.add_patch(Circle(spot, RADIUS, facecolor=face, alpha=shade, zorder=3))
        rim, width = (ORANGE, 3) if layer == 0 else (INK if layer > 0 else GRAY, 1)
        axes.add_patch(
            Circle(spot, RADIUS, fill=False, edgecolor=rim, linewidth=width, zorder=4)
        )
        axes.text(*spot, str(n), ha="center", va="center", zorder=5,
                  color=INK if layer >= 0 else GRAY)  # fmt: skip
        if layer > 0:
            axes.text(
                *(spot + [0.0, RADIUS + 0.12]), "I" * layer, color=ORANGE, zorder=6,
                ha="center", va="center", weight="bold", fontsize=11,
            )  # fmt: skip
    if note:
        axes.text(0.2, height - 0.25, note, color=BLUE, va="center")
    return figure


@styled
def estimates(values, truth, *, names):
    """Draw all estimates of a sum, each way of estimating in a row of its own.

    Parameters
    ----------
    values : sequence of array_like
        For each way, its estimates, one for each sample that can be drawn.
    truth : float
        The sum itself, a line.
    names : sequence of str
        Of the ways, written above their rows.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=0.75 + 1.3 * len(values))
    for row, (estimated, name) in enumerate(zip(values, names, strict=True)):
        base, seen = -1.3 * row, {}
        for value in np.sort(estimated):
            stacked = seen[round(value, 6)] = seen.get(round(value, 6), -1) + 1
            axes.plot(value, base + 0.17 * stacked, "o", color=BLUE, markersize=6)
        mean = np.mean(estimated)
        axes.plot(mean, base - 0.19, "^", color=ORANGE, markersize=9)
        axes.text(0.01, base + 0.62, name, transform=axes.get_yaxis_transform(),
                  va="center")  # fmt: skip
        axes.text(mean, base - 0.42, f"mean {mean:.3g}", color=ORANGE, ha="center",
                  va="center")  # fmt: skip
    axes.axvline(truth, color=INK, linestyle="--", linewidth=1.5, zorder=0)
    axes.set(ylim=(-1.3 * (len(values) - 1) - 0.65, 0.85), yticks=[],
             xlabel=f"estimate (dashed: the sum, {truth:.3g})")  # fmt: skip
    axes.spines["left"].set_visible(False)
    axes.grid(False)
    return figure
