"""Surfaces over a plane, seen from above and aside.

A drawing of its own rather than matplotlib's three-dimensional axes: those leave wide
margins, and their shades could not follow a dark page.
"""

from dataclasses import dataclass

import numpy as np
from contourpy import contour_generator
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgba

from udl.plotting.finish import number
from udl.plotting.maps import HALO
from udl.plotting.style import BLUE, GRAY, INK, PAGE

FACES = 36  # of a surface along each side, at most


@dataclass(frozen=True)
class View:
    """Where a box is seen from.

    Attributes
    ----------
    x, y, z : tuple of float
        Ranges of the box.
    azimuth, elevation : float
        Angles of the direction to the viewer, in degrees: 0 looks along the second
        axis, positive azimuths from the right; from above.
    tall : float
        Height of the box; its floor has sides of one.
    """

    x: tuple
    y: tuple
    z: tuple
    azimuth: float = 35.0
    elevation: float = 28.0
    tall: float = 0.6

    def project(self, x, y, z):
        """Give the places on the paper and the nearness to the viewer.

        Parameters
        ----------
        x, y, z : array_like
            Coordinates of points, which broadcast.

        Returns
        -------
        across, up, near : ndarray
        """
        a, b, c = (
            (np.asarray(v, dtype=float) - low) / (high - low) - 0.5
            for v, (low, high) in ((x, self.x), (y, self.y), (z, self.z))
        )
        turn, tilt = np.radians([self.azimuth, self.elevation])
        across = a * np.cos(turn) + b * np.sin(turn)
        back = b * np.cos(turn) - a * np.sin(turn)
        up = self.tall * c * np.cos(tilt) + back * np.sin(tilt)
        return across, up, self.tall * c * np.sin(tilt) - back * np.cos(tilt)


def surface(axes, view, x, y, z, *, color=BLUE):
    """Draw a surface as a net of faces, the higher the darker.

    Parameters
    ----------
    axes : Axes
        Where to draw.
    view : View
        Where it is seen from.
    x, y : ndarray, shape (N,) and (M,)
        The two variables.
    z : ndarray, shape (M, N)
        Heights.
    color : str, optional
        Whose tints to take.
    """
    rows = np.linspace(0, len(y) - 1, min(len(y), FACES + 1)).round().astype(int)
    columns = np.linspace(0, len(x) - 1, min(len(x), FACES + 1)).round().astype(int)
    heights = np.clip(z[np.ix_(rows, columns)], *view.z)
    points = view.project(x[columns], y[rows][:, np.newaxis], heights)
    corners = [
        np.stack(np.broadcast_arrays(*points), axis=-1)[i : i + len(rows) - 1,
                                                        j : j + len(columns) - 1]
        for i, j in ((0, 0), (0, 1), (1, 1), (1, 0))
    ]  # fmt: skip
    faces = np.stack(corners, axis=2).reshape(-1, 4, 3)
    middle = sum(heights[i : i + len(rows) - 1, j : j + len(columns) - 1]
                 for i in (0, 1) for j in (0, 1)).ravel() / 4  # fmt: skip
    order = np.argsort(faces[:, :, 2].mean(axis=1), kind="stable")
    strength = 0.12 + 0.6 * (middle[order] - view.z[0]) / np.ptp(view.z)
    # Each face twice: the page hides what is behind it, then the tint lies on that.
    colors = np.tile(to_rgba(PAGE), (2 * len(order), 1))
    colors[1::2] = [to_rgba(color, alpha) for alpha in strength]
    lines = np.zeros((2 * len(order), 4))
    lines[1::2] = to_rgba(INK, 0.22)
    net = PolyCollection(
        np.repeat(faces[order, :, :2], 2, axis=0), facecolors=colors,
        edgecolors=lines, linewidths=0.5, zorder=2,
    )  # fmt: skip
    axes.add_collection(net)


def curve(axes, view, x, y, z, **look):
    """Draw a curve in space; ``look`` is that of a line."""
    return axes.plot(*view.project(x, y, z)[:2], **({"zorder": 3} | look))


def joints(axes, view, x, y, z, unit, **look):
    """Draw on a surface the line where a function of both variables is zero.

    Parameters
    ----------
    axes, view, x, y, z
        As for `surface`.
    unit : ndarray, shape (M, N)
        The function.
    **look
        Properties of the line.
    """
    for line in contour_generator(x, y, unit).lines(0.0):
        curve(axes, view, *line.T, heights(x, y, z, *line.T), **look)


def heights(x, y, z, across, along):
    """Give heights of a surface between its grid points, linear along each side.

    Parameters
    ----------
    x, y, z : ndarray, shape (N,), (M,) and (M, N)
        The surface.
    across, along : ndarray, shape (K,)
        Where: values of the first and of the second variable.

    Returns
    -------
    ndarray, shape (K,)

    Examples
    --------
    >>> grid = np.array([0.0, 1.0])
    >>> plane = grid + 2 * grid[:, np.newaxis]
    >>> heights(grid, grid, plane, np.array([0.5]), np.array([0.25])).tolist()
    [1.0]
    """
    column = np.interp(across, x, np.arange(len(x)))
    row = np.interp(along, y, np.arange(len(y)))
    i = np.minimum(row.astype(int), z.shape[0] - 2)
    j = np.minimum(column.astype(int), z.shape[1] - 2)
    p, q = row - i, column - j
    low = z[i, j] * (1 - q) + z[i, j + 1] * q
    high = z[i + 1, j] * (1 - q) + z[i + 1, j + 1] * q
    return low * (1 - p) + high * p


def box(axes, view, *, xlabel, ylabel, zlabel):
    """Draw the edges of the floor and one upright, with names and end values."""
    (x0, x1), (y0, y1), (z0, z1) = view.x, view.y, view.z
    corners = (x0, x1, x1, x0, x0), (y0, y0, y1, y1, y0)
    curve(axes, view, *corners, z0, color=GRAY, linewidth=1, zorder=1)
    curve(axes, view, [x0, x0], [y0, y0], [z0, z1], color=GRAY, linewidth=1, zorder=4)
    sides = (
        (xlabel, (x0, x1), lambda t: (t, y0, z0), (0, -9), ("center", "top")),
        (ylabel, (y0, y1), lambda t: (x1, t, z0), (9, -5), ("left", "top")),
        (zlabel, (z0, z1), lambda t: (x0, y0, t), (-8, 0), ("right", "center")),
    )
    for label, (low, high), point, shift, (ha, va) in sides:
        inner = 0.06 * (high - low)
        for value, place in ((low, low + inner), (high, high - inner)):
            _label(axes, view, number(value), point(place), shift, ha, va)
        _label(axes, view, label, point((low + high) / 2),
               tuple(1.6 * s for s in shift), ha, va)  # fmt: skip
    axes.set_aspect("equal")
    axes.axis("off")


def _label(axes, view, text, point, shift, ha, va):
    axes.annotate(
        text, view.project(*point)[:2], shift, textcoords="offset points", ha=ha, va=va,
        path_effects=HALO, zorder=5, annotation_clip=False,
    )  # fmt: skip


def frame(axes, view):
    """Set the limits of axes so that the box and its labels fit."""
    corners = np.array(np.meshgrid(view.x, view.y, view.z)).reshape(3, -1)
    across, up, _ = view.project(*corners)
    wide, tall = np.ptp(across), np.ptp(up)
    axes.set_xlim(across.min() - 0.14 * wide, across.max() + 0.1 * wide)
    axes.set_ylim(up.min() - 0.13 * tall, up.max() + 0.05 * tall)
