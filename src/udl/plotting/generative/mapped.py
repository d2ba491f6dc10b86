"""A map between two densities: one below its curve, one on the left."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, WIDTH, panels, styled

# Inches. A strip has the same area on paper in both densities: what is narrower by
# the ratio of the sides is deeper by it.
WIDE, TALL, DEEP, GAP = 4.65, 3.3, 1.15, 0.15


@styled
def mapped(z, x, base, density, *, strip=None, draws=None, share=None):
    """Draw a map, the density of what goes in, and of what comes out.

    Parameters
    ----------
    z, x : ndarray, shape (P,)
        Points of the curve.
    base, density : ndarray, shape (P,)
        The densities at z, and at x.
    strip : (float, float), optional
        Ends of an interval of z to follow through the map.
    draws : (ndarray, ndarray), optional
        Points to follow through the map, before and after it.
    share : str, optional
        What both colored areas of the strip hold.

    Returns
    -------
    matplotlib.figure.Figure
    """
    height = 5.3
    figure, axes = panels(height=height, ncols=3)
    left, below, beside = axes
    deep = DEEP * WIDE / TALL
    edge, foot = WIDTH - WIDE - 0.2, height - TALL - 0.2
    _place(beside, edge, foot, WIDE, TALL)
    _place(left, edge - deep - GAP, foot, deep, TALL)
    _place(below, edge, foot - DEEP - GAP, WIDE, DEEP)
    top = 1.15 * max(base.max(), density.max())
    beside.plot(z, x, color=BLUE)
    below.plot(z, base, color=INK)
    left.plot(density, x, color=INK)
    if strip is not None:
        inside = (z >= strip[0] - 1e-9) & (z <= strip[1] + 1e-9)
        below.fill_between(z[inside], base[inside], color=ORANGE, alpha=0.7, lw=0)
        left.fill_betweenx(x[inside], density[inside], color=ORANGE, alpha=0.7, lw=0)
        ends = np.flatnonzero(inside)[[0, -1]]
        for end in ends:
            beside.plot([z[end], z[end], z[0]], [x[0], x[end], x[end]], color=ORANGE,
                        linewidth=1.2)  # fmt: skip
    if draws is not None:
        for one, image in zip(*draws, strict=True):
            beside.plot([one, one, z[0]], [x[0], image, image], color=ORANGE,
                        linewidth=0.6)  # fmt: skip
        beside.plot(*draws, "o", color=ORANGE, markersize=4)
    beside.text(0.03, 0.95, r"$x = \mathrm{f}[z]$", color=BLUE, va="top",
                transform=beside.transAxes)  # fmt: skip
    below.text(0.015, 0.93, "$Pr(z)$", va="top", transform=below.transAxes)
    left.text(0.05, 0.97, "$Pr(x)$", va="top", transform=left.transAxes)
    if share:
        left.text(0, -0.2, share, color=ORANGE, va="top", transform=left.transAxes)
    for one in (beside, below):
        one.set(xlim=(z[0], z[-1]))
    for one in (beside, left):
        one.set(ylim=(x[0], x[-1]))
    beside.tick_params(labelbottom=False, labelleft=False)
    below.set(ylim=(0, top), yticks=[], xlabel="$z$")
    left.set(xlim=(top, 0), xticks=[], ylabel="$x$")
    left.spines[["left", "right"]].set_visible(False)
    left.spines["right"].set(visible=True, color=GRAY)
    return figure


def _place(axes, x, y, wide, tall):
    figure = axes.figure
    height = figure.get_size_inches()[1]
    axes.set_position([x / WIDTH, y / height, wide / WIDTH, tall / height])
