"""One latent number, the curve that it moves along, and the density around it."""

import numpy as np
from matplotlib.patches import Circle

from udl.plotting.maps import HALO, ROOM, scale, shade, some
from udl.plotting.perspective import View, box, frame
from udl.plotting.perspective import curve as line
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, panels, styled

COORDINATES = {"xlabel": "$x_1$", "ylabel": "$x_2$"}
DOT = {"color": ORANGE, "mec": PAGE, "ms": 10, "zorder": 5}


@styled
def latent_and_plane(z, prior, points, chosen, place, sigma):
    """Draw a latent value under its prior and, below, the point that it becomes.

    Parameters
    ----------
    z, prior : ndarray, shape (Z,)
        Latent values and the prior's density.
    points : ndarray, shape (2, Z)
        Where the function puts them.
    chosen : float
        One latent value.
    place : array_like, shape (2,)
        Where the function puts it.
    sigma : float
        Standard deviation of the noise; circles of one and two of it are drawn.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (top, plane) = panels(2, height=6.2, height_ratios=[1, 3.3], gap=0.85)
    top.fill_between(z, prior, color=BLUE, alpha=0.25, lw=0)
    top.plot(z, prior, color=BLUE)
    height = np.interp(chosen, z, prior)
    top.plot([chosen, chosen], [0, height], color=ORANGE)
    top.plot(chosen, height, "o", clip_on=False, **DOT)
    top.set(xlim=(z[0], z[-1]), ylim=(0, 0.46), xlabel="latent variable $z$",
            ylabel="$Pr(z)$")  # fmt: skip
    plane.plot(*points, color=BLUE, lw=1.6)
    for radius, alpha in ((2 * sigma, 0.18), (sigma, 0.35)):
        plane.add_patch(Circle(place, radius, color=ORANGE, alpha=alpha, lw=0))
    plane.plot(*place, "o", **DOT)
    plane.annotate("f[$z$]", place, (12, 0), textcoords="offset points", va="center",
                   color=INK, path_effects=HALO, zorder=6)  # fmt: skip
    plane.set(xlim=(-0.9, 2.9), ylim=(-1.5, 1.5), aspect="equal", **COORDINATES)
    return figure


@styled
def curve_in_space(z, points):
    """Draw the curve with the latent variable as a third direction, and its shadow.

    Parameters
    ----------
    z : ndarray, shape (Z,)
        Latent values, in order.
    points : ndarray, shape (2, Z)
        Where the function puts them.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.9, left=0.3, top=0.1)
    view = View((0, 1.5), (-1.2, 1.2), (z[0], np.round(z[-1], 1)), 30, 24, 1.1)
    box(axes, view, xlabel="$x_1$", ylabel="$x_2$", zlabel="$z$")
    line(axes, view, *points, np.full_like(z, z[0]), color=GRAY, lw=1.4, zorder=2)
    line(axes, view, *points, z, color=PAGE, lw=5)
    line(axes, view, *points, z, color=BLUE, lw=2.4)
    middle = np.argmin(np.abs(z))
    start = [points[0][middle]] * 2, [points[1][middle]] * 2, [z[0], z[middle]]
    line(axes, view, *start, color=ORANGE, lw=1.2, ls=(0, (3, 2)))
    across, up, _ = view.project(*points[:, middle], z[middle])
    axes.plot(across, up, "o", **DOT)
    axes.annotate("$z$ = 0", (across, up), (12, 4), textcoords="offset points",
                  color=INK, path_effects=HALO, zorder=6)  # fmt: skip
    frame(axes, view)
    return figure


@styled
def density_map(x1, x2, values, *, points=None, samples=None, marks=None):
    """Draw a density over the plane as tints, with a curve, samples and names on it.

    Parameters
    ----------
    x1, x2 : ndarray, shape (N,) and (M,)
        Coordinates along the axes.
    values : ndarray, shape (M, N)
        The density.
    points : ndarray, shape (2, Z), optional
        A curve.
    samples : ndarray, shape (2, I), optional
        Drawn points.
    marks : dict of str to array_like, shape (2,), optional
        Single points, with the names written beside them.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=5.4, right=ROOM)
    levels = np.linspace(0, float(f"{values.max():.1g}"), 7)[1:]
    bands = shade(axes, x1, x2, values, levels, lines=samples is None)
    if points is not None:
        axes.plot(*points, color=INK, lw=0.9, ls=(0, (4, 2)))
    if samples is not None:
        axes.plot(*samples, ".", color=ORANGE, ms=4, alpha=0.7, rasterized=True)
    for name, place in (marks or {}).items():
        axes.plot(*place, "o", **DOT)
        axes.annotate(name, place, (9, 7), textcoords="offset points", color=INK,
                      path_effects=HALO, zorder=6)  # fmt: skip
    axes.set(xlim=(x1[0], x1[-1]), ylim=(x2[0], x2[-1]), aspect="equal", **COORDINATES)
    scale(figure, axes, bands, "density", ticks=some(levels))
    return figure


@styled
def posterior_over(z, prior, posterior, marks=None):
    """Draw the posterior of a latent variable over its prior.

    Parameters
    ----------
    z, prior, posterior : ndarray, shape (Z,)
        Latent values and the two densities.
    marks : dict of str to float, optional
        Latent values, with the names written above them.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    axes.plot(z, prior, color=GRAY, ls=(0, (4, 1.2)))
    axes.text(-1.0, np.interp(-1.0, z, prior) + 0.1, "prior", color=GRAY,
              ha="center", va="bottom", path_effects=HALO)  # fmt: skip
    axes.fill_between(z, posterior, color=BLUE, alpha=0.25, lw=0)
    axes.plot(z, posterior, color=BLUE)
    top = 1.22 * posterior.max()
    for name, value in (marks or {}).items():
        height = np.interp(value, z, posterior)
        axes.plot([value, value], [0, height], color=ORANGE, lw=1.5)
        axes.plot(value, height, "o", **DOT)
        axes.annotate(name, (value, height), (0, 9), textcoords="offset points",
                      color=INK, ha="center", path_effects=HALO, zorder=6)  # fmt: skip
    axes.set(xlim=(z[0], z[-1]), ylim=(0, top), xlabel="latent variable $z$",
             ylabel="density")  # fmt: skip
    return figure
