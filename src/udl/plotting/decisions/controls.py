"""Estimates and what helps them: a slanted projection, ratios, runs of learners."""

import numpy as np

from udl.plotting.maps import HALO
from udl.plotting.style import BLUE, GRAY, GREEN, INK, ORANGE, panels, styled

SHOWN = 250  # dots; all estimates are in the histograms
BINS = 40


@styled
def slanted(mean_b, mean_a, c, *, truth, reach):
    """Draw pairs of means, and where lines of a slope carry them.

    Parameters
    ----------
    mean_b, mean_a : ndarray, shape (R,)
        To the right, relative to the known mean, and upward.
    c : float
        Slope.
    truth : float
        What is to be estimated.
    reach : float
        How far the axes go from the middle.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (cloud, bars) = panels(
        height=4.6, top=0.5, ncols=2, sharey=True,
        gridspec_kw={"width_ratios": [3, 2], "wspace": 0.08},
    )  # fmt: skip
    b, a = mean_b[:SHOWN], mean_a[:SHOWN]
    cloud.plot(b, a, ".", color=GRAY, markersize=4, alpha=0.6)
    low, high = np.argmin(b), np.argmax(b)
    for k in (low, high):
        cloud.plot([b[k], 0], [a[k], a[k] - c * b[k]], color=ORANGE, lw=1.6)
        cloud.plot(b[k], a[k], "o", color=ORANGE)
        cloud.plot(0, a[k] - c * b[k], "D", color=ORANGE, markersize=6)
    cloud.axvline(0, color=INK, lw=1)
    look = {"orientation": "horizontal", "density": True, "bins": BINS,
            "range": (truth - reach, truth + reach)}  # fmt: skip
    bars.hist(mean_a - c * mean_b, color=BLUE, alpha=0.6, **look)
    bars.hist(mean_a, histtype="step", color=INK, lw=1.6, ls="--", **look)
    for axes in (cloud, bars):
        axes.axhline(truth, color=GREEN, lw=1.4, ls=":")
    cloud.set(
        xlim=(-reach, reach), ylim=(truth - reach, truth + reach),
        xlabel="temperature, above its known mean", ylabel="ice cream sold",
        title="a dot for each week",
    )  # fmt: skip
    bars.set(xlim=(0, 2.2), xticks=[], title="a million weeks")
    bars.text(0.97, 0.97, "corrected", transform=bars.transAxes, ha="right", va="top",
              color=BLUE, path_effects=HALO)  # fmt: skip
    bars.text(0.97, 0.89, "plain, dashed", transform=bars.transAxes, ha="right",
              va="top", color=INK, path_effects=HALO)  # fmt: skip
    return figure


@styled
def ratios(x, laws, places, measured, *, xlabel, ylabel, names):
    """Draw curves with a name at a place each, and dots that were measured.

    Parameters
    ----------
    x : ndarray, shape (P,)
    laws : sequence of ndarray, shape (P,)
    places : ndarray, shape (M,)
        Where something was measured.
    measured : sequence of ndarray, shape (R, M)
        For each curve, the dots of R repetitions.
    xlabel, ylabel : str
    names : sequence of (str, float, float)
        For each curve its name, and where to write it.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    for law, dots, (name, right, up), color, mark in zip(
        laws, measured, names, (ORANGE, BLUE), "so", strict=True
    ):
        axes.plot(x, law, color=color)
        for row in dots:
            axes.plot(places, row, mark, color=color, markersize=4, alpha=0.5)
        axes.text(right, up, name, color=color, ha="center", path_effects=HALO)
    axes.axhline(1, color=INK, lw=1, ls=":")
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]), ylim=(0, None))
    return figure


@styled
def learners(panes, *, ylabel, shown=25):
    """Draw runs of learners and their average, a panel for each setting.

    Parameters
    ----------
    panes : dict of str to ndarray, shape (T, S)
        By title, a column for each learner.
    ylabel : str
    shown : int, optional
        How many learners are drawn.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, row = panels(height=3.2, ncols=len(panes), sharey=True)
    for axes, (title, runs) in zip(np.atleast_1d(row), panes.items(), strict=True):
        axes.plot(runs[:, :shown], color=GRAY, lw=0.7, alpha=0.6)
        axes.plot(runs.mean(axis=1), color=BLUE, lw=2.6)
        axes.set(title=title, xlabel="pulls", xlim=(0, len(runs) - 1),
                 ylim=(-0.02, 1.02))  # fmt: skip
    np.atleast_1d(row)[0].set_ylabel(ylabel)
    return figure
