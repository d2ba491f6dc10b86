"""Networks fed into networks: folded inputs, joints, pieces."""

from itertools import pairwise

import numpy as np
from matplotlib.patches import Rectangle

from udl.plotting.curves import LOOKS, OVERLAID
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
            textcoords="offset points", ha="center", fontsize=10,
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
        Whole numbers by the name that the legend gives them.
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
        axes.legend(loc="lower right")
    return figure


@styled
def growth(steps, counts, *, xlabel, ylabel):
    """Draw counts that multiply, on a logarithmic axis.

    Parameters
    ----------
    steps : ndarray of int, shape (N,)
        How many times.
    counts : dict of str to ndarray, shape (N,)
        Counts by the name that the legend gives them.
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
    axes.legend()
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
        axes.contourf(x, x, np.maximum(sums, 0), levels=8, cmap="Blues")
        axes.contour(x, x, sums, levels=[0.0], colors=ORANGE, linewidths=2.5)
        for fold in folds:
            axes.axvline(fold, color=INK, linestyle="--", linewidth=1)
            axes.axhline(fold, color=INK, linestyle="--", linewidth=1)
        axes.set(title=title, ylabel=ylabel, aspect="equal")
        axes.set(xticks=[x[0], 0, x[-1]], yticks=[x[0], 0, x[-1]])
        axes.grid(visible=False)
    axes.set_xlabel(xlabel)
    return figure


@styled
def clipped_line(x, sums, crossings, *, xlabel, ylabel):
    """Draw what a unit receives and what it passes on, with the new joints.

    Parameters
    ----------
    x, sums : ndarray, shape (N,)
        Inputs of the network, and the unit's sums there.
    crossings : ndarray, shape (C,)
        Where the sum crosses zero.
    xlabel, ylabel : str
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.0)
    axes.plot(x, sums, label="received", **LOOKS[1])
    axes.plot(x, np.maximum(sums, 0), label="passed on", **LOOKS[0])
    axes.fill_between(x, np.minimum(sums, 0), 0, color=GRAY, alpha=0.25, linewidth=0)
    axes.plot(crossings, np.zeros_like(crossings), "o", color=INK, zorder=3)
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]))
    axes.legend(loc="upper center")
    return figure


@styled
def stages(x, panes, names, *, xlabel):
    """Draw the units of a layer at each stage, a panel a stage.

    Parameters
    ----------
    x : ndarray, shape (I,)
        Inputs of the network.
    panes : dict of str to ndarray, shape (D, I)
        By panel title, a row for each unit.
    names : sequence of str
        Names of the units.
    xlabel : str
        Label of the common axis.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.8 + 1.9 * len(panes), sharex=True)
    for axes, (title, rows) in zip(np.atleast_1d(stack), panes.items(), strict=True):
        for row, name, look in zip(rows, names, LOOKS, strict=False):
            axes.plot(x, row, label=name, **look)
        axes.axhline(0, color=GRAY, linewidth=1, zorder=1)
        axes.set_title(title)
    axes.set(xlabel=xlabel, xlim=(x[0], x[-1]))
    figure.legend(
        *axes.get_legend_handles_labels(), loc="upper right", ncols=len(names),
        borderaxespad=0, handlelength=1.8, columnspacing=1,
    )  # fmt: skip
    return figure


@styled
def marked_joints(corners, joints, *, xlabel, ylabel):
    """Draw a bent line and say of each joint where it comes from.

    Parameters
    ----------
    corners : (ndarray, ndarray)
        Places and heights of the corners.
    joints : dict of str to ndarray
        Places of joints, by the name that the legend gives them.
    xlabel, ylabel : str
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    axes.plot(*corners, color=GRAY, zorder=1)
    for (name, places), look, marker in zip(
        joints.items(), LOOKS, ("s", "o", "^", "D"), strict=False
    ):
        axes.plot(
            places, np.interp(places, *corners), marker, color=look["color"],
            markersize=8, label=name,
        )  # fmt: skip
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(corners[0][0], corners[0][-1]))
    axes.legend()
    return figure


@styled
def before_and_after(x, panes, *, xlabel, names=("before", "after")):
    """Draw pairs of curves, the first wide and the second dashed above it.

    Parameters
    ----------
    x : ndarray, shape (I,)
        Common abscissa.
    panes : dict of str to (ndarray, ndarray)
        By panel title, values before and after, both (I,).
    xlabel : str
        Label of the common axis.
    names : (str, str), optional
        What the legend calls the two.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.6 + 2.0 * len(panes), sharex=True)
    for axes, (title, pair) in zip(np.atleast_1d(stack), panes.items(), strict=True):
        for values, name, look in zip(pair, names, OVERLAID, strict=True):
            axes.plot(x, values, label=name, **look)
        axes.axhline(0, color=GRAY, linewidth=1, zorder=1)
        axes.set_title(title)
    axes.set(xlabel=xlabel, xlim=(x[0], x[-1]))
    np.atleast_1d(stack)[0].legend()
    return figure


@styled
def layer_blocks(sizes, examples):
    """Draw offsets, weights and activations of each layer as blocks, to scale.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs.
    examples : int
        Number of examples, the columns of a batch.

    Returns
    -------
    matplotlib.figure.Figure
    """
    widest = 2 * examples + max(sizes) + 7
    tall = sum(max(pair) + 2.2 for pair in pairwise(sizes))
    figure, axes = panels(height=tall * 5.4 / widest)
    figure.subplots_adjust(left=0.02, right=0.98, bottom=0.01, top=0.99)
    last, top = len(sizes) - 2, 0.0
    for k, (have, to) in enumerate(pairwise(sizes)):
        middle = top - max(have, to) / 2
        before = "X" if k == 0 else f"H_{k}"
        after = "Y" if k == last else f"F_{k}"
        left = 0.0
        for name, rows, columns, color, sign in (
            (rf"${after}$", to, examples, ORANGE, "="),
            (rf"$\beta_{k}$", to, 1, GRAY, "+"),
            (rf"$\Omega_{k}$", to, have, BLUE, ""),
            (rf"${before}$", have, examples, GREEN, ""),
        ):
            corner = left, middle - rows / 2
            axes.add_patch(
                Rectangle(corner, columns, rows, alpha=0.25, color=color, linewidth=0)
            )
            for place in np.arange(columns + 1):
                axes.plot([left + place] * 2, [corner[1], corner[1] + rows],
                          color=color, linewidth=0.8)  # fmt: skip
            for place in np.arange(rows + 1):
                axes.plot([left, left + columns], [corner[1] + place] * 2,
                          color=color, linewidth=0.8)  # fmt: skip
            axes.text(left + columns / 2, corner[1] - 0.2, name, ha="center", va="top",
                      fontsize=13)  # fmt: skip
            axes.text(left + columns + 0.75, middle, sign, ha="center", va="center")
            left += columns + (1.5 if sign else 1.0)
        top -= max(have, to) + 2.2
    axes.set(xlim=(-0.5, widest - 1), ylim=(top + 0.5, 0.5), aspect="equal")
    axes.axis("off")
    return figure
