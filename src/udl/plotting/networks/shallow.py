"""Inside a network with one input: what its hidden units do, step by step."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, SKY, panels, styled

STAGES = ("Pre-activations", "Activations", "Weighted, and their sum with the offset")


@styled
def hidden_stages(x, pre_activations, activations, weighted, output, *, joints=()):
    """Draw the three steps from the input to the output, one below the other.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Inputs, in order.
    pre_activations, activations, weighted : ndarray, shape (D, N)
        A row a hidden unit, five at most: the linear functions, what the activation
        function makes of them, and that times the output weights.
    output : ndarray, shape (N,)
        The network's output: the sum of `weighted` over the units, plus the offset.
    joints : array_like, optional
        Inputs to mark with vertical lines.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(3, height=7.6, sharex=True)
    rows = (pre_activations, activations, weighted)
    for axes, title, units in zip(stack, STAGES, rows, strict=True):
        for joint in np.ravel(joints):
            axes.axvline(joint, color=GRAY, linewidth=1, linestyle=(0, (1, 2)))
        axes.axhline(0, color=GRAY, linewidth=1)
        for number, (unit, look) in enumerate(zip(units, LOOKS, strict=False), 1):
            axes.plot(x, unit, label=f"unit {number}", **look)
        axes.set_title(title)
    (line,) = axes.plot(x, output, color=INK, linewidth=3.5, zorder=1.5)
    axes.set(xlabel="input $x$", xlim=(x[0], x[-1]))
    name_curves(stack[0])
    for unit in axes.get_lines():
        unit.set_label("_")
    line.set_label("output")
    name_curves(axes)
    return figure


@styled
def soft_steps(x, output, staircase, slopes, *, joints):
    """Draw a network of soft steps on the staircase, and how steep its units are.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Inputs, in order.
    output, staircase : ndarray, shape (N,)
        Outputs with soft steps, and with jumps in their place.
    slopes : ndarray, shape (D, N)
        A row a unit, three at most: its slope as a share of its largest one.
    joints : array_like, shape (D,)
        Where each unit is at one half; there its name is written.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(
        2, height=4.8, sharex=True, height_ratios=(3, 2), gap=0.2
    )
    above.plot(x, staircase, color=SKY, linewidth=6, label="jumps")
    above.plot(x, output, color=INK, label="soft steps")
    units = zip(slopes, joints, LOOKS, strict=False)
    for number, (unit, joint, look) in enumerate(units, 1):
        below.fill_between(x, unit, color=look["color"], alpha=0.15, linewidth=0)
        below.plot(x, unit, color=look["color"])
        below.text(joint, 1.06, f"unit {number}", color=look["color"], ha="center")
    room = 0.1 * np.ptp(staircase)
    above.set(ylim=(staircase.min() - room, staircase.max() + room))
    above.set_ylabel("output $y$")
    below.set(xlabel="input $x$", ylabel="slope, relative", ylim=(0, 1.3))
    below.set(xlim=(x[0], x[-1]), yticks=(0, 0.5, 1))
    name_curves(above, where="above")
    return figure


@styled
def jointed(x, outputs, joints, *, ylabel="output $y$", data=None):
    """Draw piecewise linear functions, each with its joints as dots on it.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Inputs, in order.
    outputs : dict of str to ndarray, shape (N,)
        Functions by name, five at most.
    joints : dict of str to ndarray
        Inputs of the joints, by the same names.
    ylabel : str, optional
        Label of the ordinate.
    data : tuple of ndarray, optional
        Inputs and targets to draw as points.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    for (name, y), look in zip(outputs.items(), LOOKS, strict=False):
        axes.plot(x, y, label=name, **look)
        inside = np.asarray(joints.get(name, ()), dtype=float)
        inside = inside[(inside > x[0]) & (inside < x[-1])]
        axes.plot(inside, np.interp(inside, x, y), "o", color=look["color"])
    if data is not None:
        axes.plot(*data, "s", color=INK, markeredgecolor="white", label="data")
    axes.set(xlabel="input $x$", ylabel=ylabel, xlim=(x[0], x[-1]))
    if len(outputs) > 1 or data is not None:
        name_curves(axes)
    return figure


@styled
def found_and_possible(widths, possible, found, *, ylabel):
    """Draw, against the width, what a network can do and what training found.

    Parameters
    ----------
    widths : array_like, shape (W,)
        Numbers of hidden units.
    possible : array_like, shape (W,)
        Error of a network that was constructed.
    found : ndarray, shape (W, S)
        Errors of networks trained from S starts.
    ylabel : str
        What the error is.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    for place, errors in enumerate(found.T):
        label = "trained, each start" if place == 0 else None
        axes.plot(
            widths, errors, "o", color=ORANGE, alpha=0.6, label=label, markersize=5
        )
    axes.plot(widths, np.median(found, axis=1), "--", color=ORANGE, label="its median")
    axes.plot(widths, possible, "-s", color=BLUE, label="constructed")
    axes.set(xscale="log", yscale="log", xlabel="hidden units", ylabel=ylabel)
    axes.set_xticks(widths, [str(width) for width in widths])
    axes.minorticks_off()
    name_curves(axes, where="above")
    return figure


@styled
def strips(values, *, xlabel, marks=()):
    """Draw samples as dots on one line each, below each other, on a common axis.

    Parameters
    ----------
    values : dict of str to ndarray, shape (S,)
        Samples by the name of their line, five at most.
    xlabel : str
        What the values are.
    marks : sequence of float, optional
        Values to mark with vertical lines.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=1.1 + 0.5 * len(values), left=2.0)
    for mark in marks:
        axes.axvline(mark, color=GRAY, linewidth=1.2, linestyle="--")
    for place, (sample, look) in enumerate(zip(values.values(), LOOKS, strict=False)):
        axes.plot(sample, np.full(len(sample), place), "o", color=look["color"],
                  alpha=0.55, markersize=9)  # fmt: skip
    axes.set(xlabel=xlabel, ylim=(len(values) - 0.5, -0.5))
    axes.set_yticks(range(len(values)), list(values))
    axes.grid(False, axis="y")
    return figure
