"""A disk that straight lines cut, and how the number of pieces grows."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import Polygon

from udl.plotting.curves import LOOKS
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, panels, styled

CORNERS = 180  # of the polygon that is drawn for the disk
SMALL = 0.02  # area of a piece that has no room for its number


@styled
def cut_disk(beta_0, omega_0):
    """Draw the unit disk cut by lines, the last one in a color of its own.

    The pieces are numbered. Those that the last line has cut in two are tinted, and a
    sum beside the disk says how many it has added.

    Parameters
    ----------
    beta_0 : ndarray, shape (D,)
        Offsets of the lines.
    omega_0 : ndarray, shape (D, 2)
        Slopes: a line is where ``beta_0 + omega_0 @ x`` is zero.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.3)
    axes.set_position([0, 0, 1, 1])
    old = pieces(beta_0[:-1], omega_0[:-1])
    numbered = 0
    for piece in old:
        parts = split(piece, beta_0[-1], omega_0[-1])
        color = ORANGE if len(parts) > 1 else BLUE
        for part in parts:
            numbered += 1
            axes.add_patch(
                Polygon(part, facecolor=to_rgba(color, 0.16), edgecolor=PAGE, lw=3)
            )
            area, middle = _middle(part)
            if area > SMALL:
                axes.text(*middle, numbered, ha="center", va="center")
    for place, (offset, slopes) in enumerate(zip(beta_0, omega_0, strict=True)):
        newest = place == len(beta_0) - 1
        _line(axes, offset, slopes, ORANGE if newest else INK, 3.2 if newest else 1.8)
    added = numbered - len(old)
    for height, text, look in (
        (0.42, f"   {_pieces(len(old))} before", {}),
        (0.12, f"+ {_pieces(added)} cut in two", {"color": ORANGE}),
        (-0.22, f"= {_pieces(numbered)}", {"weight": "bold"}),
    ):
        axes.text(1.2, height, text, fontsize=14, va="center", **look)
    axes.set(xlim=(-1.2, 2.45), ylim=(-1.09, 1.09), aspect="equal")
    axes.axis("off")
    return figure


@styled
def growth(x, logs, *, xlabel, marks=(), limit=None):
    """Draw powers of ten that grow, with their names, a dot on each, and a limit.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Abscissa.
    logs : dict of str to ndarray, shape (N,)
        Base-10 logarithms by name, five at most.
    xlabel : str
        Axis label.
    marks : sequence of float, optional
        Where on each curve a dot is drawn.
    limit : ndarray, shape (N,), optional
        Logarithm of the number of all patterns, a thin line as high as the curves.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    top = 1.04 * max(log.max() for log in logs.values())
    if limit is not None:
        axes.plot(x, limit, color=GRAY, linewidth=1, label="$2^D$")
    for (name, log), look in zip(logs.items(), LOOKS, strict=False):
        axes.plot(x, log, label=name, **look)
    for mark, log, look in zip(marks, logs.values(), LOOKS, strict=False):
        axes.plot(mark, np.interp(mark, x, log), "o", color=look["color"])
    axes.set(xlabel=xlabel, ylabel="regions, as a power of ten")
    axes.set(xlim=(0, x[-1]), ylim=(0, top))
    name_curves(axes)
    return figure


def pieces(beta_0, omega_0):
    """Cut the unit disk along lines.

    Parameters
    ----------
    beta_0 : ndarray, shape (D,)
        Offsets of the lines.
    omega_0 : ndarray, shape (D, 2)
        Slopes of the lines.

    Returns
    -------
    list of ndarray, shape (K, 2)
        Corners of each piece, in order.

    Examples
    --------
    >>> len(pieces(np.zeros(2), np.eye(2)))
    4
    """
    angles = 2 * np.pi * (np.arange(CORNERS) + 0.5) / CORNERS
    found = [np.stack([np.cos(angles), np.sin(angles)], axis=1)]
    for offset, slopes in zip(beta_0, omega_0, strict=True):
        found = [part for piece in found for part in split(piece, offset, slopes)]
    return found


def split(piece, offset, slopes):
    """Cut a convex polygon along a line.

    Parameters
    ----------
    piece : ndarray, shape (K, 2)
        Corners, in order.
    offset : float
    slopes : ndarray, shape (2,)
        The line is where ``offset + slopes @ x`` is zero.

    Returns
    -------
    list of ndarray
        The two parts, or the polygon alone if the line misses it.

    Examples
    --------
    >>> square = np.array([[0, 0], [1, 0], [1, 1], [0, 1.0]])
    >>> [len(part) for part in split(square, -1, np.array([1, 1]))]
    [3, 3]
    """
    height = offset + piece @ slopes
    height = np.where(np.abs(height) < 1e-9, 0.0, height)
    if height.min() >= 0 or height.max() <= 0:
        return [piece]
    ahead, halves = np.roll(piece, -1, axis=0), []
    for side in (height, -height):
        corners = []
        for here, there, z, z_ahead in zip(
            piece, ahead, side, np.roll(side, -1), strict=True
        ):
            if z >= 0:
                corners.append(here)
            if z * z_ahead < 0:
                corners.append(here + z / (z - z_ahead) * (there - here))
        halves.append(np.array(corners))
    return halves


def _middle(corners):
    """Give the area and the center of mass of a polygon."""
    x, y = corners.T
    ahead_x, ahead_y = np.roll(corners, -1, axis=0).T
    turn = x * ahead_y - ahead_x * y
    area = turn.sum() / 2
    return abs(area), [
        ((x + ahead_x) * turn).sum() / (6 * area),
        ((y + ahead_y) * turn).sum() / (6 * area),
    ]


def _line(axes, offset, slopes, color, width):
    """Draw a line as far as the disk reaches, and a little farther."""
    length = np.hypot(*slopes)
    near = -offset * slopes / length**2
    half = np.sqrt(max(0, 1.05**2 - near @ near))
    along = np.array([-slopes[1], slopes[0]]) / length * half
    axes.plot(*np.stack([near - along, near + along]).T, color=color, linewidth=width)


def _pieces(count):
    return f"{count} piece" + "s" * (count != 1)
