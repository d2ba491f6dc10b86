"""Two groups of applicants: their scores, their ROC curves, their chance to repay."""

import numpy as np

from udl.plotting.maps import HALO
from udl.plotting.style import (
    BLUE,
    BOTTOM,
    GRAY,
    GREEN,
    INK,
    ORANGE,
    PAGE,
    PURPLE,
    panels,
    styled,
)

_GROUPS = ((PURPLE, "-", "o"), (GREEN, "--", "s"))


@styled
def applicants_above(scores, people, thresholds, shares):
    """Draw who repays and who defaults, and shade whoever gets a loan.

    Parameters
    ----------
    scores : array_like, shape (I,)
    people : array_like, shape (2, 2, I)
        Frequencies: those who default, then those who repay, by group.
    thresholds : sequence of float
        One for each group.
    shares : sequence of float
        What share of each group gets a loan.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, rows = panels(2, height=4.9, gap=0.5, sharex=True, sharey=True)
    people = np.asarray(people)
    for group, axes in enumerate(rows):
        threshold, gets = thresholds[group], scores > thresholds[group]
        for kind, color, line, name in (
            (1, BLUE, "-", "repay"),
            (0, ORANGE, "--", "default"),
        ):
            curve = people[kind, group]
            axes.plot(scores, curve, line, color=color)
            axes.fill_between(scores, curve, where=gets, color=color, alpha=0.25, lw=0)
            flank = np.flatnonzero(curve > 0.6 * curve.max())[-1 if kind else 0]
            axes.annotate(
                name, (scores[flank], curve[flank]), (6 if kind else -6, 0),
                textcoords="offset points", color=color, va="center",
                ha="left" if kind else "right", path_effects=HALO, zorder=4,
            )  # fmt: skip
        axes.axvline(threshold, color=INK, linewidth=1.4)
        axes.set_title(f"Group {group}: {shares[group]:.0%} get a loan")
        axes.set(ylabel="people", ylim=(0, 1.1 * people.max()), xlim=(-4, 4))
    rows[1].set_xlabel("credit score")
    return figure


@styled
def roc_curves(curves, points=()):
    """Draw the ROC curves of two groups, with pairs of points on them.

    Parameters
    ----------
    curves : array_like, shape (2, 2, I)
        For each group false and true positive rates.
    points : sequence of (str, array_like of shape (2, 2))
        A name, and for each group its false and true positive rate.

    Returns
    -------
    matplotlib.figure.Figure
    """
    height = 5.2
    figure, axes = panels(height=height)
    side = height - BOTTOM - 0.35
    axes.set_position([0.24, BOTTOM / height, side / 7.2, side / height])
    axes.plot([0, 1], [0, 1], ":", color=GRAY)
    axes.text(0.66, 0.6, "a coin", color=GRAY, rotation=45, ha="center", va="center")
    places = ((0.5, 0.925), (0.14, 0.53))
    for group, (x, y) in enumerate(curves):
        color, line, marker = _GROUPS[group]
        axes.plot(x, y, line, color=color)
        axes.text(*places[group], f"group {group}", color=color, ha="left", va="center")
        for _, pair in points:
            axes.plot(*pair[group], marker, color=color, markeredgecolor=PAGE, ms=9)
    for name, pair in points:
        pair = np.asarray(pair)
        axes.plot(*pair.T, color=INK, linewidth=1)
        axes.annotate(
            name,
            pair[1],
            (5, -4),
            textcoords="offset points",
            color=INK,
            va="top",
            path_effects=HALO,
        )
    axes.set(
        xlim=(0, 1),
        ylim=(0, 1),
        xlabel="false positive rate",
        ylabel="true positive rate",
    )
    return figure


@styled
def chances(scores, curves):
    """Draw for each group how probable repayment is, given the score.

    Parameters
    ----------
    scores : array_like, shape (I,)
    curves : array_like, shape (2, I)

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.4)
    for group, curve in enumerate(curves):
        color, line, _ = _GROUPS[group]
        axes.plot(scores, curve, line, color=color)
    axes.text(0.35, 0.95, "group 0", color=PURPLE, ha="right", va="bottom")
    axes.text(0.75, 0.5, "group 1", color=GREEN, ha="left", va="top")
    axes.set(
        xlim=(-3, 3), ylim=(0, 1.1), xlabel="credit score", ylabel="share that repays"
    )
    return figure
