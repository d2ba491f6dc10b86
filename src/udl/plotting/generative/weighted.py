"""Draws of a proposal, the terms that they become, and the estimates they give."""

import numpy as np

from udl.plotting.maps import HALO
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


def _name(axes, text, place, **options):
    axes.annotate(text, place, textcoords="offset points", color=INK, fontsize=11,
                  path_effects=HALO, zorder=6, **options)  # fmt: skip


@styled
def weighted_draws(y, wanted, proposal, product, *, draws, terms, repeated, mean):
    """Draw a proposal, the terms of its draws and, below, repeated estimates.

    Parameters
    ----------
    y : ndarray, shape (Y,)
        Coordinates of the three curves.
    wanted, proposal, product : ndarray, shape (Y,)
        Density under which the mean is wanted, density that is drawn from, and the
        function times the former: its area is the mean.
    draws, terms : ndarray, shape (N,)
        Where the draws fell, and the terms that are averaged.
    repeated : ndarray, shape (R,)
        Estimates of R repetitions.
    mean : float
        What they estimate.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (top, middle, bottom) = panels(
        3, height=6.6, height_ratios=[3, 2.4, 1.3], gap=0.85
    )
    top.fill_between(y, product, color=ORANGE, alpha=0.3, lw=0)
    top.plot(y, product, color=ORANGE, lw=1.5)
    top.plot(y, wanted, color=GRAY, ls=(0, (4, 2)))
    top.plot(y, proposal, color=BLUE)
    top.plot(draws, np.zeros_like(draws), "|", color=BLUE, ms=14, mew=1.5,
             clip_on=False, zorder=5)  # fmt: skip
    peak = y[np.argmax(proposal)], 0.53  # above the other hill
    _name(top, "drawn from", peak, xytext=(0, 0), ha="center")
    top.plot([peak[0]] * 2, [np.max(proposal), 0.52], color=BLUE, lw=0.8)
    at = y[np.argmax(product)]
    _name(top, "to add up", (at, 0.12), xytext=(0, 0), ha="center")
    _name(top, "asked for", (-1.4, np.interp(-1.4, y, wanted)), xytext=(-8, 4),
          ha="right")  # fmt: skip
    top.set(xlim=(y[0], y[-1]), ylim=(0, 0.62), ylabel="density")
    middle.vlines(draws, 0, terms, color=ORANGE, lw=1.5)
    middle.plot(draws, terms, "o", color=ORANGE, ms=5, clip_on=False)
    middle.axhline(np.mean(terms), color=BLUE, lw=1.4)
    middle.axhline(mean, color=INK, lw=1.0, ls=(0, (2, 2)))
    middle.set(xlim=(y[0], y[-1]), ylim=(0, max(2.0, 1.1 * np.max(terms))),
               ylabel="term", xlabel="$y$")  # fmt: skip
    jitter = np.linspace(0.2, 0.8, 7)[np.arange(repeated.size) % 7]
    bottom.plot(np.minimum(repeated, 2.0), jitter, "o", color=BLUE, ms=4, alpha=0.5,
                clip_on=False)  # fmt: skip
    bottom.axvline(mean, color=INK, lw=1.0, ls=(0, (2, 2)))
    bottom.set(xlim=(0, 2), ylim=(0, 1), xlabel="estimates (2 stands for 2 and more)")
    bottom.set_yticks([])
    return figure


@styled
def functions_and_density(y, density, functions):
    """Draw functions over a density, a panel each, with the area that is the mean.

    Parameters
    ----------
    y, density : ndarray, shape (Y,)
        The density, the same in all panels.
    functions : dict of str to ndarray, shape (Y,)
        By the title of the panel.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(functions), height=5.4, sharex=True)
    for axes, (title, values) in zip(stack, functions.items(), strict=True):
        product = values * density
        axes.plot(y, density, color=GRAY, ls=(0, (4, 2)))
        axes.fill_between(y, product, color=ORANGE, alpha=0.35, lw=0)
        axes.plot(y, product, color=ORANGE, lw=1.5)
        axes.plot(y, values, color=BLUE)
        axes.set(title=title, ylim=(0, 1.1), xlim=(y[0], y[-1]))
        side = y[np.argmax(product)]
        _name(axes, "product", (side, np.max(product) / 3), xytext=(0, 0), ha="center")
        _name(axes, "density", (-1.0, np.interp(-1.0, y, density)), xytext=(-8, 6),
              ha="right")  # fmt: skip
        right = y[values > 0.85].max()
        _name(axes, "function", (right, 0.85), xytext=(9, 0), va="center")
    axes.set_xlabel("$y$")
    return figure


@styled
def shrinking_bands(counts, mean, panes):
    """Draw estimates against the number of draws: two standard deviations, and dots.

    Parameters
    ----------
    counts : sequence of int, length K
        Numbers of draws.
    mean : float
        What is estimated.
    panes : dict of str to (float, ndarray of shape (R, K))
        By title, the standard deviation of one term, and estimates of R repetitions.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(
        len(panes), height=2.3 * len(panes), sharex=True, sharey=True
    )
    fine = np.geomspace(counts[0], counts[-1], 200)
    for axes, (title, (deviation, table)) in zip(stack, panes.items(), strict=True):
        half = 2 * deviation / np.sqrt(fine)
        axes.fill_between(fine, mean - half, mean + half, color=BLUE, alpha=0.2, lw=0)
        axes.axhline(mean, color=BLUE, lw=1.2)
        middle, spread = table.mean(axis=0), 2 * table.std(axis=0)
        axes.plot(counts, middle, "o", color=ORANGE, ms=4)
        for side in (middle - spread, middle + spread):
            axes.plot(counts, side, "_", color=ORANGE, ms=9, mew=1.8)
        axes.set(title=title, xscale="log", ylim=(-2.1, 3.1), ylabel="estimate",
                 xlim=(counts[0] / 1.1, counts[-1] * 1.1))  # fmt: skip
    axes.set_xlabel("draws")
    return figure


@styled
def claimed_and_true(widths, true, claimed, *, without):
    """Draw what terms scatter by, and what samples of them say, against a width.

    Parameters
    ----------
    widths : ndarray, shape (P,)
        Standard deviations of the proposal.
    true : ndarray, shape (P,)
        Standard deviations of one term.
    claimed : ndarray, shape (R, P)
        Those of R samples.
    without : float
        That of the draws without a proposal.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    axes.axhline(without, color=GRAY, lw=1.2, ls=(0, (4, 2)))
    axes.plot(np.broadcast_to(widths, claimed.shape).ravel(), claimed.ravel(), "o",
              color=ORANGE, ms=4, alpha=0.6)  # fmt: skip
    axes.plot(widths, true, color=BLUE)
    axes.set(xscale="log", yscale="log", ylim=(0.1, 100), xlabel="$\\sigma$ of the "
             "proposal", ylabel="standard deviation of a term",
             xlim=(widths[0] / 1.05, widths[-1] * 1.05))  # fmt: skip
    axes.set_xticks([0.1, 0.2, 0.5, 1, 2, 4], ["0.1", "0.2", "0.5", "1", "2", "4"])
    axes.minorticks_off()
    _name(axes, "without importance sampling", (widths[-1], without), xytext=(0, 6),
          ha="right")  # fmt: skip
    steep = np.argmin(np.abs(np.log(true) - np.log(30)))
    _name(axes, "true", (widths[steep], 30), xytext=(10, 0), va="center")
    _name(axes, "what the draws say", (0.26, 0.22), xytext=(0, 0))
    return figure
