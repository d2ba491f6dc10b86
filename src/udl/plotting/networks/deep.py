"""Deep networks, stage by stage."""

from itertools import pairwise

import numpy as np
from matplotlib.patches import Rectangle

from udl.plotting.curves import LOOKS, OVERLAID
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, GRAY, GREEN, INK, ORANGE, panels, styled


@styled
def clipped_line(x, sums, crossings, *, xlabel, ylabel, limits=None):
    """Draw the pre-activation of a unit and its activation, with all joints.

    Parameters
    ----------
    x, sums : ndarray, shape (N,)
        Ends and joints of the pre-activation, and its heights there.
    crossings : ndarray, shape (C,)
        Where it crosses zero.
    xlabel, ylabel : str
        Axis labels.
    limits : (float, float), optional
        Ends of the vertical axis.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.4)
    every = np.sort(np.append(x, crossings))
    clipped = np.maximum(np.interp(every, x, sums), 0)
    axes.plot(x, sums, label="pre-activation", **LOOKS[1])
    axes.plot(every, clipped, label="activation", **LOOKS[0])
    axes.fill_between(
        every, np.minimum(np.interp(every, x, sums), 0), 0, color=GRAY, alpha=0.25,
        linewidth=0,
    )  # fmt: skip
    axes.plot(x[1:-1], sums[1:-1], "s", color=ORANGE, label="joint of the first layer")
    axes.plot(
        crossings, np.zeros_like(crossings), "o", color=INK, zorder=3, label="new joint"
    )
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]), ylim=limits)
    deepest = np.argmin(sums)
    if sums[deepest] < 0:
        inner = np.clip(x[deepest], x[0] + 0.08 * np.ptp(x), x[-1] - 0.08 * np.ptp(x))
        axes.annotate("cut off", (inner, sums[deepest]), (0, -4), color=GRAY,
                      textcoords="offset points", ha="center", va="top")  # fmt: skip
    name_curves(axes)
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
    figure, stack = panels(len(panes), height=0.8 + 2.1 * len(panes), sharex=True)
    for axes, (title, rows) in zip(np.atleast_1d(stack), panes.items(), strict=True):
        for row, name, look in zip(rows, names, LOOKS, strict=False):
            axes.plot(x, row, label=name, **look)
        axes.axhline(0, color=GRAY, linewidth=1, zorder=1)
        axes.set_title(title)
    axes.set(xlabel=xlabel, xlim=(x[0], x[-1]))
    for axes in np.atleast_1d(stack)[1:]:
        for line in axes.get_lines():
            line.set_label("_")
    name_curves(np.atleast_1d(stack)[0], where="above")
    return figure


@styled
def marked_joints(corners, joints, *, xlabel, ylabel):
    """Draw a bent line and say of each joint where it comes from.

    Parameters
    ----------
    corners : (ndarray, ndarray)
        Places and heights of the corners.
    joints : dict of str to ndarray
        Places of joints, by name.
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
    name_curves(axes, where="above")
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
    figure, stack = panels(len(panes), height=0.6 + 2.2 * len(panes), sharex=True)
    for axes, (title, pair) in zip(np.atleast_1d(stack), panes.items(), strict=True):
        for values, name, look in zip(pair, names, OVERLAID, strict=True):
            axes.plot(x, values, label=name, **look)
        axes.axhline(0, color=GRAY, linewidth=1, zorder=1)
        axes.set_title(title)
    axes.set(xlabel=xlabel, xlim=(x[0], x[-1]))
    name_curves(np.atleast_1d(stack)[0], where="above")
    return figure


@styled
def folded_copies(x, first, output, cuts, *, limits):
    """Draw an output over its input, and over what a first network makes of that.

    Parameters
    ----------
    x, first, output : ndarray, shape (I,)
        Inputs, in order; what the first network makes of them; and the output.
    cuts : sequence of float
        Where the first network turns around: between two cuts lies a fold.
    limits : (float, float)
        Range of the output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(2, height=5.8, gap=0.8)
    ends = [0, *(np.searchsorted(x, cuts) + 1), x.size]
    wide = (6.5, 4, 2)  # so that copies on each other are all seen
    folds = zip(pairwise(ends), LOOKS, wide, strict=False)
    for number, ((start, end), look, width) in enumerate(folds, 1):
        part = slice(max(start - 1, 0), end)
        above.plot(x[part], output[part], **look)
        above.text(x[part].mean(), limits[1], f"fold {number}", color=look["color"],
                   ha="center", va="top")  # fmt: skip
        below.plot(first[part], output[part], **look, linewidth=width)
    above.set(xlabel="input $x$", ylabel="output $y'$", ylim=limits)
    below.set(xlabel="output $y$ of the first network", ylabel="output $y'$")
    below.set(ylim=limits)
    above.set_xlim(x[0], x[-1])
    for cut in cuts:
        above.axvline(cut, color=GRAY, linewidth=1, linestyle=(0, (1, 2)))
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
