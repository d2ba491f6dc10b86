"""One output against one input: data, model and the noise that the model expects."""

import numpy as np

from udl.plotting.maps import scale, shade
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, INK, ORANGE, SKY, panels, styled


@styled
def fits(x, y, grid, models, *, ylim=(-1.4, 1.0)):
    """Draw the data and, in stacked panels, models with a band of two sigma.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    grid : ndarray, shape (N,)
        Inputs, in order, at which the models are given.
    models : dict of str to (ndarray, float or ndarray)
        Means (N,) and standard deviations (scalar or (N,)) by panel title.
    ylim : tuple of float, optional
        Range of the outputs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(models), height=0.6 + 2.6 * len(models), sharex=True)
    stack = np.atleast_1d(stack)
    for axes, (title, (mean, sigma)) in zip(stack, models.items(), strict=True):
        axes.fill_between(
            grid,
            mean - 2 * np.asarray(sigma),
            mean + 2 * np.asarray(sigma),
            color=SKY,
            alpha=0.35,
            linewidth=0,
            label=r"mean $\pm\,2\sigma$",
        )
        axes.plot(grid, mean, color=BLUE, label="model")
        axes.plot(x, y, "o", color=ORANGE, markeredgecolor="white", label="data")
        axes.set(title=title, ylabel="output $y$", ylim=ylim, xlim=(grid[0], grid[-1]))
    axes.set_xlabel("input $x$")
    name_curves(stack[0], where="above")
    return figure


@styled
def families(x, y, grid, models, looks, *, ylim=(-1.4, 1.0)):
    """Draw several models through the same data.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    grid : ndarray, shape (N,)
        Inputs, in order, at which the models are given.
    models : dict of str to ndarray, shape (N,)
        Models by name.
    looks : sequence of dict
        Line properties, one a model.
    ylim : tuple of float, optional
        Range of the outputs.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.8)
    for (name, mean), look in zip(models.items(), looks, strict=False):
        axes.plot(grid, mean, label=name, **look)
    axes.plot(x, y, "o", color=INK, markeredgecolor="white")
    axes.set(xlabel="input $x$", ylabel="output $y$", ylim=ylim)
    axes.set_xlim(grid[0], grid[-1])
    name_curves(axes)
    return figure


@styled
def density_map(x, y, grid, outputs, density, mean):
    """Draw the density that a model gives to every output, with the data on it.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Data.
    grid : ndarray, shape (N,)
        Inputs.
    outputs : ndarray, shape (M,)
        Outputs.
    density : ndarray, shape (M, N)
        Density of the outputs (rows) at the inputs (columns).
    mean : ndarray, shape (N,)
        The model's mean.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4)
    levels = np.linspace(0, density.max(), 17)
    bands = shade(axes, grid, outputs, density, levels, lines=False, extend="neither")
    axes.plot(grid, mean, color=INK, linewidth=1.5)
    predicted = np.interp(x, grid, mean)
    axes.vlines(x, predicted, y, color=ORANGE, linewidth=1.4)
    axes.plot(x, y, "o", color=ORANGE, markeredgecolor="white")
    axes.set(xlabel="input $x$", ylabel="output $y$")
    scale(figure, axes, bands, "density of $y$ given $x$", ticks=levels[::4])
    return figure
