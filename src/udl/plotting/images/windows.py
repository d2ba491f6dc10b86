"""A kernel at one place of a picture, and pictures beside what kernels make of them."""

import numpy as np
from matplotlib.patches import Rectangle

from udl.plotting.images.pictures import CELL, WHITE
from udl.plotting.maps import TINT, TWO_TINTS
from udl.plotting.style import GRAY, INK, ORANGE, WIDTH, panels, styled

LEFT, SPACE = 0.25, 0.5  # inches: beside and between the two maps


def _map(page, values, left, top, width, *, gray):
    """Draw a picture, or values about zero, and give the size of a pixel."""
    pixel = width / values.shape[1]
    high = pixel * values.shape[0]
    strongest = np.abs(values).max()
    look = ({"cmap": "gray", "vmin": 0, "vmax": WHITE} if gray else
            {"cmap": TWO_TINTS, "vmin": -strongest, "vmax": strongest})  # fmt: skip
    page.imshow(values, aspect="auto", interpolation="nearest",
                extent=(left, left + width, top + high, top), **look)  # fmt: skip
    page.add_patch(Rectangle((left, top), width, high, fill=False, edgecolor=GRAY))
    return pixel


def _table(page, values, left, top, title):
    page.text(left, top - 0.1, title, color=INK, fontsize=11)
    for (r, c), value in np.ndenumerate(values):
        place = left + CELL * c, top + CELL * r
        page.add_patch(Rectangle(place, CELL, CELL, edgecolor=GRAY, zorder=1,
                                 facecolor=TINT(0)))  # fmt: skip
        page.text(place[0] + CELL / 2, place[1] + CELL / 2, f"{value:g}", color=INK,
                  ha="center", va="center", fontsize=10)  # fmt: skip


@styled
def window(x, omega, h, at):
    """Draw a picture, its convolution, and how one output is made.

    Parameters
    ----------
    x : ndarray, shape (H, W)
        Gray values from 0 to 255.
    omega : ndarray, shape (K, L)
        Weights.
    h : ndarray, shape (H - K + 1, W - L + 1)
        Outputs, without padding.
    at : tuple of int
        Row and column of the output whose pixels are shown.

    Returns
    -------
    matplotlib.figure.Figure
    """
    width = (WIDTH - 2 * LEFT - SPACE) / 2
    top, high = 0.4, width * len(x) / x.shape[1]
    below = top + high + 0.5
    figure, page = panels(height=below + CELL * len(omega) + 0.1)
    page.set_position([0, 0, 1, 1])
    second = LEFT + width + SPACE
    page.text(LEFT, top - 0.12, "picture", color=INK, weight="bold")
    page.text(second, top - 0.12, "output", color=INK, weight="bold")
    pixel = _map(page, x, LEFT, top, width, gray=True)
    inset = pixel * (omega.shape[1] - 1) / 2  # pixels as large as the picture's
    _map(page, h, second + inset, top + inset, width - 2 * inset, gray=False)
    row, column = at
    rows, columns = omega.shape
    for left, start, size in ((LEFT, top, (columns, rows)),
                              (second + inset, top + inset, (1, 1))):  # fmt: skip
        place = left + column * pixel, start + row * pixel
        page.add_patch(Rectangle(place, size[0] * pixel, size[1] * pixel, fill=False,
                                 edgecolor=ORANGE, linewidth=2.2))  # fmt: skip
    pixels = x[row : row + rows, column : column + columns]
    _table(page, pixels, LEFT, below, "pixels in the window")
    _table(page, omega, LEFT + 2.45, below, "weights")
    middle = below + CELL * rows / 2
    page.text(LEFT + 1.83, middle, "times", ha="center", va="center", color=INK)
    page.text(second + 0.6, middle, f"add up to {h[row, column]:g}", va="center",
              color=ORANGE, weight="bold")  # fmt: skip
    page.set(xlim=(0, WIDTH), ylim=(below + CELL * rows + 0.1, 0))
    page.axis("off")
    return figure


@styled
def maps(pictures):
    """Draw maps of values about zero side by side: orange above, blue below.

    Parameters
    ----------
    pictures : dict of str to ndarray, shape (H, W)
        By title, all of one size.

    Returns
    -------
    matplotlib.figure.Figure
    """
    count = len(pictures)
    width = (WIDTH - 0.2 * (count + 1)) / count
    first = next(iter(pictures.values()))
    height = 0.45 + width * len(first) / first.shape[1] + 0.1
    figure, page = panels(height=height)
    page.set_position([0, 0, 1, 1])
    for i, (title, values) in enumerate(pictures.items()):
        left = 0.2 + i * (width + 0.2)
        page.text(left, 0.32, title, color=INK, weight="bold")
        _map(page, values, left, 0.45, width, gray=False)
    page.set(xlim=(0, WIDTH), ylim=(height, 0))
    page.axis("off")
    return figure
