"""Functions of two parameters: contours and the path of an optimizer on them."""

import numpy as np

from udl.plotting.style import GREEN, INK, ORANGE, PURPLE, panels, styled

PATHS = (
    {"color": ORANGE, "marker": "o"},
    {"color": INK, "marker": "s", "ls": "--"},
    {"color": GREEN, "marker": "^", "ls": "-."},
    {"color": PURPLE, "marker": "v", "ls": ":"},
)


@styled
def contours_with_paths(
    first, second, values, paths, *, xlabel, ylabel, label="loss", levels=15
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

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8, right=0)
    if np.ndim(levels) == 0:
        levels = np.linspace(values.min(), values.min() + levels, 11)
    filled = axes.contourf(first, second, values, levels, cmap="Blues_r", extend="max")
    axes.contour(first, second, values, levels, colors="white", linewidths=0.5)
    for (name, path), look in zip(paths.items(), PATHS, strict=False):
        axes.plot(*np.transpose(path), label=name, **look)
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.grid(False)
    figure.colorbar(filled, label=label)
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    return figure
