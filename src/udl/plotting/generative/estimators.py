"""Estimates of a derivative: frozen draws, dots about a curve, errors that fall."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, GREEN, INK, ORANGE, panels, styled

REACH = 0.16  # half the width of a tangent, as a share of the axis


@styled
def frozen_draws(phis, draws, expectation, *, at, slopes, tangent, ylim):
    """Draw samples that move with a parameter, above their expectation.

    Parameters
    ----------
    phis : ndarray, shape (P,)
        The parameter, to the right.
    draws : ndarray, shape (I, P)
        A sample for each noise, as the parameter moves.
    expectation : ndarray, shape (P,)
        Drawn below.
    at : int
        Where the parameter is, as an index of `phis`.
    slopes : ndarray, shape (I,)
        Derivatives of the samples there.
    tangent : float
        Derivative of the expectation there.
    ylim : pair of (float, float)
        Limits of the two panels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (upper, lower) = panels(
        2, height=5.6, sharex=True, height_ratios=[3, 2], gap=0.4
    )
    reach = REACH * (phis[-1] - phis[0]) * np.array([-0.5, 0.5])
    for line, slope in zip(draws, slopes, strict=True):
        upper.plot(phis, line, color=GRAY, linewidth=0.9)
        upper.plot(phis[at] + reach, line[at] + reach * slope, color=ORANGE)
        upper.plot(phis[at], line[at], "o", color=BLUE, markersize=5)
    lower.plot(phis, expectation, color=BLUE)
    lower.plot(phis[at] + reach, expectation[at] + reach * tangent, color=ORANGE)
    lower.plot(phis[at], expectation[at], "o", color=BLUE)
    for axes, limits in zip((upper, lower), ylim, strict=True):
        axes.axvline(phis[at], color=GRAY, linewidth=0.7, linestyle=":")
        axes.set(ylim=limits, xlim=(phis[0], phis[-1]))
    upper.set(ylabel="samples $x$")
    lower.set(xlabel="$\\phi$", ylabel="mean of $f[x]$")
    return figure


@styled
def dots_about(phis, exact, estimates, *, ylabel):
    """Draw estimates as dots about the exact curve, a panel for each estimator.

    Parameters
    ----------
    phis, exact : ndarray, shape (P,)
        The curve.
    estimates : dict of str to ndarray, shape (P,)
        The dots, by the title of their panel.
    ylabel : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(
        len(estimates), height=0.5 + 2.4 * len(estimates), sharex=True, sharey=True
    )
    for axes, (title, values) in zip(
        np.atleast_1d(stack), estimates.items(), strict=True
    ):
        axes.plot(phis, exact, color=BLUE)
        axes.plot(phis, values, "o", color=ORANGE, markersize=4)
        axes.set(title=title, ylabel=ylabel, xlim=(phis[0], phis[-1]))
    axes.set_xlabel("$\\phi$")
    return figure


@styled
def falling_errors(counts, panes, *, ylabel):
    """Draw errors against the number of draws, with the law that they follow.

    Parameters
    ----------
    counts : ndarray, shape (P,)
        Numbers of draws.
    panes : dict of str to (ndarray of shape (R, P), ndarray of shape (P,))
        By name, the errors of R runs, and their typical size.
    ylabel : str

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2, right=1.9)
    for (name, (runs, law)), color in zip(
        panes.items(), (ORANGE, BLUE, GREEN), strict=False
    ):
        for run in runs:
            axes.plot(counts, run, color=color, linewidth=0.6, alpha=0.6)
        axes.plot(counts, law, color=color, linewidth=2.2)
        axes.annotate(
            name, (counts[-1], law[-1]), (6, 0), textcoords="offset points", color=INK,
            va="center", fontsize=11,
        )  # fmt: skip
    axes.set(xscale="log", yscale="log", xlabel="draws", ylabel=ylabel,
             xlim=(counts[0], counts[-1]), ylim=(law[-1] / 10, None))  # fmt: skip
    return figure
