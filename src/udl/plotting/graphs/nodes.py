"""Graphs as circles and lines, with a number below each node."""

import numpy as np
from matplotlib.patches import Circle

from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, PAGE, WIDTH, panels, styled

RADIUS = 0.23  # inches


@styled
def graph(places, edges, *, names=None, counts=None, marked=(), note=""):
    """Draw nodes with their numbers, edges, and a count at each node.

    Parameters
    ----------
    places : array_like, shape (N, 2)
        Where each node is, in inches on a sheet 7.2 wide.
    edges : sequence of (int, int)
        Pairs of nodes.
    names : sequence of str, optional
        Written in the nodes, instead of their numbers.
    counts : array_like, shape (N,), optional
        Written beside the nodes, where no edge is; nodes with a count of 0 are pale.
    marked : sequence of int, optional
        Nodes with a thick orange rim.
    note : str, optional
        What the counts are, written in the corner.

    Returns
    -------
    matplotlib.figure.Figure
    """
    places = np.asarray(places, dtype=float)
    height = places[:, 1].max() + 0.75
    figure, axes = panels(height=height)
    axes.set_position([0, 0, 1, 1])
    axes.set(xlim=(0, WIDTH), ylim=(0, height), aspect="equal")
    axes.axis("off")
    for m, n in edges:
        axes.plot(*places[[m, n]].T, color=GRAY, linewidth=1.6, zorder=1)
    for n, spot in enumerate(places):
        rim = {"edgecolor": ORANGE, "lw": 3} if n in marked else {"edgecolor": INK}
        active = counts is None or counts[n] > 0
        face = BOX if active else PAGE
        axes.add_patch(Circle(spot, RADIUS, facecolor=face, zorder=3, **rim))
        name = names[n] if names else str(n)
        axes.text(*spot, name, ha="center", va="center", zorder=4,
                  color=INK if active else GRAY)  # fmt: skip
        if counts is not None:
            ends = [places[a + b - n] for a, b in edges if n in (a, b)]
            free = free_direction(np.reshape(ends, (-1, 2)) - spot)
            axes.text(
                *(spot + 1.9 * RADIUS * free),
                str(counts[n]), color=BLUE if active else GRAY, fontsize=14, zorder=5,
                ha="center", va="center", weight="bold",
            )  # fmt: skip
    if note:
        axes.text(0.2, height - 0.25, note, color=BLUE, va="center")
    return figure


def free_direction(edges):
    """Give, of eight directions, the one farthest from a node's edges, upward first.

    Parameters
    ----------
    edges : array_like, shape (d, 2)
        From the node to its neighbors.

    Returns
    -------
    ndarray, shape (2,)
        Of length 1: where a label does not lie on an edge.

    Examples
    --------
    >>> free_direction(np.array([[0.0, 3.0], [2.0, 0.0]])).round(1)
    array([-0.7, -0.7])
    """
    angles = np.pi * np.array([2, 1, 3, 0, 4, 6, 5, 7]) / 4
    compass = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    if len(edges) == 0:
        return compass[0]
    units = edges / np.linalg.norm(edges, axis=1, keepdims=True)
    nearest = (compass @ units.T).max(axis=1).round(6)
    return compass[0] if nearest[0] < 0.75 else compass[nearest.argmin()]
