"""How losses and errors shrink: logarithmic axes, and what becomes of many starts."""

import numpy as np
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from udl.plotting.curves import LOOKS
from udl.plotting.naming import name_curves
from udl.plotting.style import (
    BLUE,
    GRAY,
    GREEN,
    INK,
    ORANGE,
    PAGE,
    PURPLE,
    SKY,
    panels,
    styled,
)

# A hue and a strength each, for those who see no hue: all can be written on.
REGIONS = ((BLUE, 0.55), (ORANGE, 0.3), (GREEN, 0.45), (PURPLE, 0.25), (SKY, 0.25))


@styled
def logarithmic(
    x,
    ys,
    *,
    xlabel,
    ylabel,
    looks=LOOKS,
    xlog=False,
    ylim=None,
    mark=None,
    level=None,
    title=None,
):
    """Draw curves over a logarithmic vertical axis.

    Parameters
    ----------
    x : ndarray, shape (N,), or None
        Common abscissa; without one, each curve is drawn against its steps 0, 1, ...
    ys : dict of str to array_like, shape (N,)
        Curves, positive, by name; five at most. Without
        `x` they may have different lengths.
    xlabel, ylabel : str
        Axis labels.
    looks : sequence of dict, optional
        Line properties, one a curve.
    xlog : bool, optional
        Whether the horizontal axis is logarithmic, too.
    ylim : tuple of float, optional
        Range of the vertical axis.
    mark, level : float, optional
        Abscissa of a dotted vertical line, height of a thin horizontal one.
    title : str, optional
        What the names have in common; written above a legend.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    for (name, y), look in zip(ys.items(), looks, strict=False):
        axes.plot(range(len(y)) if x is None else x, y, label=name, **look)
    if mark is not None:
        axes.axvline(mark, color=INK, linestyle=":", linewidth=1.5)
    if level is not None:
        axes.axhline(level, color=ORANGE, linewidth=1)
    axes.set(xlabel=xlabel, ylabel=ylabel, yscale="log", ylim=ylim)
    axes.set_xscale("log" if xlog else "linear")
    if x is None:
        axes.set_xlim(0, max(map(len, ys.values())) - 1)
    else:
        axes.set_xlim(min(x[0], x[-1]), max(x[0], x[-1]))
    name_curves(axes, title=title)
    return figure


@styled
def basins(first, second, ends, points, *, xlabel, ylabel, elsewhere="elsewhere"):
    """Color each start by where the descent from it ends.

    Parameters
    ----------
    first : ndarray, shape (N,)
        Horizontal parameter of the starts, evenly spaced.
    second : ndarray, shape (M,)
        Vertical parameter of the starts, evenly spaced.
    ends : ndarray of int, shape (M, N)
        Which of the points each start leads to; -1 is elsewhere.
    points : dict of str to array_like, shape (2,)
        Points to mark with a letter, by name; its first character is the letter.
        Five at most.
    xlabel, ylabel : str
        Names of the parameters.
    elsewhere : str, optional
        What the legend calls the rest.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.4)
    a, b = (first[1] - first[0]) / 2, (second[1] - second[0]) / 2
    x = np.r_[first[0] - a, first, first[-1] + a]
    y = np.r_[second[0] - b, second, second[-1] + b]
    ends = np.pad(ends, 1, mode="edge")
    for number, (color, alpha) in enumerate(REGIONS[: len(points)]):
        here = (ends == number).astype(float)
        axes.contourf(x, y, here, [0.5, 1.5], colors=[color], alpha=alpha)
        axes.contour(x, y, here, [0.5], colors=[PAGE], linewidths=1.2)
    for name, point in points.items():
        label = axes.text(*point, name[0], ha="center", va="center", weight="bold")
        label.set_bbox({"boxstyle": "circle", "facecolor": PAGE, "edgecolor": INK})
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=x[[0, -1]], ylim=y[[0, -1]])
    axes.grid(False)
    patches = [
        Patch(facecolor=color, alpha=alpha, label=name)
        for name, (color, alpha) in zip(points, REGIONS, strict=False)
    ]
    rest = Patch(facecolor=PAGE, edgecolor=INK, label=elsewhere)
    name_curves(axes, where="above", handles=[*patches, rest])
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
    figure, axes = panels(height=1.1 + 0.65 * len(samples), left=1.6)
    for row, sample in enumerate(samples.values()):
        axes.plot(sample, np.full(len(sample), row), "|", color=BLUE, ms=13, mew=1.2)
        middle = np.median(sample)
        axes.plot(middle, row, "D", color=ORANGE, ms=8, mec=INK)
    axes.set(xlabel=xlabel, xscale="log", ylim=(len(samples) - 0.4, -0.6))
    axes.set_yticks(range(len(samples)), samples)
    axes.grid(axis="y", visible=False)
    axes.annotate("median", (middle, row), (0, -9), textcoords="offset points",
                  ha="center", va="top", color=ORANGE)  # fmt: skip
    return figure


@styled
def training_log(batches, whole, epochs, *, steps, xlabel="step", ylabel="loss"):
    """Draw what a run sees, batch by batch, and the loss that it goes down.

    Parameters
    ----------
    batches : array_like, shape (K,)
        Loss of each batch, scaled to all examples.
    whole : array_like, shape (K,)
        Loss of all examples at the same steps.
    epochs : array_like, shape (E,)
        A value for each epoch.
    steps : int
        How many steps an epoch has.
    xlabel, ylabel : str, optional
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    axes.plot(batches, "o", color=GRAY, ms=4.5, alpha=0.75, label="one batch")
    axes.plot(whole, color=BLUE, label="all examples")
    edges = np.arange(len(epochs) + 1) * steps
    axes.stairs(epochs, edges, baseline=None, color=ORANGE, lw=2.2)
    axes.set(xlabel=xlabel, ylabel=ylabel, yscale="log", xlim=(-1, len(whole)))
    handles = [Line2D([], [], color=ORANGE, lw=2.2, label="sum of an epoch")]
    name_curves(axes, where="above", handles=handles)
    return figure
