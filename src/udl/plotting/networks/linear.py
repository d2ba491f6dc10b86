"""Linear functions as lines and height maps; curves with chords; lines in data."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.maps import ROOM, TWO_TINTS, scale, shade, write_levels
from udl.plotting.naming import name_curves
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


@styled
def lines(
    x, ys, *, points=None, ylim=(0, 10), xlabel="input $x$", ylabel="output $y$",
    equal=False,
):  # fmt: skip
    """Draw lines, with points marked on them.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Common abscissa.
    ys : dict of str to ndarray, shape (N,)
        Lines by name, five at most.
    points : array_like, shape (K, 2), optional
        Points to mark.
    ylim : tuple of float, optional
        Range of the outputs.
    xlabel, ylabel : str, optional
        Axis labels.
    equal : bool, optional
        Whether both axes have the same scale, so that slopes and angles are true.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=5 if equal else 3.6)
    for (name, y), look in zip(ys.items(), LOOKS, strict=False):
        axes.plot(x, y, label=name, **look)
    if points is not None:
        axes.plot(*np.transpose(points), "o", color=INK, clip_on=False, zorder=3)
    axes.set(xlabel=xlabel, ylabel=ylabel, xlim=(x[0], x[-1]), ylim=ylim)
    if equal:
        axes.set_aspect("equal")
    name_curves(axes)
    return figure


@styled
def height_maps(x1, x2, maps, *, limit=10.0):
    """Draw functions of two inputs as colors with contours, in stacked panels.

    A map that is alone has the same scale along both inputs: its angles are true.

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
        len(maps), height=0.6 + 3.2 * len(maps), right=ROOM, sharex=True
    )
    stack = np.atleast_1d(stack)
    shades, steps = np.linspace(-limit, limit, 41), np.linspace(-limit, limit, 11)
    for axes, (title, values) in zip(stack, maps.items(), strict=True):
        look = {"cmap": TWO_TINTS, "lines": False, "extend": "both"}
        bands = shade(axes, x1, x2, values, shades, **look)
        drawn = axes.contour(
            x1, x2, values, steps, colors=INK, linewidths=0.8, linestyles="-"
        )
        write_levels(axes, drawn)
        axes.set(title=title, ylabel="input $x_2$")
    axes.set_xlabel("input $x_1$")
    if len(stack) == 1:
        axes.set_aspect("equal")
    scale(figure, stack, bands, "output $y$", ticks=steps[::5])
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
    figure, stack = panels(len(panes), height=0.4 + 2.8 * len(panes), gap=0.7)
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
    name_curves(np.atleast_1d(stack)[0], where="above")
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
