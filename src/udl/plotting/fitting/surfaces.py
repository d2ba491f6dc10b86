"""Functions of two parameters: contours and the path of an optimizer on them."""

import numpy as np

from udl.plotting.maps import HALO, ROOM, scale, shade, some
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, GREEN, INK, ORANGE, PAGE, PURPLE, panels, styled

PATHS = (
    {"color": ORANGE, "marker": "o"},
    {"color": INK, "marker": "s", "ls": (0, (4, 1.2)), "markersize": 5.5},
    {"color": GREEN, "marker": "^", "ls": "-."},
    {"color": PURPLE, "marker": "v", "ls": ":"},
)
# Behind a path, a band in the color of the page: it sets the path off from tints.
BAND = {"color": PAGE, "alpha": 0.8, "linewidth": 5, "zorder": 1.9, "label": "_"}


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
    equal=False,
    title=None,
    marks=None,
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
        Points visited, in order, by the name of the path; four at most.
    xlabel, ylabel : str
        Names of the parameters.
    label : str, optional
        What the colors show.
    levels : float or array_like, optional
        Values of the contours; or, if one number, how far above the lowest value
        eleven evenly spaced ones reach.
    equal : bool, optional
        Whether both parameters have the same scale, so that angles are true.
    title : str, optional
        What the names have in common; written above a legend.
    marks : dict of str to array_like, shape (2,), optional
        Single points, by the names that are written near them.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.5, right=ROOM)
    if np.ndim(levels) == 0:
        levels = np.linspace(values.min(), values.min() + levels, 11)
    bands = shade(axes, first, second, values, levels)
    for (name, path), look in zip(paths.items(), PATHS, strict=False):
        axes.plot(
            *np.transpose(path), label=name, markeredgecolor=PAGE, mew=0.6, **look
        )
        axes.plot(*np.transpose(path), **BAND)
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.set(xlim=(first[0], first[-1]), ylim=(second[0], second[-1]))
    axes.locator_params(axis="x", nbins=7)
    for name, point in (marks or {}).items():
        _mark(axes, name, point)
    if equal:
        axes.set_aspect("equal")
    name_curves(axes, where="above", title=title)
    scale(figure, axes, bands, label, ticks=some(levels))
    return figure


@styled
def contours_with_ends(
    first, second, values, ends, places, path, *, xlabel, ylabel, label="loss",
    levels=15,
):  # fmt: skip
    """Draw contours of a function of two parameters, with where many runs ended.

    Parameters
    ----------
    first, second, values
        As in `contours_with_paths`.
    ends : array_like, shape (N, 2)
        The last point of each run.
    places : dict of str to array_like, shape (2,)
        Points to write a name on.
    path : array_like, shape (K, 2)
        One more run, drawn as a line from its start.
    xlabel, ylabel, label : str
        Names of the parameters and of the function.
    levels : float, optional
        How far above the lowest value the contours reach.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.5, right=ROOM)
    levels = np.linspace(values.min(), values.min() + levels, 9)
    bands = shade(axes, first, second, values, levels, lines=False)
    axes.plot(*np.transpose(path), color=INK, lw=1.5)
    axes.plot(*path[0], "s", color=INK, ms=8)
    axes.annotate("start", path[0], (10, 0), textcoords="offset points", va="center",
                  weight="bold", path_effects=HALO)  # fmt: skip
    axes.plot(*np.transpose(ends), "o", color=ORANGE, ms=5, mec=PAGE, mew=0.6)
    for name, place in places.items():
        axes.annotate(name, place, (0, 11), textcoords="offset points", ha="center",
                      va="bottom", weight="bold", path_effects=HALO)  # fmt: skip
        axes.plot(*place, "+", color=BLUE, ms=11, mew=2)
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.set(xlim=(first[0], first[-1]), ylim=(second[0], second[-1]))
    scale(figure, axes, bands, label, ticks=some(levels))
    return figure


def _mark(axes, name, point):
    """Mark a point; its name goes below it, beside it if there is no room below."""
    axes.plot(*point, "P", color=INK, markersize=10, markeredgecolor=PAGE, zorder=4)
    (_, y), (low, high) = point, axes.get_ylim()
    below = (y - low) / (high - low) > 0.3
    place = {"xytext": (16, -62), "ha": "left"} if below else {"xytext": (10, 0)}
    arrow = {"arrowstyle": "-", "color": INK, "lw": 0.8, "shrinkB": 6}
    axes.annotate(name, point, textcoords="offset points", va="center", zorder=5,
                  path_effects=HALO, arrowprops=arrow if below else None,
                  **place)  # fmt: skip
