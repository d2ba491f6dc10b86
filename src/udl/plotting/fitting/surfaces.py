"""Functions of two parameters: contours and the path of an optimizer on them."""

import matplotlib as mpl
import numpy as np
from matplotlib.colors import BoundaryNorm, ListedColormap

from udl.plotting.style import GRAY, GREEN, INK, ORANGE, PURPLE, panels, styled

PALE = ListedColormap(mpl.colormaps["Blues"](np.linspace(0, 0.75, 256)))
PATHS = (
    {"color": ORANGE, "marker": "o"},
    {"color": INK, "marker": "s", "ls": "--"},
    {"color": GREEN, "marker": "^", "ls": "-."},
    {"color": PURPLE, "marker": "v", "ls": ":"},
)


@styled
def contours_with_paths(
    first,
    second,
    values,
    paths,
    *,
    xlabel,
    ylabel,
    label="loss",
    levels=15,
    pale_bottom=False,
):
    """Draw contours of a function of two parameters, with paths across them.

    Parameters
    ----------
    first : ndarray, shape (N,)
        Horizontal parameter.
    second : ndarray, shape (M,)
        Vertical parameter.
    values : ndarray, shape (M, N)
        The function.
    paths : dict of str to array_like, shape (K, 2)
        Points visited, in order, by the name that the legend gives the path; four
        paths at most.
    xlabel, ylabel : str
        Names of the parameters.
    label : str, optional
        What the colors show.
    levels : float or array_like, optional
        Values of the contours; or, if one number, how far above the lowest value
        eleven evenly spaced ones reach.
    pale_bottom : bool, optional
        Whether the lowest values are pale, so that long paths show on them, and the
        colors step evenly from level to level; give ``levels`` as values then.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows = (len(paths) + 1) // 2  # of the legend, which stands above
    height = 3.55 + 0.25 * rows
    figure, axes = panels(height=height, right=0.1)
    figure.subplots_adjust(top=1 - (0.05 + 0.25 * rows) / height)
    if np.ndim(levels) == 0:
        levels = np.linspace(values.min(), values.min() + levels, 11)
    look = {"cmap": "Blues_r", "extend": "max"}
    if pale_bottom:
        look |= {"cmap": PALE, "norm": BoundaryNorm(levels, PALE.N, extend="max")}
    filled = axes.contourf(first, second, values, levels, **look)
    lines = GRAY if pale_bottom else "white"
    axes.contour(first, second, values, levels, colors=lines, linewidths=0.5)
    for (name, path), look in zip(paths.items(), PATHS, strict=False):
        axes.plot(*np.transpose(path), label=name, **look)
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.locator_params(axis="x", nbins=6)
    axes.grid(False)
    figure.colorbar(filled, label=label, format="%.3g")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    return figure
