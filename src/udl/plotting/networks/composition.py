"""Networks fed into networks: folded inputs, joints, counts of pieces."""

import numpy as np

from udl.networks.pieces import zero_crossings
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
def folded_strip(x, heights, cut, *, xlabel, ylabel):
    """Draw what a first network does to its input: a strip folded, cut and unfolded.

    Parameters
    ----------
    x, heights : ndarray, shape (P + 1,)
        Left end, joints and right end of the network, and its outputs there.
    cut : float
        Output at which the folded strip is cut.
    xlabel, ylabel : str
        Names of the input and of the output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(
        2, height=4.3, left=0.35, height_ratios=[3, 1], gap=1.0
    )
    layers = heights.size - 1
    for layer in range(layers):
        color = LOOKS[layer % len(LOOKS)]["color"]
        level, ends = layers - layer, heights[layer : layer + 2]
        above.plot(ends, [level, level], color=color, linewidth=5)
        if layer + 1 < layers:
            above.plot(*_crease(ends, level), color=GRAY, linewidth=2)
        side = 1 if ends[1] > ends[0] else -1
        above.annotate(
            "", (ends.mean() + 0.14 * side, level + 0.3),
            (ends.mean() - 0.14 * side, level + 0.3),
            arrowprops={"arrowstyle": "-|>", "color": color},
        )  # fmt: skip
        part = x[layer : layer + 2]
        below.plot(part, [0, 0], color=color, linewidth=5, solid_capstyle="butt")
        for axes, place in ((above, (ends.mean(), level - 0.17)),
                            (below, (part.mean(), -0.9))):  # fmt: skip
            axes.text(*place, f"layer {layer + 1}", color=color, ha="center", va="top")
    above.axvline(cut, color=INK, linestyle="--", linewidth=1.5)
    above.text(cut, layers + 0.75, "cut", ha="center", va="bottom")
    places = zero_crossings(x, heights - cut)
    passed = layers - np.searchsorted(x, places) + 1
    above.plot(np.full(places.size, cut), passed, "o", color=INK, zorder=3)
    below.plot(places, np.zeros(places.size), "o", color=INK, zorder=3)
    below.vlines(places, -0.7, 0.7, color=INK, linestyle="--", linewidth=1.5)
    below.plot(x[1:-1], np.zeros(layers - 1), "|", color=GRAY, markersize=18)
    wide = 0.12 * np.ptp(heights)
    above.set(xlabel=ylabel, ylim=(0.4, layers + 0.7), title="Folded")
    above.set_xlim(heights.min() - wide, heights.max() + wide)
    below.set(xlabel=xlabel, ylim=(-2.3, 1), title="Unfolded", xlim=(x[0], x[-1]))
    for axes in (above, below):
        axes.set_yticks([])
        axes.grid(visible=False)
        axes.spines["left"].set_visible(False)
    return figure


def _crease(ends, level):
    """Half of a small ellipse from the end of a layer to the next one below."""
    turn = np.linspace(0, np.pi, 30)
    side = np.sign(ends[1] - ends[0])
    return ends[1] + 0.06 * side * np.sin(turn), level - 0.5 + 0.5 * np.cos(turn)


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
