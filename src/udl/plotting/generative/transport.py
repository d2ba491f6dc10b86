"""Histograms that are turned into each other: plans, and what they cost."""

import numpy as np

from udl.plotting.maps import TINT
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


@styled
def carried_over(p, q, plan, *, names):
    """Draw two histograms, one above the other, and what goes where between them.

    Parameters
    ----------
    p, q : ndarray, shape (K,)
        Masses.
    plan : ndarray, shape (K, K)
        How much of each bin of `p` goes to each bin of `q`.
    names : tuple of str
        Names of the two.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.6)
    places, low, high = np.arange(len(p)), -1.0, 1.0
    unit = 2.2 / max(p.max(), q.max()) / 2
    axes.bar(places, unit * p, 0.7, bottom=high, color=BLUE)
    axes.bar(places, -unit * q, 0.7, bottom=low, color=ORANGE)
    strongest = plan.max()
    for i, j in np.argwhere(plan > 0.002):
        axes.plot([i, j], [high, low], color=GRAY, alpha=0.75,
                  linewidth=9 * plan[i, j] / strongest)  # fmt: skip
    axes.text(len(p) - 0.5, 1.6, names[0], color=BLUE, ha="right")
    axes.text(len(p) - 0.5, -1.7, names[1], color=ORANGE, ha="right")
    axes.set(xlim=(-0.6, len(p) - 0.4), xticks=places, yticks=[], xlabel="bin")
    axes.spines["left"].set_visible(False)
    axes.grid(visible=False)
    return figure


@styled
def plan_map(plan, *, title):
    """Draw a plan as a map with a square for each pair of bins.

    Parameters
    ----------
    plan : ndarray, shape (R, C)
        How much goes from each row's bin to each column's bin.
    title : str
        What is drawn.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.4)
    axes.pcolormesh(plan, cmap=TINT, edgecolor=GRAY, linewidth=0.15)
    for i, j in np.argwhere(plan > 0.004):
        axes.text(j + 0.5, i + 0.5, f"{100 * plan[i, j]:.0f}", ha="center", va="center",
                  color=INK, fontsize=10)  # fmt: skip
    axes.set_aspect("equal")
    axes.invert_yaxis()
    ticks = np.arange(len(plan))
    axes.set(xticks=ticks + 0.5, yticks=ticks + 0.5, title=title)
    axes.set_xticklabels(ticks)
    axes.set_yticklabels(ticks)
    axes.set(xlabel="to bin $j$", ylabel="from bin $i$")
    axes.grid(visible=False)
    return figure


@styled
def boxes(line, p, q, shifts, curves, at):
    """Draw two boxes, and below what different distances say as one of them moves.

    Parameters
    ----------
    line, p, q : ndarray, shape (K,)
        Places, and how much is there.
    shifts : ndarray, shape (S,)
        How far the second may be moved.
    curves : dict of str to ndarray, shape (S,)
        A distance for each shift, two at most.
    at : float
        How far it is now.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (upper, lower) = panels(2, height=5.2, height_ratios=[2, 3], gap=0.6)
    for heights, color, name in ((p, BLUE, "real"), (q, ORANGE, "synthesized")):
        upper.fill_between(line, heights, step="mid", color=color, alpha=0.35,
                           linewidth=0, label=name)  # fmt: skip
        upper.plot(line, heights, color=color, drawstyle="steps-mid", linewidth=1.2)
    upper.set(xlim=line[[0, -1]], ylim=(0, 1.7 * p.max()), yticks=[], xlabel="place")
    upper.legend(loc="upper right", ncols=2)
    looks = ((BLUE, "-"), (ORANGE, "--"))
    for (name, heights), (color, style) in zip(curves.items(), looks, strict=False):
        lower.plot(shifts, heights, style, color=color, label=name)
        here = np.interp(at, shifts, heights)
        if np.isfinite(here):
            lower.plot(at, here, "o", color=color)
    lower.axvline(at, color=GRAY, linewidth=0.8)
    lower.set(xlim=shifts[[0, -1]], ylim=(0, None), xlabel="shift", ylabel="distance")
    lower.legend(loc="upper left")
    return figure
