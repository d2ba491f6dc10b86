"""How a descent proceeds: the loss at each step, and many runs side by side."""

import numpy as np
from matplotlib.ticker import LogLocator, NullFormatter

from udl.plotting.curves import LOOKS
from udl.plotting.style import BLUE, INK, ORANGE, panels, styled


@styled
def losses_by_step(losses, *, ylabel="loss", floor=None):
    """Draw losses against the number of steps, on a logarithmic scale.

    Parameters
    ----------
    losses : dict of str to array_like, shape (steps + 1,)
        Loss at the start and after each step, by the name that the legend gives it;
        five at most, not all equally long.
    ylabel : str, optional
        What is drawn.
    floor : float, optional
        Where the vertical axis ends.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    for (name, loss), look in zip(losses.items(), LOOKS, strict=False):
        axes.semilogy(np.arange(len(loss)), loss, label=name, **look)
    axes.set(xlabel="steps", ylabel=ylabel, xlim=(0, None), ylim=(floor, None))
    figure.subplots_adjust(top=0.82)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    return figure


@styled
def runs(samples, *, xlabel):
    """Draw the outcome of each of many runs as a mark, a row for each method.

    Parameters
    ----------
    samples : dict of str to array_like, shape (N,)
        Outcomes by the name of the method, the first at the top.
    xlabel : str
        What an outcome is; it is drawn on a logarithmic scale.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=1.0 + 0.65 * len(samples))
    figure.subplots_adjust(left=0.22)
    for row, sample in enumerate(samples.values()):
        axes.plot(sample, np.full(len(sample), row), "|", color=BLUE, ms=13, mew=1.2)
        middle = np.median(sample)
        axes.plot(middle, row, "D", color=ORANGE, ms=8, mec=INK)
    axes.set(xlabel=xlabel, xscale="log", ylim=(len(samples) - 0.4, -0.6))
    axes.xaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    axes.xaxis.set_minor_formatter(NullFormatter())
    axes.set_yticks(range(len(samples)), samples)
    axes.grid(axis="y", visible=False)
    return figure
