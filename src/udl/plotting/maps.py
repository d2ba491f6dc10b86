"""Functions of two variables as tints, with contours and a scale of colors.

A tint lets the page through: a map is light on a light page and dark on a dark one, and
what is written on it stays legible on both.
"""

import numpy as np
from matplotlib.colors import BoundaryNorm, ListedColormap, to_rgb
from matplotlib.patheffects import withStroke

from udl.plotting.finish import number
from udl.plotting.style import BLUE, INK, ORANGE, PAGE, WIDTH

STRONGEST = 0.5  # tint: darker ones could not be written on
BAR, SPACE, ROOM = 0.16, 0.18, 1.15  # inches: of a scale, before it, for all
TALLEST = 5.6  # inches: of a map with true angles
HALO = [withStroke(linewidth=3, foreground=PAGE)]


def tint(color, weakest=0.03, strongest=STRONGEST, count=256):
    """Give a colormap from next to nothing to a strong tint of a color."""
    shades = np.linspace(weakest, strongest, count)[:, np.newaxis]
    return ListedColormap(np.hstack([np.tile(to_rgb(color), (count, 1)), shades]))


def two_tints(below=BLUE, above=ORANGE, strongest=STRONGEST, count=128):
    """Give a colormap that is clear in the middle: for values about zero."""
    down, up = (tint(c, 0, strongest, count).colors for c in (below, above))
    return ListedColormap(np.vstack([down[::-1], up]))


TINT, TWO_TINTS = tint(BLUE), two_tints()


def shade(axes, x, y, values, levels, *, cmap=TINT, lines=True, extend="max"):
    """Fill the bands between levels, each a step darker than the last.

    Parameters
    ----------
    axes : Axes
        Where to draw.
    x, y : ndarray, shape (N,) and (M,)
        Horizontal and vertical variable.
    values : ndarray, shape (M, N)
        The function.
    levels : array_like, shape (L,)
        Values at the edges of the bands.
    cmap : Colormap, optional
        Tints.
    lines : bool, optional
        Whether a thin line runs along each level.
    extend : {"max", "both", "neither"}, optional
        Which bands beyond the levels are filled, too.

    Returns
    -------
    ContourSet
        The bands, for a scale.
    """
    norm = BoundaryNorm(levels, cmap.N, extend=extend)
    bands = axes.contourf(x, y, values, levels, cmap=cmap, norm=norm, extend=extend)
    if lines:
        axes.contour(x, y, values, levels, colors=INK, linewidths=0.5, alpha=0.45,
                     linestyles="-")  # fmt: skip
    axes.grid(False)
    return bands


def write_levels(axes, contours, *, digits=3):
    """Write on each contour its value, with a halo in the color of the page."""
    texts = axes.clabel(contours, fmt=lambda value: number(value, digits), fontsize=11)
    for text in texts:
        text.set(color=INK, path_effects=HALO)


def scale(figure, axes, shades, label, *, ticks=None, digits=2):
    """Draw a scale of colors to the right of one panel or of several in a column.

    Parameters
    ----------
    figure : Drawing
        The figure; its axes make room for the scale.
    axes : Axes or sequence of Axes
        Panels that share the scale, from top to bottom.
    shades : ScalarMappable
        What to explain.
    label : str
        What the colors show.
    ticks : array_like, optional
        Values to write; otherwise all edges of the bands.
    digits : int, optional
        Significant digits of the values.

    Returns
    -------
    Colorbar
    """
    stack = np.ravel(axes)
    ticks = shades.norm.boundaries if ticks is None else ticks
    texts = [number(value, digits) for value in ticks]
    room = SPACE + BAR + 0.36 + 0.085 * max(map(len, texts))  # a letter is 0.095 wide
    edge = min(figure.subplotpars.right, 1 - room / WIDTH)
    figure.subplots_adjust(right=edge)
    if stack[0].get_aspect() == 1:
        _true_angles(figure, stack[0])
        edge = figure.subplotpars.right
    boxes = [panel.get_position() for panel in stack]
    place = edge + SPACE / WIDTH, boxes[-1].y0, BAR / WIDTH, boxes[0].y1 - boxes[-1].y0
    bar = figure.colorbar(shades, cax=figure.add_axes(place), label=label)
    bar.set_ticks(ticks, labels=texts)
    bar.outline.set_linewidth(0)
    bar.ax.minorticks_off()
    bar.ax.tick_params(length=0)
    return bar


def some(levels, most=7):
    """Choose evenly among levels those to be written, the first among them."""
    levels = np.asarray(levels)
    return levels[:: max(1, -(-len(levels) // most))]


def _true_angles(figure, axes):
    """Give the only panel of a figure the proportions of its data."""
    bars, height = figure.subplotpars, figure.get_figheight()
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    ratio = (high - low) / (right - left)
    wide = (bars.right - bars.left) * WIDTH
    tall = min(wide * ratio, TALLEST)
    bottom, top = bars.bottom * height, (1 - bars.top) * height
    total = bottom + tall + top
    figure.set_figheight(total)
    figure.subplots_adjust(
        right=bars.left + tall / ratio / WIDTH, bottom=bottom / total,
        top=1 - top / total,
    )  # fmt: skip
