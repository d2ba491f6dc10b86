"""Networks fed into networks: folded inputs, joints, counts of pieces."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.maps import shade
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, GRAY, GREEN, INK, ORANGE, panels, styled


@styled
def polylines(panes, *, xlabel, ylabels=None):
    """Draw lines through their corners, a panel each, with a dot at each joint.

    Parameters
    ----------
    panes : dict of str to (ndarray, ndarray)
        By panel title, places and heights of the corners, both (N,), ends included.
    xlabel : str
        Label of the common axis.
    ylabels : sequence of str, optional
        Labels of the vertical axes, one a panel.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.6 + 2.0 * len(panes), sharex=True)
    stack = np.atleast_1d(stack)
    for axes, (title, (x, y)), look in zip(stack, panes.items(), LOOKS, strict=False):
        axes.plot(x, y, color=look["color"])
        axes.plot(x[1:-1], y[1:-1], "o", color=INK, markersize=4)
        axes.set_title(title)
        axes.margins(y=0.12)
    for axes, label in zip(stack, ylabels or (), strict=False):
        axes.set_ylabel(label)
    stack[-1].set(xlabel=xlabel, xlim=(x[0], x[-1]))
    return figure


@styled
def folded_strip(heights, cuts, *, xlabel):
    """Draw what a first network does to its input: a strip folded at its joints.

    Parameters
    ----------
    heights : ndarray, shape (P + 1,)
        Outputs of the network at its left end, its joints and its right end.
    cuts : ndarray, shape (J,)
        Where the next network bends.
    xlabel : str
        Name of the first network's output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=2.6)
    layers = heights.size - 1
    for layer in range(layers):
        look = LOOKS[layer % len(LOOKS)]
        level, ends = layers - layer, heights[layer : layer + 2]
        axes.plot(ends, [level, level], **(look | {"linewidth": 4, "linestyle": "-"}))
        if layer + 1 < layers:  # the crease
            axes.plot(ends[[1, 1]], [level, level - 1], color=GRAY, linewidth=2)
        axes.annotate(
            f"piece {layer + 1}", (ends.mean(), level), xytext=(0, 5),
            textcoords="offset points", ha="center", fontsize=11,
        )  # fmt: skip
    for cut in cuts:
        axes.axvline(cut, color=INK, linestyle="--", linewidth=1.2)
    axes.set(xlabel=xlabel, yticks=[], ylim=(0.5, layers + 0.7))
    axes.grid(visible=False)
    axes.spines["left"].set_visible(False)
    return figure


@styled
def joints_from_levels(first, levels, crossings, composed, *, xlabel, ylabels):
    """Draw where a first network passes the joints of a second, and what comes out.

    Parameters
    ----------
    first, composed : (ndarray, ndarray)
        Places and heights of the corners of the first network and the composition.
    levels : ndarray, shape (J,)
        Joints of the second network.
    crossings : ndarray, shape (C,)
        Where the first network's output is one of them.
    xlabel : str
        Name of the input.
    ylabels : (str, str)
        Names of the two outputs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(2, height=5.2, sharex=True)
    above.plot(*first, color=BLUE)
    for level in levels:
        above.axhline(level, color=INK, linestyle="--", linewidth=1)
    above.plot(crossings, np.interp(crossings, *first), "o", color=ORANGE)
    above.plot(first[0][1:-1], first[1][1:-1], "s", color=INK)
    below.plot(*composed, color=GREEN)
    for axes in (above, below):
        for place in crossings:
            axes.axvline(place, color=ORANGE, linewidth=0.8, alpha=0.5)
        axes.grid(visible=False)
        axes.margins(y=0.12)
    below.plot(crossings, np.interp(crossings, *composed), "o", color=ORANGE)
    own = first[0][1:-1]
    below.plot(own, np.interp(own, *composed), "s", color=INK)
    above.set(title="First network", ylabel=ylabels[0])
    below.set(title="Second network fed with it", ylabel=ylabels[1], xlabel=xlabel)
    below.set_xlim(first[0][0], first[0][-1])
    return figure


@styled
def staircase(x, counts, *, xlabel, ylabel, marks=()):
    """Draw whole numbers that jump, against a parameter.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Parameter, increasing.
    counts : dict of str to ndarray, shape (N,)
        Whole numbers by name.
    xlabel, ylabel : str
        Axis labels.
    marks : sequence of float, optional
        Values of the parameter to mark with dotted lines.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.4)
    for (name, values), look in zip(counts.items(), LOOKS, strict=False):
        axes.step(x, values, where="mid", label=name, **look)
    for mark in marks:
        axes.axvline(mark, color=GRAY, linestyle=":", linewidth=1.2)
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]))
    axes.set_ylim(0, 1.15 * max(np.max(values) for values in counts.values()))
    if len(counts) > 1:
        name_curves(axes)
    return figure


@styled
def growth(steps, counts, *, xlabel, ylabel):
    """Draw counts that multiply, on a logarithmic axis.

    Parameters
    ----------
    steps : ndarray of int, shape (N,)
        How many times.
    counts : dict of str to ndarray, shape (N,)
        Counts by name.
    xlabel, ylabel : str
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.2)
    markers = ("o", "s", "^", "D")
    for (name, values), look, marker in zip(
        counts.items(), LOOKS, markers, strict=False
    ):
        axes.plot(steps, values, marker=marker, label=name, **look)
    axes.set(xlabel=xlabel, ylabel=ylabel, yscale="log", xticks=steps)
    name_curves(axes)
    return figure


@styled
def unfolded_planes(x, panes, *, xlabel, ylabel):
    """Draw functions of two inputs, with the line on which a unit starts to act.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Grid of both inputs.
    panes : dict of str to (ndarray, sequence of float)
        By panel title, the unit's sums (N, N), a row for each value of the second
        input, and the places of the folds.
    xlabel, ylabel : str
        Names of the inputs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.8 + 3.4 * len(panes), sharex=True)
    for axes, (title, (sums, folds)) in zip(
        np.atleast_1d(stack), panes.items(), strict=True
    ):
        levels = np.linspace(0, max(sums.max(), 1e-9), 9)
        shade(axes, x, x, np.maximum(sums, 0), levels, lines=False, extend="neither")
        axes.contour(x, x, sums, levels=[0.0], colors=ORANGE, linewidths=2.5)
        for fold in folds:
            axes.axvline(fold, color=INK, linestyle="--", linewidth=1)
            axes.axhline(fold, color=INK, linestyle="--", linewidth=1)
        axes.set(title=title, ylabel=ylabel, aspect="equal")
        axes.set(xticks=[x[0], 0, x[-1]], yticks=[x[0], 0, x[-1]])
    axes.set_xlabel(xlabel)
    return figure
