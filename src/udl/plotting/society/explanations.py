"""A black box that is asked: slices, curves of one input, a plane near a person."""

from itertools import combinations

import numpy as np
from matplotlib.patches import Rectangle

from udl.plotting.maps import HALO, TWO_TINTS, scale, shade
from udl.plotting.style import (
    BLUE,
    GRAY,
    GREEN,
    INK,
    ORANGE,
    PAGE,
    PURPLE,
    panels,
    styled,
)

_LEVELS = np.arange(-10, 11, 2.0)
_INPUTS = ((BLUE, "-"), (ORANGE, "--"), (GREEN, "-."), (PURPLE, ":"))


def _map(axes, values, scores, x, pair):
    """Draw one slice, its border between no and yes, and the person."""
    levels = _LEVELS[_LEVELS != 0]
    bands = shade(axes, values, values, scores, _LEVELS, cmap=TWO_TINTS, lines=False,
                  extend="both")  # fmt: skip
    axes.contour(values, values, scores, levels, colors=GRAY, linewidths=0.5,
                 linestyles="-")  # fmt: skip
    axes.contour(values, values, scores, [0], colors=INK, linewidths=2.4)
    axes.plot(x[pair[0]], x[pair[1]], "o", color=INK, markeredgecolor=PAGE, ms=9)
    axes.set(xlabel=f"$x_{pair[0]}$", ylabel=f"$x_{pair[1]}$", xlim=(0, 1), ylim=(0, 1))
    return bands


@styled
def neighborhood(values, scores, pair, x, samples, radius, plane):
    """Draw a slice, the samples around a person, and the border that a plane expects.

    Parameters
    ----------
    values : ndarray, shape (N,)
        Of both inputs.
    scores : ndarray, shape (N, N)
    pair : (int, int)
        The inputs across and up.
    x : array_like, shape (D,)
        The person.
    samples : ndarray, shape (D, M)
    radius : float
        Of the cube of samples.
    plane : (float, array_like of shape (D,))
        Its offset and slopes.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=5.2)
    axes.set_aspect(1)
    bands = _map(axes, values, scores, x, pair)
    k, m = pair
    axes.plot(*samples[[k, m]], ".", color=PURPLE, ms=3, zorder=3)
    corner = x[k] - radius, x[m] - radius
    axes.add_patch(Rectangle(corner, 2 * radius, 2 * radius, fill=False, ec=PURPLE))
    axes.annotate("you", (x[k], x[m] - radius), (0, -5), textcoords="offset points",
                  color=INK, ha="center", va="top", path_effects=HALO)  # fmt: skip
    beta, phi = plane
    rest = beta + phi @ np.asarray(x) - phi[k] * x[k] - phi[m] * x[m]
    axes.plot(values, -(rest + phi[k] * values) / phi[m], "--", color=PURPLE)
    axes.text(0.03, 0.97, "yes", color=ORANGE, va="top", weight="bold",
              path_effects=HALO)  # fmt: skip
    axes.text(0.97, 0.97, "no", color=BLUE, va="top", ha="right", weight="bold",
              path_effects=HALO)  # fmt: skip
    scale(figure, axes, bands, "score", ticks=_LEVELS[1::2])
    return figure


@styled
def ice_curves(values, curves, x, score):
    """Draw the scores of one person, one curve for each input that is varied.

    Parameters
    ----------
    values : ndarray, shape (N,)
    curves : array_like, shape (D, N)
    x : array_like, shape (D,)
        The person.
    score : float
        Theirs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.4, right=0.55)
    axes.axhline(0, color=INK, linewidth=1)
    axes.text(0.99, 0.25, "yes", color=INK, ha="right", path_effects=HALO)
    axes.text(0.99, -0.25, "no", color=INK, ha="right", va="top", path_effects=HALO)
    for k, curve in enumerate(curves):
        color, line = _INPUTS[k]
        axes.plot(values, curve, line, color=color)
        size = 9 if k else 13  # two dots may be at one place
        axes.plot(x[k], score, "o", color=color, mec=PAGE, ms=size, zorder=4)
    room = -np.inf
    for k in np.argsort([curve[-1] for curve in curves]):
        room = max(room + 1.1, curves[k][-1])  # no label on another
        axes.annotate(f"$x_{k}$", (values[-1], room), (6, 0), color=_INPUTS[k][0],
                      textcoords="offset points", va="center",
                      annotation_clip=False)  # fmt: skip
    axes.set(xlim=(0, 1), xlabel="value of the input that changes", ylabel="score")
    return figure


@styled
def slices(values, maps, x):
    """Draw the slices of all pairs of inputs, with the border between no and yes.

    Parameters
    ----------
    values : ndarray, shape (N,)
    maps : sequence of ndarray, shape (N, N)
        In the order of ``itertools.combinations``.
    x : array_like, shape (D,)
        The person.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, grid = panels(3, height=8.4, gap=0.65, ncols=2)
    figure.subplots_adjust(wspace=0.3)
    for axes, scores, pair in zip(
        grid.flat, maps, combinations(range(len(x)), 2), strict=True
    ):
        _map(axes, values, scores, x, pair)
        axes.set_xticks([0, 0.5, 1])
        axes.set_yticks([0, 0.5, 1])
    return figure
