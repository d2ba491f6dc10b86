"""Linear functions as lines and height maps; curves with chords; lines in data."""

import matplotlib as mpl
import numpy as np
from matplotlib.colors import ListedColormap

from udl.plotting.curves import LOOKS
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled

# Without its dark ends, on which neither contours nor their labels could be read.
PALE = ListedColormap(mpl.colormaps["RdBu_r"](np.linspace(0.14, 0.86, 256)))


@styled
def lines(x, ys, *, points=None, ylim=(0, 10), xlabel="input $x$", ylabel="output $y$"):
    """Draw lines, with points marked on them.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Common abscissa.
    ys : dict of str to ndarray, shape (N,)
        Lines by the name that the legend gives them, five at most.
    points : array_like, shape (K, 2), optional
        Points to mark.
    ylim : tuple of float, optional
        Range of the outputs.
    xlabel, ylabel : str, optional
        Axis labels.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels()
    for (name, y), look in zip(ys.items(), LOOKS, strict=False):
        axes.plot(x, y, label=name, **look)
    if points is not None:
        axes.plot(*np.transpose(points), "o", color=INK, clip_on=False, zorder=3)
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]), ylim=ylim)
    axes.legend()
    return figure


@styled
def height_maps(x1, x2, maps, *, limit=10.0):
    """Draw functions of two inputs as colors with contours, in stacked panels.

    Parameters
    ----------
    x1, x2 : ndarray, shape (N,) and (M,)
        Horizontal and vertical input.
    maps : dict of str to ndarray, shape (M, N)
        Values by panel title. The colors are the same in all panels.
    limit : float, optional
        Colors run from ``-limit`` to ``limit``; what lies beyond takes the end color.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(
        len(maps), height=0.6 + 3.0 * len(maps), right=0.1, sharex=True
    )
    shades, steps = np.linspace(-limit, limit, 41), np.linspace(-limit, limit, 11)
    for axes, (title, values) in zip(np.atleast_1d(stack), maps.items(), strict=True):
        filled = axes.contourf(x1, x2, values, shades, cmap=PALE, extend="both")
        drawn = axes.contour(
            x1, x2, values, steps, colors=INK, linewidths=0.8, linestyles="-"
        )
        axes.clabel(drawn, fmt="%.0f", fontsize=10)
        axes.set(title=title, ylabel="input $x_2$")
        axes.grid(False)
        figure.colorbar(filled, ax=axes, label="output $y$", ticks=steps[::5])
    axes.set_xlabel("input $x_1$")
    return figure


@styled
def chords(panes, *, xlabel="input $z$"):
    """Draw curves, in stacked panels, each with a chord and the gap at its middle.

    Parameters
    ----------
    panes : dict of str to (ndarray, ndarray, (float, float), (float, float))
        By panel title: abscissa (N,), curve (N,), the chord's two abscissas and its
        two ordinates.
    xlabel : str, optional
        Label of the axis.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.3 + 2.7 * len(panes))
    figure.subplots_adjust(hspace=0.35)
    for axes, (title, (x, y, ends, values)) in zip(
        np.atleast_1d(stack), panes.items(), strict=True
    ):
        middle, halfway = np.mean(ends), np.mean(values)
        axes.plot(x, y, color=BLUE, label="curve")
        axes.plot(ends, values, "o--", color=ORANGE, label="chord")
        heights = [np.interp(middle, x, y), halfway]
        axes.plot([middle] * 2, heights, color=INK, linewidth=3, label="gap")
        axes.set(title=title, xlim=(x[0], x[-1]))
    axes.set_xlabel(xlabel)
    np.atleast_1d(stack)[0].legend(loc="upper left")
    return figure


@styled
def lines_in_data(panes, *, grid, xlim=None, ylim=None, residuals=True):
    """Draw data with a line through them, in stacked panels.

    Parameters
    ----------
    panes : dict of str to (ndarray, ndarray, callable)
        By panel title: inputs (I,), targets (I,) and the line as a function.
    grid : ndarray, shape (N,)
        Inputs, in order, at which the line is drawn.
    xlim, ylim : tuple of float, optional
        Ranges of the axes, the same for all panels.
    residuals : bool, optional
        Whether a stick joins each point to the line.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.5 + 2.3 * len(panes), sharex=True)
    for axes, (title, (x, y, line)) in zip(
        np.atleast_1d(stack), panes.items(), strict=True
    ):
        if residuals:
            axes.vlines(x, line(x), y, color=GRAY, linewidth=1.5)
        axes.plot(grid, line(grid), color=BLUE)
        axes.plot(x, y, "o", color=ORANGE, markeredgecolor="white")
        axes.set(title=title, ylabel="output $y$", ylim=ylim)
        axes.set_xlim(xlim or (grid[0], grid[-1]))
    axes.set_xlabel("input $x$")
    return figure
