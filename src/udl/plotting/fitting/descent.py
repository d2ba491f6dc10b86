"""How losses and errors shrink: logarithmic axes, and what becomes of many starts."""

import numpy as np
from matplotlib.colors import ListedColormap
from matplotlib.patches import Patch
from matplotlib.ticker import LogLocator, NullFormatter

from udl.plotting.curves import LOOKS
from udl.plotting.style import BLUE, INK, ORANGE, panels, styled

WHITE = "#FFFFFF"
# Light enough for letters, and of different lightness for those who see no hue.
REGIONS = ("#9CCBEA", "#F2B48C", "#6FC2A2", "#C58BB0", "#5B7FB5")


@styled
def logarithmic(
    x, ys, *, xlabel, ylabel, looks=LOOKS, xlog=False, ylim=None, mark=None, level=None
):
    """Draw curves over a logarithmic vertical axis.

    Parameters
    ----------
    x : ndarray, shape (N,), or None
        Common abscissa; without one, each curve is drawn against its steps 0, 1, ...
    ys : dict of str to array_like, shape (N,)
        Curves, positive, by the name that the legend gives them; five at most. Without
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

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
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
    low, high = axes.get_ylim()
    if high / low < 30:  # powers of ten alone would be too few
        axes.yaxis.set_major_formatter("{x:g}")
        axes.yaxis.set_minor_formatter("{x:g}")
        axes.yaxis.set_minor_locator(LogLocator(subs=(2, 5)))
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    figure.subplots_adjust(top=1 - (0.1 + 0.25 * -(-len(ys) // 2)) / 3.6)
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
        Points to mark with a letter, by the name that the legend gives them; its
        first character is the letter. Five at most.
    xlabel, ylabel : str
        Names of the parameters.
    elsewhere : str, optional
        What the legend calls the rest.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    colors = (WHITE, *REGIONS[: len(points)])
    a, b = (first[1] - first[0]) / 2, (second[1] - second[0]) / 2
    box = (first[0] - a, first[-1] + a, second[0] - b, second[-1] + b)
    axes.imshow(
        ends, cmap=ListedColormap(colors), vmin=-1, vmax=len(points) - 1,
        extent=box, origin="lower", aspect="auto", interpolation="nearest",
    )  # fmt: skip
    for name, point in points.items():
        label = axes.text(*point, name[0], ha="center", va="center", weight="bold")
        label.set_bbox({"boxstyle": "circle", "facecolor": "white", "linewidth": 0.8})
    patches = [Patch(facecolor=c, edgecolor=INK, linewidth=0.5) for c in colors]
    names = [*points, elsewhere]
    axes.legend(
        [*patches[1:], patches[0]], names, loc="lower left", bbox_to_anchor=(0, 1),
        ncols=2, handlelength=1.5,
    )  # fmt: skip
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.grid(False)
    figure.subplots_adjust(top=1 - (0.1 + 0.25 * -(-len(names) // 2)) / 4.2)
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
