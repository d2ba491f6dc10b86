"""Errors against the size of a network, before and beyond the threshold."""

import numpy as np
from matplotlib.ticker import NullLocator

from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, BOX, GRAY, INK, ORANGE, PAGE, SKY, panels, styled

LOOKS = (
    {"color": BLUE, "linestyle": "--", "marker": "o", "markersize": 4},
    {"color": ORANGE, "linestyle": "-", "marker": "s", "markersize": 4},
)


@styled
def fit_and_error(grid, truth, data, fit, counts, errors, count):
    """Draw a fit, and beside it the errors of fits with other numbers of units.

    Parameters
    ----------
    grid, truth, fit : ndarray, shape (N,)
        Inputs, the true curve and the fitted one there.
    data : tuple of ndarray, shape (I,)
        Inputs and targets.
    counts, errors : sequence, length C
        Numbers of hidden units, and the error of each fit.
    count : int
        Which of them is shown.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(height=3.7, ncols=2, width_ratios=(1.25, 1))
    figure.subplots_adjust(wspace=0.33)
    left.plot(grid, truth, color=INK, linewidth=1.4, linestyle=":")
    left.plot(grid, fit, color=ORANGE)
    left.plot(*data, "o", color=BLUE, markerfacecolor=PAGE, zorder=3)
    left.set(xlim=(0, 1), ylim=(-1.2, 4.6), xlabel="input $x$", ylabel="output $y$")
    left.set_title(f"fit with {count} hidden units")
    right.plot(counts, errors, color=GRAY)
    here = errors[list(counts).index(count)]
    right.plot([count], [here], "o", color=ORANGE, markersize=10)
    right.set(xscale="log", yscale="log", xlabel="number of hidden units")
    right.set_title("distance from truth")
    _plain(right.xaxis, [2, 5, 15, 50, 200, 1000])
    _plain(right.yaxis, [0.02, 0.05, 0.1, 0.2, 0.5])
    return figure


@styled
def two_errors(
    widths, training, test, *, threshold=np.inf, counted=None, ticks=None, title=None,
    top=102, xlabel="number of hidden units",
):  # fmt: skip
    """Draw training and test error against the width, with the threshold's far side.

    Parameters
    ----------
    widths : ndarray of int, shape (M,)
        Hidden units.
    training, test : ndarray, shape (M,)
        Shares of wrong predictions.
    threshold : float, optional
        From here on the ground is shaded.
    counted : tuple of str and float, optional
        Name and place of a vertical line.
    ticks : sequence of int, optional
        Widths that are written on the axis.
    title : str, optional
    top : float, optional
        Where the axis of errors ends, in percent.
    xlabel : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.0)
    for name, error, look in zip(
        ("training", "test"), (training, test), LOOKS, strict=True
    ):
        axes.plot(widths, 100 * np.asarray(error), label=name, **look)
    axes.set(xscale="log", xlim=(widths[0], widths[-1]), ylim=(-2, top))
    axes.set(xlabel=xlabel, ylabel="wrong predictions (%)", title=title)
    _plain(axes.xaxis, ticks if ticks is not None else widths)
    beyond = min(threshold, widths[-1])
    if threshold < widths[-1]:
        axes.axvspan(threshold, widths[-1], color=BOX, zorder=0, linewidth=0)
        axes.axvline(threshold, color=GRAY, linewidth=1)
        _inside(axes, threshold, widths[-1], "all learned")
    _inside(axes, widths[0], beyond, "not all learned")
    if counted is not None:
        axes.axvline(counted[1], color=GRAY, linestyle=":")
        axes.text(counted[1] / 1.04, 4, counted[0], color=GRAY, fontsize=10.5,
                  ha="right")  # fmt: skip
    name_curves(axes)
    return figure


@styled
def closed_and_sampled(sizes, lines, dots, *, middle, xlabel, ylabel, ylim, title=None):
    """Draw curves with a pole in the middle, and what sampling says, as dots.

    Parameters
    ----------
    sizes : ndarray of int, shape (M,)
    lines : dict of str to ndarray, shape (M,)
        By name; infinite values leave a gap.
    dots : tuple of ndarray
        Sizes and values that were sampled.
    middle : float
        Where the pole is.
    xlabel, ylabel : str
    ylim : tuple of float
    title : str, optional

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.7)
    looks = ({"color": BLUE}, {"color": SKY, "linestyle": "--"})
    for (name, line), look in zip(lines.items(), looks, strict=False):
        axes.plot(sizes, np.where(np.isfinite(line), line, np.nan), label=name, **look)
    axes.plot(*dots, "o", color=ORANGE, markerfacecolor=PAGE, label="sampled")
    axes.axvline(middle, color=GRAY, linewidth=1)
    axes.set(xlim=(sizes[0], sizes[-1]), ylim=ylim, xlabel=xlabel, ylabel=ylabel)
    axes.set_title(title)
    axes.legend(loc="upper right")
    return figure


def _inside(axes, low, high, text):
    """Write at the top, in the middle of a stretch of the logarithmic axis."""
    height = 0.94 * axes.get_ylim()[1]
    axes.text(np.sqrt(low * high), height, text, ha="center", va="center", color=GRAY,
              fontsize=11)  # fmt: skip


def _plain(axis, ticks):
    """Give a logarithmic axis a few ticks, written as plain numbers."""
    axis.set_ticks(ticks, [f"{tick:g}" for tick in ticks])
    axis.set_minor_locator(NullLocator())
