"""Functions that are drawn at random, kind by kind, and their kernels."""

import numpy as np

from udl.plotting.maps import shade
from udl.plotting.style import BLUE, INK, ORANGE, PAGE, SKY, panels, styled


@styled
def function_panels(grid, panes, *, data=None, ylim):
    """Draw functions with mean and band, two panels in a row.

    Parameters
    ----------
    grid : ndarray, shape (N,)
        Inputs, in order.
    panes : dict of str to (ndarray, ndarray, ndarray)
        By the title of the panel: mean and standard deviation, (N,), and functions,
        (S, N). The band is two standard deviations wide on each side.
    data : tuple of ndarray, shape (I,), optional
        Inputs and targets of examples.
    ylim : tuple of float
        Lowest and highest output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows = -(-len(panes) // 2)
    figure, stack = panels(
        rows, height=0.8 + 2.4 * rows, ncols=2, sharex=True, sharey=True, squeeze=False
    )
    figure.subplots_adjust(left=0.1, right=0.98, wspace=0.1)
    for axes, (title, (mean, sigma, drawn)) in zip(
        stack.flat, panes.items(), strict=False
    ):
        axes.fill_between(grid, mean - 2 * sigma, mean + 2 * sigma, color=SKY,
                          alpha=0.3, linewidth=0)  # fmt: skip
        axes.plot(grid, drawn.T, color=BLUE, linewidth=0.9, alpha=0.7)
        axes.plot(grid, mean, "--", color=ORANGE, linewidth=2.4)
        if data is not None:
            axes.plot(*data, "o", color=INK, mec=PAGE, ms=6, zorder=4)
        axes.set(title=title, xlim=(grid[0], grid[-1]), ylim=ylim)
    for axes in stack[-1]:
        axes.set_xlabel("input $x$")
    for axes in stack[:, 0]:
        axes.set_ylabel("output $y$")
    return figure


@styled
def pairs(panes, covariance, *, names, reach):
    """Draw pairs of heights, a panel a family, and the ellipse that theory predicts.

    Parameters
    ----------
    panes : dict of str to ndarray, shape (S, 2)
        Pairs by the title of the panel, four at most.
    covariance : ndarray, shape (2, 2)
        The ellipse is two standard deviations from zero, in all directions.
    names : tuple of str
        Of the two heights.
    reach : float
        Largest height that is shown.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(height=3.4, ncols=len(panes), sharey=True, squeeze=False)
    figure.subplots_adjust(left=0.1, right=0.98, wspace=0.12)
    angle = np.linspace(0, 2 * np.pi, 121)
    circle = np.stack([np.cos(angle), np.sin(angle)])
    ellipse = 2 * np.linalg.cholesky(covariance) @ circle
    for axes, (title, points) in zip(stack.flat, panes.items(), strict=True):
        axes.plot(*points.T, ".", color=BLUE, markersize=3, alpha=0.45, rasterized=True)
        axes.plot(*ellipse, color=ORANGE, linewidth=2.2)
        axes.set(title=title, xlim=(-reach, reach), ylim=(-reach, reach),
                 xlabel=names[0])  # fmt: skip
    stack[0, 0].set_ylabel(names[1])
    return figure


@styled
def kernel_maps(grid, panes):
    """Draw matrices of kernels over two inputs, side by side.

    Parameters
    ----------
    grid : ndarray, shape (N,)
        Inputs, in order, for both axes.
    panes : dict of str to (ndarray, sequence of float)
        By the title of the panel: the matrix, (N, N), and the levels of its contours.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(height=3.9, ncols=len(panes), sharey=True, squeeze=False)
    figure.subplots_adjust(left=0.1, right=0.98, wspace=0.12)
    for axes, (title, (matrix, levels)) in zip(stack.flat, panes.items(), strict=True):
        shade(axes, grid, grid, matrix, levels, extend="both")
        axes.set(title=title, xlabel="input $x$", aspect="equal")
    stack[0, 0].set_ylabel("input $x'$")
    return figure
