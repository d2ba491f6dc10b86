"""Straight lines twice: in the plane of the data, and as points of offset and slope."""

import numpy as np

from udl.plotting.maps import shade
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, panels, styled

MARKS = "PXD"


@styled
def lines_as_points(
    data, offsets, slopes, density, lines, *, stripe=None, named=None, ylim=(-0.8, 0.8)
):
    """Draw lines through data, and beside them a map of all lines with these as dots.

    Parameters
    ----------
    data : tuple of ndarray, shape (I,)
        Inputs and targets; there may be none.
    offsets, slopes : ndarray, shape (N,) and (M,)
        Parameters of the map, in order.
    density : ndarray, shape (M, N)
        How probable each line is, up to a factor.
    lines : array_like, shape (L, 2)
        Offset and slope of each line that is drawn.
    stripe : tuple of float, optional
        Input, target and standard deviation of one measurement: the map shows where
        the lines are which pass within two standard deviations of it, and the
        measurement is marked.
    named : dict of str to array_like, shape (2,), optional
        Lines by name, three at most.
    ylim : tuple of float, optional
        Lowest and highest output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(height=3.8, ncols=2, top=0.45)
    figure.subplots_adjust(left=0.11, right=0.97, wspace=0.36)
    ends = np.array([-1.0, 1.0])
    for line in np.asarray(lines):
        left.plot(ends, line @ [[1, 1], ends], color=BLUE, lw=1.1, alpha=0.75)
    levels = density.max() * np.array([0.011, 0.044, 0.135, 0.33, 0.61, 0.88])
    shade(right, offsets, slopes, density, levels)
    right.plot(*np.transpose(lines), "o", color=BLUE, ms=4.5, mec=PAGE, zorder=4)
    left.plot(*data, "o", color=INK, mec=PAGE, ms=8, zorder=4)
    if stripe:
        x, y, sigma = stripe
        reach = y - slopes[:, np.newaxis] * x + 2 * sigma * np.array([-1, 1])
        right.plot(reach, slopes, color=ORANGE, lw=2)
        left.errorbar(x, y, 2 * sigma, color=ORANGE, lw=2, capsize=5, zorder=3)
        left.plot(x, y, "o", color=ORANGE, mec=PAGE, ms=9, zorder=5)
    for mark, (name, line) in zip(MARKS, (named or {}).items(), strict=False):
        left.plot(ends, line @ np.array([[1, 1], ends]), color=ORANGE, lw=2.2,
                  marker=mark, ms=8, mec=PAGE, label=name, zorder=3)  # fmt: skip
        right.plot(*line, mark, color=ORANGE, ms=10, mec=PAGE, zorder=5)
    if named:
        left.legend(loc="upper left", borderaxespad=0.2, handlelength=1.6)
    left.axhline(0, color=GRAY, lw=0.8)
    left.set(xlabel="input $x$", ylabel="output $y$", xlim=(-1.05, 1.05), ylim=ylim,
             title="lines")  # fmt: skip
    right.set(xlabel=r"offset $\phi_0$", ylabel=r"slope $\phi_1$",
              title="the same lines", xlim=offsets[[0, -1]],
              ylim=slopes[[0, -1]])  # fmt: skip
    return figure
