"""Pictures at several sizes, tables of pixels, and waves with some pixels kept."""

import numpy as np
from matplotlib.patches import Rectangle

from udl.display import DPI
from udl.plotting.maps import TINT
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, WIDTH, panels, styled

TITLE = 56  # of an inch's 192 pixels: a line of text above a picture
WHITE = 258  # not quite white, which is the page's color, and dark on a dark page
CELL = 0.4  # inches, of a pixel with its number


@styled
def gallery(rows):
    """Draw pictures in rows, all of them equally wide, with their sizes.

    A pixel of the largest one is a whole number of the figure's own, so that no texture
    comes from the drawing.

    Parameters
    ----------
    rows : dict of str to sequence of ndarray, shape (H, W)
        Pictures by the row's title; gray values from 0 to 255.

    Returns
    -------
    matplotlib.figure.Figure
    """
    count = max(2, *map(len, rows.values()))
    largest = max((one for row in rows.values() for one in row), key=np.size)
    scale = max(1, round(600 / largest.shape[1])) / (count // 2)
    high, wide = (int(scale * size) for size in largest.shape)
    space = (WIDTH * DPI - count * wide) // (count + 1)
    step = high + 2 * TITLE
    figure, page = panels(height=len(rows) * step / DPI)
    page.set_position([0, 0, 1, 1])
    for i, (title, pictures) in enumerate(rows.items()):
        top = i * step + 2 * TITLE
        page.text(space, top - 64, title, color=INK, weight="bold")
        for j, picture in enumerate(pictures):
            left = space + j * (wide + space)
            size = f"{picture.shape[0]} \u00d7 {picture.shape[1]}"
            page.text(left, top - 14, size, color=GRAY, fontsize=11)
            page.imshow(picture, cmap="gray", vmin=0, vmax=WHITE, aspect="auto",
                        extent=(left, left + wide, top + high, top))  # fmt: skip
    page.set(xlim=(0, WIDTH * DPI), ylim=(len(rows) * step, 0))
    page.axis("off")
    return figure


@styled
def tables(rows):
    """Draw small pictures as tables of numbers, the darker the larger.

    Parameters
    ----------
    rows : sequence of dict of str to ndarray, shape (H, W)
        Tables by title, row by row.

    Returns
    -------
    matplotlib.figure.Figure
    """
    heights = [CELL * max(map(len, row.values())) + 0.5 for row in rows]
    largest = max(np.max(table) for row in rows for table in row.values())
    figure, page = panels(height=sum(heights))
    page.set_position([0, 0, 1, 1])
    top = 0.0
    for row, height in zip(rows, heights, strict=True):
        room = WIDTH / len(row)
        for j, (title, table) in enumerate(row.items()):
            left = j * room + (room - CELL * table.shape[1]) / 2
            page.text((j + 0.5) * room, top + 0.22, title, color=INK, weight="bold",
                      ha="center")  # fmt: skip
            for (r, c), value in np.ndenumerate(table):
                place = left + CELL * c, top + 0.32 + CELL * r
                page.add_patch(Rectangle(place, CELL, CELL, edgecolor=GRAY, zorder=1,
                                         facecolor=TINT(value / largest)))  # fmt: skip
                page.text(place[0] + CELL / 2, place[1] + CELL / 2, f"{value:g}",
                          ha="center", va="center", color=INK, fontsize=11)  # fmt: skip
        top += height
    page.set(xlim=(0, WIDTH), ylim=(top, 0))
    page.axis("off")
    return figure


@styled
def sampled(frequency, seems):
    """Draw a wave, the pixels that are kept of it, and the wave that these show.

    Parameters
    ----------
    frequency : float
        Of the wave, in cycles a pixel.
    seems : float
        Of the wave that is seen, in cycles a kept pixel.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=2.7)
    fine, pixels = np.linspace(0, 20, 801), np.arange(21)
    axes.plot(fine, np.cos(2 * np.pi * frequency * fine), color=GRAY, linewidth=1)
    axes.plot(fine, np.cos(np.pi * seems * fine), color=ORANGE)
    values = np.cos(2 * np.pi * frequency * pixels)
    axes.plot(pixels, values, "o", color=BLUE, markerfacecolor=PAGE)
    axes.plot(pixels[::2], values[::2], "s", color=ORANGE)
    axes.text(0.3, 1.28, "the wave and its pixels", color=BLUE)
    axes.text(20, 1.28, "every other pixel, and what they show", color=ORANGE,
              ha="right")  # fmt: skip
    axes.set(ylim=(-1.15, 1.6), xlim=(-0.3, 20.3), xlabel="pixel", yticks=[-1, 0, 1])
    axes.set_xticks(pixels[::2])
    return figure
