"""Functions of two parameters: contours and the path of an optimizer on them."""

import numpy as np

from udl.plotting.style import INK, ORANGE, panels, styled


@styled
def contours_with_paths(first, second, values, paths, *, xlabel, ylabel, depth=15):
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
        Points visited, in order, by the name that the legend gives the path.
    xlabel, ylabel : str
        Names of the parameters.
    depth : float, optional
        How far above the lowest value the contours reach.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8, right=0)
    levels = np.linspace(values.min(), values.min() + depth, 11)
    filled = axes.contourf(first, second, values, levels, cmap="Blues_r", extend="max")
    axes.contour(first, second, values, levels, colors="white", linewidths=0.5)
    for (name, path), look in zip(
        paths.items(),
        ({"color": ORANGE, "marker": "o"}, {"color": INK, "marker": "s", "ls": "--"}),
        strict=False,
    ):
        axes.plot(*np.transpose(path), label=name, **look)
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.grid(False)
    figure.colorbar(filled, label="negative log-likelihood", format="%.0f")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=2)
    return figure
