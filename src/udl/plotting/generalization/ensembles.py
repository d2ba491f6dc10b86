"""Ensembles: their members with what they make together, and their errors."""

import numpy as np
from matplotlib.ticker import FixedLocator, NullLocator

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, SKY, panels, styled


@styled
def members_and_mean(
    grid, truth, curves, together, data, *, title, name="mean", ylim=(-1.5, 4.5)
):
    """Draw the members of an ensemble thinly, and boldly what they make together.

    Parameters
    ----------
    grid, truth, together : ndarray, shape (N,)
        Inputs, the true curve and the ensemble's curve.
    curves : ndarray, shape (M, N)
        A row for each member; those that leave the picture are cut.
    data : tuple of ndarray, shape (I,)
        Inputs and targets.
    title : str
        Says which ensemble it is.
    name : str, optional
        Of the ensemble's curve.
    ylim : tuple of float, optional
        Lowest and highest output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    for curve in curves:
        axes.plot(grid, curve, color=SKY, linewidth=1.1, alpha=0.8)
    if len(curves):
        axes.plot([], [], color=SKY, linewidth=1.5, label="members")
    axes.plot(grid, truth, color=INK, linewidth=2.2, label="true curve")
    axes.plot(grid, together, "--", color=ORANGE, linewidth=2.8, label=name)
    axes.plot(*data, "o", color=BLUE, markerfacecolor=PAGE, label="examples",
              clip_on=False, zorder=3)  # fmt: skip
    axes.set(xlim=(grid[0], grid[-1]), ylim=ylim, title=title)
    axes.set(xlabel="input $x$", ylabel="output $y$")
    axes.legend(loc="upper right", ncols=2)
    return figure


@styled
def duel(against, *, ylabel):
    """Draw the errors of many ensembles against those of other models, by name.

    Parameters
    ----------
    against : dict of str to tuple of ndarray, shape (S,)
        Errors of the other model and of the ensemble; two entries at most.
    ylabel : str
        Name of the ensemble's error.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.4)
    looks = (
        {"color": BLUE, "marker": "o", "markerfacecolor": PAGE},
        {"color": ORANGE, "marker": "x"},
    )
    for (name, (other, error)), look in zip(against.items(), looks, strict=False):
        axes.plot(other, error, linestyle="", markersize=5, label=name, **look)
    errors = np.concatenate([each for pair in against.values() for each in pair])
    ends = errors.min() / 1.2, errors.max() * 1.2
    axes.plot(ends, ends, color=GRAY, linewidth=1.5)
    axes.text(ends[0] * 1.3, ends[0] * 2.4, "ensemble worse", color=INK)
    axes.text(ends[1] / 1.25, ends[1] / 3.6, "ensemble better", color=INK, ha="right")
    axes.set(xscale="log", yscale="log", xlim=ends, ylim=ends)
    ticks = [
        tick for tick in (0.02, 0.05, 0.1, 0.2, 0.5, 1) if ends[0] < tick < ends[1]
    ]
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_locator(FixedLocator(ticks))
        axis.set_major_formatter(lambda tick, _: f"{tick:g}")
        axis.set_minor_locator(NullLocator())
    axes.set(xlabel="error of the other model", ylabel=ylabel)
    axes.legend(loc="upper left", bbox_to_anchor=(0, 0.9))
    return figure
