"""Nodes that an output needs, layer by layer, and sums estimated from a few terms."""

import numpy as np
from matplotlib.patches import Circle

from udl.plotting.graphs.nodes import RADIUS, free_direction
from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, WIDTH, panels, styled

SHADES = 0.0, 0.45, 0.34, 0.22, 0.12  # opacity by the layer at which a node enters


@styled
def reach(places, edges, entered, layers, *, note=""):
    """Draw at which layer, counted down from the output, each node of a graph enters.

    Edges along which something is handed on are thick.

    Parameters
    ----------
    places : array_like, shape (N, 2)
        Where each node is, in inches on a sheet 7.2 wide.
    edges : sequence of (int, int)
        Pairs of nodes.
    entered : array_like of int, shape (N,)
        0 for the node whose output is wanted (orange rim), k for a node that is first
        needed k layers below, written beside it; more than ``layers`` for one that is
        not needed.
    layers : int
        Number of layers of the network.
    note : str, optional
        Written in the corner.

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
        ends = entered[list(edge)]
        used = ends.max() <= layers and ends.min() < layers
        color, width = (BLUE, 3.0) if used else (GRAY, 1.0)
        start, end = places[list(edge)]
        rim = RADIUS * (end - start) / np.linalg.norm(end - start)
        axes.plot(*np.stack([start + rim, end - rim]).T, color=color, linewidth=width)
    for n, (spot, layer) in enumerate(zip(places, entered, strict=True)):
        face, shade = (BOX, 1.0) if layer > layers else (BLUE, SHADES[min(layer, 4)])
        axes.add_patch(Circle(spot, RADIUS, facecolor=face, alpha=shade, zorder=3))
        rim, width = (ORANGE, 3) if layer == 0 else (GRAY if layer > layers else INK, 1)
        axes.add_patch(
            Circle(spot, RADIUS, fill=False, edgecolor=rim, linewidth=width, zorder=4)
        )
        axes.text(*spot, str(n), ha="center", va="center", zorder=5,
                  color=GRAY if layer > layers else INK)  # fmt: skip
        if 0 < layer <= layers:
            ends = [places[a + b - n] for a, b in edges if n in (a, b)]
            free = free_direction(np.reshape(ends, (-1, 2)) - spot)
            axes.text(*(spot + 1.7 * RADIUS * free), str(layer), color=ORANGE, zorder=5,
                      ha="center", va="center", weight="bold")  # fmt: skip
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
        axes.annotate(
            f"mean {mean:.3g}", (mean, base - 0.19), xytext=(9, -1), color=ORANGE,
            textcoords="offset points", va="center",
        )  # fmt: skip
    axes.axvline(truth, color=INK, linestyle="--", linewidth=1.5, zorder=0)
    axes.set(ylim=(-1.3 * (len(values) - 1) - 0.45, 0.85), yticks=[],
             xlabel=f"estimate (dashed: the sum, {truth:.3g})")  # fmt: skip
    axes.spines["left"].set_visible(False)
    axes.grid(False)
    return figure
