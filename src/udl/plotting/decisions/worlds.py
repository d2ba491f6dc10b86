"""Worlds of squares: heat for values, arrows for policies, walks, chargers and pits."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import Circle, Polygon, Rectangle

from udl.plotting.finish import number
from udl.plotting.maps import HALO, STRONGEST
from udl.plotting.style import BLUE, GRAY, GREEN, INK, ORANGE, WIDTH, panels, styled

SIDE = 0.78  # inches: of a square
GAP, TITLE = 0.45, 0.42  # inches: between worlds, above them
DIRECTIONS = ((0, -1), (1, 0), (0, 1), (-1, 0))  # right and down, by action
BOLT = ((0.1, -0.5), (-0.3, 0.1), (0, 0.1), (-0.1, 0.5), (0.3, -0.1), (0, -0.1))


@styled
def worlds(panes, shape, *, digits=2):
    """Draw worlds of squares beside one another.

    Parameters
    ----------
    panes : dict of str to dict
        By title, what to draw; each of these may be left out:
        ``values``, shape (S,): tints and numbers; blue above zero, orange below.
        ``policy``, shape (S,) or (A, S): arrows, with lengths by probability.
        ``path``: states of a walk; a ring is its end.
        ``chargers``, ``pits``: squares with a bolt or a hole.
        ``start``: a square with a thick green rim.
    shape : (int, int)
        Rows and columns of each world.
    digits : int, optional
        Decimals of the values.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows, columns = shape
    side = min(SIDE, (WIDTH - 0.2 - GAP * (len(panes) - 1)) / (columns * len(panes)))
    height = rows * side + TITLE + 0.12
    figure, grid = panels(1, height=height, ncols=len(panes))
    whole = len(panes) * columns * side + GAP * (len(panes) - 1)
    for n, (axes, (title, pane)) in enumerate(
        zip(np.atleast_1d(grid).ravel(), panes.items(), strict=True)
    ):
        left = (WIDTH - whole) / 2 + n * (columns * side + GAP)
        axes.set_position([
            left / WIDTH, 0.06 / height, columns * side / WIDTH, rows * side / height,
        ])  # fmt: skip
        axes.set(xlim=(-0.5, columns - 0.5), ylim=(rows - 0.5, -0.5), title=title)
        axes.axis("off")
        _world(axes, shape, digits, **pane)
    return figure


def _world(axes, shape, digits, *, values=None, policy=None, path=None, chargers=(),
           pits=(), start=None):  # fmt: skip
    rows, columns = shape
    places = np.stack(np.divmod(np.arange(rows * columns), columns)[::-1], axis=1)
    largest = 1 if values is None else max(np.max(np.abs(values)), 1e-12)
    for square, (x, y) in enumerate(places):
        face = "none"
        if values is not None:
            share = values[square] / largest
            face = to_rgba(BLUE if share >= 0 else ORANGE, STRONGEST * abs(share))
        axes.add_patch(Rectangle((x - 0.5, y - 0.5), 1, 1, facecolor=face,
                                 edgecolor=GRAY, lw=0.8, clip_on=False))  # fmt: skip
        axes.text(x - 0.44, y - 0.43, str(square), ha="left", va="top", fontsize=9,
                  color=GRAY, path_effects=HALO)  # fmt: skip
        if values is not None:
            text = number(round(float(values[square]), digits))
            axes.text(x, y + (0.35 if policy is not None else 0.12), text, ha="center",
                      va="center", color=INK, path_effects=HALO)  # fmt: skip
    for x, y in places[list(chargers)]:
        corners = [(x + 0.3 + 0.3 * a, y - 0.28 + 0.34 * b) for a, b in BOLT]
        axes.add_patch(Polygon(corners, facecolor=ORANGE, zorder=5))
    for x, y in places[list(pits)]:
        axes.add_patch(Circle((x + 0.3, y - 0.28), 0.13, facecolor=INK, zorder=5))
    if start is not None:
        x, y = places[start]
        axes.add_patch(Rectangle((x - 0.46, y - 0.46), 0.92, 0.92, fill=False,
                                 edgecolor=GREEN, lw=2.6, zorder=4))  # fmt: skip
    if path is not None:
        _walk(axes, places[np.asarray(path)])
    if policy is not None:
        lift = 0 if values is None else 0.1
        _arrows(axes, places - [0, lift], np.asarray(policy))


def _arrows(axes, places, policy):
    shares = policy if policy.ndim == 2 else np.eye(len(DIRECTIONS))[:, policy]
    for action, square in np.argwhere(shares > 0.02):
        share = shares[action, square]
        step, sure = np.array(DIRECTIONS[action]), share > 0.98
        start = places[square] - (0.2 if sure else 0) * step
        end = start + (0.42 if sure else 0.08 + 0.38 * share) * step
        axes.annotate("", end, start, zorder=6,
                      arrowprops={"arrowstyle": "-|>", "color": INK, "lw": 1.5,
                                  "mutation_scale": 5 + 6 * share,
                                  "shrinkA": 0, "shrinkB": 0})  # fmt: skip


def _walk(axes, places):
    """Draw a walk, each visit a little aside of the last one."""
    turns = 2.4 * np.arange(len(places))
    spots = places + 0.16 * np.stack([np.cos(turns), np.sin(turns)], axis=1)
    axes.plot(*spots.T, color=ORANGE, lw=1.6, zorder=3)
    axes.plot(*spots[-1], "o", color=ORANGE, markersize=9, fillstyle="none", zorder=4)
    axes.plot(*spots.T, ".", color=ORANGE, markersize=6, zorder=4)
