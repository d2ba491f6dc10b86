"""Fits to many datasets, and what their errors are made of."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, SKY, panels, styled


@styled
def bundle(grid, truth, fits, *, title, shown=50, ylim=(-0.9, 4.3)):
    """Draw the curves fitted to many datasets, their mean, and the true curve.

    Parameters
    ----------
    grid, truth : ndarray, shape (N,)
        Inputs, and the true curve there.
    fits : ndarray, shape (M, N)
        A curve a dataset.
    title : str
        Says which model it is.
    shown : int, optional
        How many of the curves are drawn; mean and deviation are those of all.
    ylim : tuple of float, optional
        Lowest and highest output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.3)
    for fit in fits[:shown]:
        axes.plot(grid, fit, color=SKY, linewidth=0.8, alpha=0.55)
    thin, mean = {"color": SKY, "linewidth": 1.5}, fits.mean(axis=0)
    axes.plot([], [], label="a fit for each dataset", **thin)
    axes.plot(grid, truth, color=INK, linewidth=2.4, label="true curve")
    axes.plot(grid, mean, "--", color=ORANGE, linewidth=2.6, label="mean of the fits")
    away = 2 * fits.std(axis=0)
    for edge in (mean - away, mean + away):
        axes.plot(grid, edge, color=ORANGE, linestyle=":", linewidth=1.4)
    axes.set(xlim=(grid[0], grid[-1]), ylim=ylim, title=title)
    axes.set(xlabel="input $x$", ylabel="output $y$")
    axes.legend(loc="upper right")
    return figure


@styled
def one_dataset(grid, truth, sigma, data, fit):
    """Draw the true curve with the band of its noise, a dataset, and its fit.

    Parameters
    ----------
    grid, truth, fit : ndarray, shape (N,)
        Inputs, the true curve and the fitted one there.
    sigma : float
        Standard deviation of the noise; the band reaches two of them.
    data : tuple of ndarray, shape (I,)
        Inputs and targets.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.9)
    axes.fill_between(grid, truth - 2 * sigma, truth + 2 * sigma, color=GRAY,
                      alpha=0.22, linewidth=0, label="noise")  # fmt: skip
    axes.plot(grid, truth, color=INK, linewidth=2.4, label="true curve")
    axes.plot(grid, fit, "--", color=BLUE, label="fit")
    axes.plot(*data, "o", color=BLUE, markerfacecolor=PAGE, label="examples",
              clip_on=False, zorder=3)  # fmt: skip
    axes.set(xlim=(grid[0], grid[-1]), xlabel="input $x$", ylabel="output $y$")
    axes.legend(loc="upper right")
    return figure


@styled
def stacked_parts(units, bias, variance, noise, measured, *, top):
    """Stack squared bias, variance and noise, with the measured loss as circles.

    Parameters
    ----------
    units : ndarray of int, shape (N,)
        Numbers of hidden units.
    bias, variance, measured : ndarray, shape (N,)
        A value for each.
    noise : float
        The same for all.
    top : float
        Where the axis of losses ends.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.1)
    low = np.zeros(len(units))
    parts = (
        ("noise", np.full(len(units), noise), GRAY, ""),
        ("squared bias", bias, ORANGE, "//"),
        ("variance", variance, SKY, ""),
    )
    for name, part, color, hatch in parts:
        axes.bar(units, part, bottom=low, color=color, label=name, width=0.78,
                 hatch=hatch, edgecolor=PAGE)  # fmt: skip
        low = low + part
    axes.plot(units, measured, "o", color=INK, markerfacecolor=PAGE,
              markeredgewidth=1.8, label="measured on new data")  # fmt: skip
    axes.set(xticks=units, ylim=(0, top), xlabel="number of hidden units")
    axes.set(ylabel="expected loss")
    axes.grid(axis="x", visible=False)
    axes.legend(loc="upper center", ncols=2)
    return figure


@styled
def rise_and_fall(units, lines, *, ylabel, top, level=None):
    """Draw losses against the number of hidden units, by name.

    Parameters
    ----------
    units : ndarray of int, shape (N,)
        Numbers of hidden units.
    lines : dict of str to ndarray, shape (N,)
        Losses by name, two at most.
    ylabel : str
        What they are.
    top : float
        Where the axis ends.
    level : tuple of str and float, optional
        Name and height of a dotted line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels()
    looks = ({"color": BLUE, "marker": "o"}, {"color": ORANGE, "marker": "s"})
    for (name, loss), look in zip(lines.items(), looks, strict=False):
        axes.plot(units, loss, label=name, **look)
    if level is not None:
        axes.axhline(level[1], color=GRAY, linestyle=":", label=level[0])
    axes.set(
        xticks=units, ylim=(0, top), xlabel="number of hidden units", ylabel=ylabel
    )
    axes.legend(loc="upper center", ncols=2)
    return figure
