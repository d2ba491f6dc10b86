"""Two that play against each other: examples under a judge, a field of directions."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


@styled
def judged(x_real, x_syn, line, probability, *, title):
    """Draw real and synthesized numbers under the discriminator's curve.

    Parameters
    ----------
    x_real, x_syn : ndarray, shape (I,)
        Numbers of both kinds.
    line, probability : ndarray, shape (N,)
        Places, and how probably a number from there is real.
    title : str
        How long they have played.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.6)
    axes.plot(line, probability, color=INK, label="discriminator")
    for x, height, mark, color, name in (
        (x_real, 0.06, "o", BLUE, "real"),
        (x_syn, 0.13, "^", ORANGE, "synthesized"),
    ):
        axes.plot(np.ravel(x), np.full(np.size(x), height), mark, color=color,
                  label=name, alpha=0.8)  # fmt: skip
    axes.set(xlim=line[[0, -1]], ylim=(0, 1.32), yticks=[0, 0.5, 1], title=title)
    axes.set(xlabel="$x$", ylabel="probability of real")
    axes.legend(loc="upper center", ncols=3, columnspacing=1.2)
    return figure


@styled
def directions(theta, phi, d_theta, d_phi, walks, *, reach):
    """Draw in which direction both move, and walks that take steps.

    Parameters
    ----------
    theta, phi, d_theta, d_phi : ndarray, shape (N, N)
        Places on a grid, and the direction there.
    walks : dict of str to ndarray, shape (T, 2)
        Walks by name, two at most.
    reach : float
        The axes go from minus this to this.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.8)
    axes.quiver(theta, phi, d_theta, d_phi, color=GRAY, alpha=0.7, width=0.004,
                scale=22)  # fmt: skip
    for (name, walk), color in zip(walks.items(), (ORANGE, BLUE), strict=False):
        axes.plot(*walk.T, color=color, linewidth=1.4, label=name)
        axes.plot(*walk[0], "o", color=INK)
    axes.plot(0, 0, "+", color=INK, markersize=12)
    axes.set(xlim=(-reach, reach), ylim=(-reach, reach))
    axes.set(xlabel="synthesized number $\\theta$", ylabel="slope $\\phi$")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=3, borderaxespad=0.2)
    return figure


@styled
def two_densities(line, p_real, p_syn, best, *, title):
    """Draw the densities of both kinds, and the discriminator that fits them best.

    Parameters
    ----------
    line, p_real, p_syn, best : ndarray, shape (N,)
        Places, both densities there, and how probably a number from there is real.
    title : str
        What is drawn.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.4)
    axes.plot(line, best, color=INK, label="best discriminator")
    for density, color, dash, name in (
        (p_real, BLUE, "-", "real"),
        (p_syn, ORANGE, "--", "synthesized"),
    ):
        axes.fill_between(line, density, color=color, alpha=0.15, linewidth=0)
        axes.plot(line, density, dash, color=color, label=name)
    axes.set(xlim=line[[0, -1]], ylim=(0, 1.3), xlabel="$x$", title=title)
    axes.legend(loc="upper center", ncols=3, columnspacing=1.2)
    return figure
