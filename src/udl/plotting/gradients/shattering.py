"""Slopes of random networks along their input, and how far they agree."""

import numpy as np

from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, INK, ORANGE, panels, styled


@styled
def slope_panels(x, panes, *, xlabel="input $x$", ylabel="slope"):
    """Draw slopes along the input, a panel each, divided by their root mean square.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Inputs.
    panes : dict of str to ndarray, shape (N,)
        Slopes by panel title.
    xlabel, ylabel : str, optional
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(
        len(panes), height=0.6 + 1.75 * len(panes), sharex=True, sharey=True
    )
    for axes, (title, slopes) in zip(np.atleast_1d(stack), panes.items(), strict=True):
        axes.plot(x, slopes / np.sqrt(np.mean(slopes**2)), color=BLUE, linewidth=1.2,
                  drawstyle="steps-mid")  # fmt: skip
        axes.axhline(0, color=INK, linewidth=0.8)
        axes.set(title=title, ylabel=ylabel, yticks=[-3, 0, 3], ylim=(-3.9, 3.9))
    axes.set(xlabel=xlabel, xlim=(x[0], x[-1]))
    return figure


@styled
def agreement(degrees, curves, theory, *, xlim=(0, 90), title=None):
    """Draw how far slopes agree at some distance: networks, their mean, the theory.

    Parameters
    ----------
    degrees : ndarray, shape (N,)
        Angles between two inputs.
    curves : ndarray, shape (M, N)
        Autocorrelation of each network, not normalized.
    theory : ndarray, shape (N,)
        Normalized.
    xlim : tuple of float, optional
        Range of the angles.
    title : str, optional
        Title of the panel.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    low, high = np.percentile(curves / curves[:, :1], [10, 90], axis=0)
    pooled = curves.mean(axis=0) / curves[:, 0].mean()
    axes.fill_between(degrees, low, high, color=BLUE, alpha=0.2, linewidth=0,
                      label="8 of 10 networks")  # fmt: skip
    axes.plot(degrees, pooled, color=BLUE, label="all networks")
    axes.plot(degrees, theory, color=ORANGE, linestyle="--", label="infinite width")
    axes.axhline(0, color=INK, linewidth=0.8, label="_")
    axes.set(xlabel="angle between two inputs, in degrees", xlim=xlim)
    axes.set(ylabel="correlation of slopes", ylim=(-0.7, 1.02))
    if title:
        axes.set_title(title)
    name_curves(axes, where="above")
    return figure
