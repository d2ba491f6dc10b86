"""Curves over a common axis, each told apart by line style as well as color."""

import numpy as np

from udl.plotting.naming import name_curves
from udl.plotting.style import (
    BLUE,
    GRAY,
    GREEN,
    INK,
    ORANGE,
    PURPLE,
    SKY,
    panels,
    styled,
)

LOOKS = (
    {"color": BLUE, "linestyle": "-"},
    {"color": ORANGE, "linestyle": "--"},
    {"color": GREEN, "linestyle": "-."},
    {"color": PURPLE, "linestyle": ":"},
    {"color": GRAY, "linestyle": (0, (5, 1, 1, 1, 1, 1))},
)

# For two curves that lie on each other: a wide one below, a dashed one above.
OVERLAID = (
    {"color": SKY, "linewidth": 6},
    {"color": ORANGE, "linestyle": "--"},
)


@styled
def curves(x, ys, *, xlabel, ylabel, looks=LOOKS, title=None):
    """Draw several curves, each with its name.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Common abscissa.
    ys : dict of str to ndarray, shape (N,)
        Curves by name, five at most.
    xlabel, ylabel : str
        Axis labels.
    looks : sequence of dict, optional
        Line properties, one a curve.
    title : str, optional
        What the names have in common; written above a legend.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels()
    for (name, y), look in zip(ys.items(), looks, strict=False):
        axes.plot(x, y, label=name, **look)
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]))
    name_curves(axes, title=title)
    return figure


@styled
def stacked_curves(x, panes, *, xlabel, looks=LOOKS):
    """Draw panels one below the other, each with its own curves and legend.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Common abscissa.
    panes : dict of str to dict of str to ndarray, shape (N,)
        By panel title, the curves by name.
    xlabel : str
        Label of the common axis.
    looks : sequence of dict, optional
        Line properties, the same for the first curve of each panel, and so on.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.5 + 2.3 * len(panes), sharex=True)
    stack = np.atleast_1d(stack)
    for axes, (title, ys) in zip(stack, panes.items(), strict=True):
        for (name, y), look in zip(ys.items(), looks, strict=False):
            axes.plot(x, y, label=name, **look)
        axes.set(title=title, xlim=(x[0], x[-1]))
    axes.set_xlabel(xlabel)
    for axes in stack:
        name_curves(axes)
    return figure


@styled
def scans(parameter, quantities, *, xlabel, also=None):
    """Draw stacked curves over one scanned parameter and mark each optimum.

    Parameters
    ----------
    parameter : ndarray, shape (S,)
        Scanned values.
    quantities : dict of str to (ndarray, callable)
        Values (S,) by panel title, with ``numpy.argmax`` or ``numpy.argmin``.
    xlabel : str
        Name of the parameter.
    also : float, optional
        A further value of the parameter to mark with a dotted line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(
        len(quantities), height=0.5 + 1.5 * len(quantities), sharex=True
    )
    for axes, (title, (values, optimum)), look in zip(
        np.atleast_1d(stack), quantities.items(), LOOKS, strict=False
    ):
        best = optimum(values)
        axes.plot(parameter, values, **look)
        axes.axvline(parameter[best], color=INK, linewidth=1)
        axes.plot(parameter[best], values[best], "o", color=INK)
        if also is not None:
            axes.axvline(also, color=ORANGE, linestyle=":", linewidth=1.5)
        axes.set_title(title)
    axes.set(xlabel=xlabel, xlim=(parameter[0], parameter[-1]))
    return figure


@styled
def histograms(samples, *, bins, xlabel, truth):
    """Draw stacked histograms on one axis range, with the true value marked.

    Parameters
    ----------
    samples : dict of str to ndarray, shape (N,)
        Samples by panel title.
    bins : ndarray
        Edges of the bins.
    xlabel : str
        What was sampled.
    truth : float
        The value to mark.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(
        len(samples), height=0.6 + 1.3 * len(samples), sharex=True, sharey=True
    )
    for axes, (title, sample), look in zip(
        np.atleast_1d(stack), samples.items(), LOOKS, strict=False
    ):
        axes.stairs(np.histogram(sample, bins)[0], bins, fill=True, color=look["color"])
        axes.axvline(truth, color=INK, linewidth=1)
        axes.set(title=title, yticks=[])
    axes.set(xlabel=xlabel, xlim=(bins[0], bins[-1]))
    return figure
