"""Steps as arrows on a map: a gradient, what momentum adds, a look ahead."""

import numpy as np

from udl.plotting.fitting.surfaces import PATHS
from udl.plotting.maps import HALO, ROOM, scale, shade, some
from udl.plotting.style import INK, panels, styled


@styled
def arrows_on_map(
    first, second, values, arrows, *, xlabel, ylabel, label="loss", levels=11,
    points=None, equal=True,
):  # fmt: skip
    """Draw contours of a function of two parameters, with named arrows on them.

    Parameters
    ----------
    first, second : ndarray, shape (N,) and (M,)
        The parameters.
    values : ndarray, shape (M, N)
        The function: a row for each value of the second parameter.
    arrows : dict of str to (array_like, array_like)
        By the name that is written beside it, where an arrow starts and what it adds,
        both of shape (2,); four at most.
    xlabel, ylabel : str
        Names of the parameters.
    label : str, optional
        What the colors show.
    levels : int or array_like, optional
        Values of the contours, or how many.
    points : dict of str to array_like, shape (2,), optional
        Points to mark, by the text beside them.
    equal : bool, optional
        Whether both parameters have the same scale, so that angles are true.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.5, right=ROOM)
    if np.ndim(levels) == 0:
        levels = np.linspace(values.min(), values.max(), levels)
    bands = shade(axes, first, second, values, levels)
    for (name, (start, step)), look in zip(arrows.items(), PATHS, strict=False):
        _arrow(axes, name, np.asarray(start), np.asarray(step), look)
    for name, point in (points or {}).items():
        axes.plot(*point, "o", color=INK, zorder=5)
        axes.annotate(name, point, (-8, -4), textcoords="offset points",
                      ha="right", va="top", path_effects=HALO)  # fmt: skip
    axes.set(xlabel=xlabel, ylabel=ylabel)
    axes.set(xlim=(first[0], first[-1]), ylim=(second[0], second[-1]))
    if equal:
        axes.set_aspect("equal")
    scale(figure, axes, bands, label, ticks=some(levels))
    return figure


def _arrow(axes, name, start, step, look):
    """Draw one arrow, and its name on its left side, at the middle."""
    color, dashes = look["color"], look.get("ls", "-")
    axes.annotate(
        "", start + step, start,
        arrowprops={"arrowstyle": "-|>", "lw": 2.2, "ls": dashes, "color": color,
                    "shrinkA": 0, "shrinkB": 0, "mutation_scale": 16},
    )  # fmt: skip
    left = np.array([-step[1], step[0]]) / np.hypot(*step)
    axes.annotate(
        name, start + step / 2, tuple(9 * left), textcoords="offset points",
        ha="left" if left[0] > 0.3 else "right" if left[0] < -0.3 else "center",
        va="bottom" if left[1] > 0.3 else "top" if left[1] < -0.3 else "center",
        color=color, path_effects=HALO, zorder=6,
    )  # fmt: skip
