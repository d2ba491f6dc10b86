"""A line as what it is: squares on its errors, and one point on the map of losses."""

import numpy as np
from matplotlib.patches import Rectangle

from udl.plotting.maps import HALO, shade
from udl.plotting.style import (
    BLUE,
    BOTTOM,
    GREEN,
    INK,
    LEFT,
    ORANGE,
    TOP,
    WIDTH,
    panels,
    styled,
)

SHARE = 0.56  # of the figure's width: the panel with the squares


@styled
def errors_as_squares(x, y, phi, slopes, losses, *, xlim=(0, 3.2), ylim=(0, 2.8)):
    """Draw a square on the error of each point, beside the loss along the slope.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    phi : array_like, shape (2,)
        Offset and slope of the line.
    slopes, losses : ndarray, shape (N,)
        The loss of lines with the same offset.
    xlim, ylim : tuple of float, optional
        Ranges of the panel with the data, whose axes have the same scale.

    Returns
    -------
    matplotlib.figure.Figure
    """
    scale = SHARE * (WIDTH - LEFT) / np.ptp(xlim)  # inches a unit
    height = scale * np.ptp(ylim) + TOP + BOTTOM
    figure, (left, right) = panels(
        height=height, ncols=2, width_ratios=[SHARE, 0.87 - SHARE]
    )
    figure.subplots_adjust(left=0.09, wspace=0.42)
    errors = phi[0] + phi[1] * x - y
    for place, bottom, error in zip(x, y, errors, strict=True):
        left.add_patch(Rectangle((place, bottom), abs(error), error, color=ORANGE,
                                 alpha=0.22, linewidth=0))  # fmt: skip
    left.vlines(x, y, y + errors, color=ORANGE, linewidth=1.6)
    ends = np.array(xlim)
    left.plot(ends, phi[0] + phi[1] * ends, color=BLUE)
    left.plot(x, y, "o", color=INK, markeredgecolor="white", zorder=3)
    loss = np.sum(errors**2)
    left.set(xlabel="input $x$", ylabel="output $y$", xlim=xlim, ylim=ylim,
             title=f"total area of the squares: {loss:.2f}")  # fmt: skip
    left.set_aspect("equal")
    right.plot(slopes, losses, color=ORANGE)
    right.plot(phi[1], loss, "o", color=INK, markersize=9, zorder=3)
    late = phi[1] > np.mean(slopes)
    right.annotate(
        "this line", (phi[1], loss), (-10 if late else 10, 4),
        textcoords="offset points", ha="right" if late else "left", va="bottom",
        path_effects=HALO,
    )  # fmt: skip
    right.set(xlabel=r"slope $\phi_1$", ylabel="loss", xlim=(slopes[0], slopes[-1]),
              ylim=(0, 1.15 * losses.max()))  # fmt: skip
    return figure


@styled
def lines_on_map(x, y, mesh, losses, lines):
    """Draw lines through data, and beside them the same lines on the map of losses.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    mesh : ndarray, shape (M, N, 2)
        Offsets along the columns, slopes along the rows.
    losses : ndarray, shape (M, N)
        The loss of each line of the mesh.
    lines : sequence of (float, float)
        Offset and slope of each line, three at most.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(height=3.4, ncols=2)
    figure.subplots_adjust(left=0.09, right=0.97, wspace=0.32)
    offsets, slopes = mesh[0, :, 0], mesh[:, 0, 1]
    ends = np.array([0.0, 2.0])
    left.plot(x, y, "o", color=INK, markeredgecolor="white", zorder=3)
    levels = losses.min() + np.ptp(losses) * np.linspace(0.02, 1, 9) ** 2
    shade(right, offsets, slopes, losses, levels)
    looks = zip("ABC", (BLUE, ORANGE, GREEN), ("-", "--", "-."), strict=True)
    for (offset, slope), (name, color, dashes) in zip(lines, looks, strict=False):
        left.plot(ends, offset + slope * ends, color=color, linestyle=dashes)
        left.annotate(
            name, (1.95, offset + slope * 1.95), (0, 6), textcoords="offset points",
            ha="center", va="bottom", color=color, path_effects=HALO,
        )  # fmt: skip
        right.plot(offset, slope, "o", color=color, markersize=9, zorder=3)
        right.annotate(
            name, (offset, slope), (9, 5), textcoords="offset points", color=color,
            path_effects=HALO, zorder=4,
        )  # fmt: skip
    left.set(xlabel="input $x$", ylabel="output $y$", xlim=ends, ylim=(0, 2.2))
    right.set(xlabel=r"offset $\phi_0$", ylabel=r"slope $\phi_1$",
              xlim=offsets[[0, -1]], ylim=slopes[[0, -1]])  # fmt: skip
    return figure
