"""A line below, layers of units above it, and what one of them sees."""

import numpy as np

from udl.plotting.maps import TWO_TINTS
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


@styled
def seen_by(x, layers, unit, size=3, stride=2):
    """Draw a line, the units of layers without padding above it, and one unit's inputs.

    Parameters
    ----------
    x : ndarray, shape (L,)
        Heights of the line.
    layers : sequence of ndarray, shape (P,)
        Numbers that color the units, the first layer first.
    unit : int
        Which unit of the last layer.
    size, stride : int, optional
        Of all kernels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.4, left=0.1, right=1.2)
    places, bottom = np.arange(len(x), dtype=float), 1.9
    low, high = unit, unit
    spans = [(low, high)]
    for _ in layers:
        low, high = low * stride, high * stride + size - 1
        spans.insert(0, (low, high))
    first, last = spans[0]
    axes.axvspan(first - 0.5, last + 0.5, ymax=0.42, color=ORANGE, alpha=0.15)
    middle = (x.max() + x.min()) / 2
    axes.plot(places, 1.5 * (x - middle) / np.ptp(x), color=BLUE, linewidth=1.6)
    seen = slice(first, last + 1)
    axes.plot(places[seen], 1.5 * (x[seen] - middle) / np.ptp(x), "o-", color=ORANGE,
              markersize=3.5, linewidth=2)  # fmt: skip
    axes.text(41, 0, f"{len(x)} places", color=BLUE, va="center")
    step, start, below = 1.0, 0.0, None
    for number, (values, span) in enumerate(zip(layers, spans[1:], strict=True)):
        start, step = start + step * (size - 1) / 2, step * stride
        centers, height = start + step * np.arange(len(values)), bottom + 1.3 * number
        shades = np.asarray(values) / max(np.abs(values).max(), 1e-12)
        inside = np.arange(span[0], span[1] + 1)
        if below is not None:
            for i in inside:
                for k in range(size):
                    axes.plot([below[0][i * stride + k], centers[i]],
                              [below[1], height], color=GRAY, linewidth=0.9,
                              zorder=1)  # fmt: skip
        axes.scatter(centers, np.full(len(values), height), s=70, c=shades, vmin=-1,
                     vmax=1, cmap=TWO_TINTS, edgecolors=GRAY, linewidths=0.8,
                     zorder=3)  # fmt: skip
        axes.scatter(centers[inside], np.full(len(inside), height), s=90,
                     facecolors="none", edgecolors=ORANGE, linewidths=2,
                     zorder=4)  # fmt: skip
        axes.text(41, height, f"{len(values)} places\n15 channels", color=INK,
                  va="center")  # fmt: skip
        below = (centers, height)
    axes.set(xlim=(-1, 40), ylim=(-1, bottom + 1.3 * len(layers) - 0.7))
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set_visible(False)
    axes.grid(visible=False)
    return figure
