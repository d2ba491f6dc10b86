"""Probabilities of classes as shares of one, and losses as lengths at each label."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.losses.multiclass import MARKERS
from udl.plotting.style import GRAY, INK, ORANGE, PAGE, panels, styled


@styled
def stacked_shares(x, shares, names, *, data=None, xlabel="input $x$"):
    """Draw probabilities of classes as areas on each other: together they fill one.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Inputs, in order.
    shares : ndarray, shape (K, N)
        A row a class; each column sums to one. Five classes at most.
    names : sequence of str
        Names of the classes, written where their areas are widest.
    data : tuple of ndarray, optional
        Inputs (I,) and classes (I,), numbered from 0; each is marked in the middle of
        the area of its class.
    xlabel : str, optional
        Label of the axis.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.9)
    tops = np.cumsum(shares, axis=0)
    for k, (name, look, top) in enumerate(zip(names, LOOKS, tops, strict=False)):
        low = top - shares[k]
        axes.fill_between(x, low, top, color=look["color"], alpha=0.28, linewidth=0)
        if k + 1 < len(shares):
            axes.plot(x, top, color=PAGE, linewidth=2)
        free = np.abs(2 * (x - x[0]) / np.ptp(x) - 1) < 0.85
        for place in () if data is None else data[0][data[1] == k]:
            free &= np.abs(x - place) > 0.08 * np.ptp(x)
        widest = int(np.argmax(np.where(free, shares[k], -1)))
        middle = (low + top)[widest] / 2
        axes.text(x[widest], middle, name, ha="center", va="center", color=INK)
    if data is not None:
        for k, (look, marker) in enumerate(zip(LOOKS, MARKERS, strict=True)):
            here = data[0][data[1] == k]
            if here.size:
                inside = np.interp(here, x, tops[k] - shares[k] / 2)
                axes.plot(here, inside, marker, color=look["color"],
                          markeredgecolor="white", markersize=8)  # fmt: skip
    axes.set(xlabel=xlabel, ylabel="probability", xlim=(x[0], x[-1]), ylim=(0, 1))
    axes.grid(False)
    return figure


@styled
def loss_bars(x, losses, *, grid, probability, ylabel, labels=None):
    """Draw a probability and, below, a bar at each example as long as its loss.

    Parameters
    ----------
    x, losses : ndarray, shape (I,)
        Inputs of the examples, and the loss of each.
    grid, probability : ndarray, shape (N,)
        Inputs, in order, and the probability there.
    ylabel : str
        What the probability is of.
    labels : ndarray of int, shape (I,), optional
        Observed classes, 0 or 1: drawn at the bottom and at the top of the upper
        panel, and told apart by color and marker in both.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(2, height=5, sharex=True)
    above.plot(grid, probability, color=GRAY)
    labels = np.ones(len(x), dtype=int) if labels is None else np.asarray(labels)
    for k, (color, marker) in enumerate(((ORANGE, "s"), (INK, "o"))):
        here, dots = labels == k, {"color": color, "marker": marker}
        if not np.any(here):
            continue
        above.plot(x[here], labels[here], ls="none", markeredgecolor="white", **dots)
        below.vlines(x[here], 0, losses[here], color=color, linewidth=3)
        below.plot(x[here], losses[here], ls="none", **dots)
    above.set(ylabel=ylabel, ylim=(-0.08, 1.08), xlim=(grid[0], grid[-1]))
    below.set(title=f"Loss of each example: {losses.sum():.3g} in all", ylabel="loss")
    below.set(xlabel="input $x$")
    below.set_ylim(bottom=0)
    return figure
