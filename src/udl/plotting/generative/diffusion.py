"""Densities that change over the steps of a diffusion: as maps, and one at a time."""

import numpy as np

from udl.plotting.maps import HALO, shade
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, SKY, panels, styled

LEVELS = (0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 0.9)
SLICE = 11.0  # steps: width of a density of one, drawn sideways


@styled
def over_time(z, densities, *, slices=(), paths=None, mean=None, ends=None):
    """Draw the density at each step as a tint, with some of them drawn sideways.

    Parameters
    ----------
    z : ndarray, shape (N,)
        Values.
    densities : ndarray, shape (N, T + 1)
        Density of the values at steps 0 to T, a column a step.
    slices : sequence of int, optional
        Steps whose density is drawn as a curve, to the right of its step.
    paths : ndarray, shape (T + 1, P), optional
        Values of single points over time.
    mean : ndarray, shape (T + 1,), optional
        Drawn as a dashed line.
    ends : tuple of str, optional
        What there is at the first step, and at the last.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    steps = np.arange(densities.shape[1])
    shown = np.unique(np.round(np.linspace(0, np.sqrt(steps[-1]), 26) ** 2).astype(int))
    shade(axes, shown, z, densities[:, shown], LEVELS, lines=False)
    if paths is not None:
        for n, path in enumerate(np.transpose(paths)):
            axes.plot(path, color=(ORANGE, BLUE, INK)[n % 3], linewidth=1.1)
            axes.plot(0, path[0], "o", color=(ORANGE, BLUE, INK)[n % 3], clip_on=False)
    for t in slices:
        axes.plot([t, t], z[[0, -1]], color=GRAY, linewidth=0.8)
        curve = np.where(densities[:, t] > 0.003, t + SLICE * densities[:, t], np.nan)
        axes.plot(curve, z, color=GRAY if paths is not None else BLUE, linewidth=1.8)
    if mean is not None:
        axes.plot(mean, "--", color=ORANGE, linewidth=2.2)
        axes.annotate(
            "mean", (30, mean[30]), (0, 8), textcoords="offset points", color=ORANGE,
            path_effects=HALO,
        )  # fmt: skip
    reach = max((t + SLICE * densities[:, t].max() for t in slices), default=0)
    axes.set(xlim=(0, max(steps[-1], reach)), ylim=z[[0, -1]], xlabel="step $t$")
    axes.set(ylabel="$z_t$", xticks=range(0, steps[-1] + 1, 20))
    for text, place, side in zip(ends or (), (0, 1), ("left", "right"), strict=False):
        axes.text(place, 1.02, text, transform=axes.transAxes, ha=side, color=GRAY)
    return figure


@styled
def drawn_and_exact(
    z, drawn, exact, *, title, normal=None, xlim=None, top=1.0, name="$z_t$"
):
    """Draw a histogram, the density that it should have, and a normal density.

    Parameters
    ----------
    z : ndarray, shape (N,)
        Where the densities are known.
    drawn : ndarray, shape (S,)
        Drawn values.
    exact : ndarray, shape (N,)
        Their density.
    title : str
        Which step it is.
    normal : ndarray, shape (N,), optional
        The standard normal density.
    xlim : tuple of float, optional
        Which values are shown; otherwise all of `z`.
    top : float, optional
        Upper end of the axis of densities.
    name : str, optional
        What the values are.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.4)
    xlim = xlim or (z[0], z[-1])
    heights, edges = np.histogram(drawn, 60, xlim)
    heights = heights / (len(drawn) * (edges[1] - edges[0]))
    axes.stairs(heights, edges, fill=True, color=SKY, alpha=0.6, label="drawn values")
    axes.plot(z, exact, color=BLUE, label="exact density")
    if normal is not None:
        axes.plot(z, normal, "--", color=ORANGE, label="standard normal")
    axes.set(xlim=xlim, ylim=(0, top), xlabel=name, ylabel="density", title=title)
    axes.legend(loc="upper right")
    return figure
