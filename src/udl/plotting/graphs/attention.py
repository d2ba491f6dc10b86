"""Who listens to whom on a graph: as lines of different widths, and as a table."""

import numpy as np
from matplotlib.patches import Rectangle

from udl.plotting.graphs.nodes import graph
from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, PAGE, WIDTH, panels, styled

WIDEST = 13  # points, of an edge that carries all the attention
CELL, MARGIN = 0.42, 0.75  # inches
STRONGEST = 0.5  # opacity of a cell with all the attention, so that its number is read


@styled
def listening(places, edges, weights, listener, *, note=""):
    """Draw how much one node of a graph listens to each of the others.

    Parameters
    ----------
    places : array_like, shape (N, 2)
        Where each node is, in inches on a sheet 7.2 wide.
    edges : sequence of (int, int)
        Pairs of nodes.
    weights : array_like, shape (N,)
        Weights of the listener, which sum to one.
    listener : int
        The node that listens; it gets an orange rim.
    note : str, optional
        Written in the corner.

    Returns
    -------
    matplotlib.figure.Figure
    """
    percent = np.round(100 * np.asarray(weights)).astype(int)
    figure = graph(places, edges, counts=percent, marked=[listener], note=note)
    for m, n in edges:
        if listener in (m, n):
            speaker = m + n - listener
            figure.axes[0].plot(
                *np.asarray(places, dtype=float)[[m, n]].T, color=BLUE, zorder=2,
                linewidth=WIDEST * weights[speaker], solid_capstyle="butt",
            )  # fmt: skip
    return figure


@styled
def table(weights, *, allowed=None, marked=(), row="speaker", column="listener"):
    """Draw a table of attention, in percent, a column a listener.

    Parameters
    ----------
    weights : array_like, shape (N, N)
        Columns that sum to one.
    allowed : array_like, shape (N, N), optional
        Where a weight may be; the other cells are left empty.
    marked : sequence of int, optional
        Columns with an orange frame.
    row, column : str
        What a row and a column stand for.

    Returns
    -------
    matplotlib.figure.Figure
    """
    weights = np.asarray(weights)
    count = len(weights)
    allowed = np.ones((count, count)) if allowed is None else np.asarray(allowed)
    height = CELL * count + MARGIN + 0.1
    figure, axes = panels(height=height)
    axes.set_position([0, 0, 1, 1])
    left = (WIDTH - CELL * count) / 2
    axes.set(xlim=(-left, WIDTH - left), ylim=(height - MARGIN, -MARGIN))
    axes.axis("off")
    for m, n in np.ndindex(count, count):
        face = BLUE if allowed[m, n] else BOX
        shade = STRONGEST * weights[m, n] if allowed[m, n] else 1.0
        for color, alpha in ((PAGE, 1.0), (face, shade)):
            axes.add_patch(
                Rectangle((CELL * n, CELL * m), CELL, CELL, facecolor=color,
                          alpha=alpha, edgecolor="none")
            )  # fmt: skip
        if allowed[m, n]:
            axes.text(
                CELL * (n + 0.5), CELL * (m + 0.5), f"{100 * weights[m, n]:.0f}",
                color=INK, ha="center", va="center",
            )  # fmt: skip
    for n in range(count):
        axes.text(CELL * (n + 0.5), -0.17, str(n), ha="center", va="center", color=GRAY)
        axes.text(-0.17, CELL * (n + 0.5), str(n), ha="center", va="center", color=GRAY)
    for n in marked:
        axes.add_patch(
            Rectangle((CELL * n, 0), CELL, CELL * count, fill=False, lw=2.5,
                      edgecolor=ORANGE, zorder=3)
        )  # fmt: skip
    axes.text(CELL * count / 2, -0.45, column, ha="center", va="center")
    axes.text(-0.4, CELL * count / 2, row, ha="right", va="center")
    return figure
