"""A valley with a level floor, and where two ways down reach it."""

import numpy as np

from udl.plotting.maps import HALO, ROOM, scale, shade, some
from udl.plotting.style import INK, ORANGE, PAGE, panels, styled


@styled
def two_ways_down(along, across, values, steps, flow, steps_name, flow_name):
    """Draw descent by steps and a smooth flow, from one start to the floor.

    Parameters
    ----------
    along, across : ndarray, shape (N,) and (M,)
        Parameters along the valley, whose floor is at zero, and across it.
    values : ndarray, shape (M, N)
        The loss, between 0 and 1.
    steps, flow : ndarray, shape (K, 2) and (L, 2)
        The two paths; the first point of both is the start.
    steps_name, flow_name : str
        What is written at the paths.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.5, right=ROOM)
    levels = np.linspace(0, 1, 11)
    bands = shade(axes, along, across, values, levels, extend="neither")
    axes.axhline(0, color=INK, lw=1, ls=(0, (1, 2)))
    axes.plot(*steps.T, color=PAGE, alpha=0.8, lw=5)
    axes.plot(*steps.T, "o-", color=ORANGE, ms=5.5, mec=PAGE, mew=0.6)
    axes.plot(*flow.T, color=INK, lw=2, ls=(0, (4, 1.2)))
    axes.plot(*flow[0], "s", color=INK, ms=8, mec=PAGE)
    right, left = steps[-1], flow[-1]
    room = right[0] < along[0] + 0.7 * np.ptp(along)
    _name(axes, steps_name, right, (10, 26), ORANGE, ha="left" if room else "center")
    _name(axes, flow_name, left, (-10, 26), INK, ha="right")
    _write(axes, "start", flow[0], (10, -14))
    _write(axes, "narrow", (along[0], 0), (8, -14))
    _write(axes, "wide", (0, 0), (24, -14))
    axes.set(xlabel=r"along the valley $\phi_0$", ylabel=r"across it $\phi_1$")
    axes.set(xlim=(along[0], along[-1]), ylim=(across[0], across[-1]))
    scale(figure, axes, bands, "loss", ticks=some(levels))
    return figure


def _name(axes, name, point, offset, color, **options):
    arrow = {"arrowstyle": "-", "color": color, "lw": 1, "shrinkB": 3}
    axes.plot(*point, "D", color=color, ms=8, mec=PAGE, zorder=4)
    axes.annotate(name, point, offset, textcoords="offset points", color=color,
                  weight="bold", arrowprops=arrow, path_effects=HALO,
                  va="bottom", **options)  # fmt: skip


def _write(axes, text, point, offset, **options):
    axes.annotate(text, point, offset, textcoords="offset points", color=INK,
                  va="center", path_effects=HALO, **options)  # fmt: skip
