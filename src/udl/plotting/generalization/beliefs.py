"""What is believed of a function and of its parameters: bands, and an ellipse."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, SKY, panels, styled


@styled
def bands(grid, beliefs, data, *, truth=None, curves=(), ylim=(-1, 4), height=None):
    """Draw mean, band of the function and band of new targets, a panel a belief.

    Parameters
    ----------
    grid : ndarray, shape (N,)
        Inputs.
    beliefs : dict of str to (ndarray, ndarray, ndarray), each of shape (N,)
        By title: the mean, the standard deviation of the function, that of a new
        target. Bands reach two of them.
    data : tuple of ndarray, shape (I,)
        Inputs and targets that the beliefs are based on.
    truth : ndarray, shape (N,), optional
        The true curve.
    curves : sequence of ndarray, shape (N,), optional
        Functions drawn from the last belief.
    ylim : tuple of float, optional
        Lowest and highest output.
    height : float, optional
        In inches.

    Returns
    -------
    matplotlib.figure.Figure
    """
    count = len(beliefs)
    figure, all_axes = panels(
        count, height=height or 1.7 + 2.6 * count, top=0.85, sharex=True
    )
    all_axes = np.atleast_1d(all_axes)
    for axes, (title, (mean, *spreads)) in zip(all_axes, beliefs.items(), strict=True):
        names = ("the function", "a new measurement")
        looks = ({"color": SKY, "alpha": 0.55}, {"color": GRAY, "alpha": 0.22})
        for spread, name, look in zip(spreads, names, looks, strict=True):
            axes.fill_between(grid, mean - 2 * spread, mean + 2 * spread,
                              linewidth=0, label=name, **look)  # fmt: skip
        if truth is not None:
            axes.plot(grid, truth, color=INK, linewidth=2.2, label="true curve")
        axes.plot(grid, mean, "--", color=ORANGE, linewidth=2.6, label="mean")
        axes.plot(*data, "o", color=BLUE, markerfacecolor=PAGE, clip_on=False,
                  label="examples", zorder=3)  # fmt: skip
        axes.set(xlim=(grid[0], grid[-1]), ylim=ylim, title=title, ylabel="output $y$")
    for curve in curves:
        all_axes[-1].plot(grid, curve, color=BLUE, linewidth=1.2, alpha=0.8)
    if len(curves):
        all_axes[-1].plot([], [], color=BLUE, linewidth=1.2, label="drawn functions")
    all_axes[-1].set(xlabel="input $x$")
    _legend_above(all_axes[0], 3)
    return figure


@styled
def kept_draws(drawn, kept, mean, covariance, *, names, shown=1500):
    """Draw parameters of a prior, those that the data keep, and the ellipse.

    Parameters
    ----------
    drawn, kept : ndarray, shape (N, 2) and (M, 2)
        Pairs of parameters.
    mean, covariance : ndarray, shape (2,) and (2, 2)
        The ellipse is two standard deviations from the mean, in all directions, and
        the axes show five.
    names : tuple of str
        Of the two parameters.
    shown : int, optional
        How many pairs of each kind are drawn at most.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.3, top=0.45)
    axes.plot(*drawn[:shown].T, ".", color=GRAY, markersize=3, alpha=0.6,
              label="drawn from the prior", rasterized=True)  # fmt: skip
    axes.plot(*kept[:shown].T, ".", color=BLUE, markersize=4, alpha=0.7,
              label="kept", rasterized=True)  # fmt: skip
    angle = np.linspace(0, 2 * np.pi, 121)
    circle = np.stack([np.cos(angle), np.sin(angle)])
    ellipse = mean[:, None] + 2 * np.linalg.cholesky(covariance) @ circle
    axes.plot(*ellipse, color=ORANGE, linewidth=2.2, label="the formula's ellipse")
    axes.set(xlabel=names[0], ylabel=names[1])
    away = 5 * np.sqrt(np.diag(covariance))
    axes.set(xlim=mean[0] + [-away[0], away[0]], ylim=mean[1] + [-away[1], away[1]])
    _legend_above(axes, 3)
    return figure


def _legend_above(axes, columns):
    """Put the legend between the axes and their title."""
    rows = -(-len(axes.get_legend_handles_labels()[1]) // columns)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.01, 1), ncols=columns,
                borderaxespad=0.1, columnspacing=1.4)  # fmt: skip
    axes.set_title(axes.get_title(loc="left"), loc="left", pad=8 + 17 * rows)
