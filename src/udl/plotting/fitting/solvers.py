"""Walks along differential equations: fields of slopes, looks, errors, stability."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.maps import HALO
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, PAGE, SKY, panels, styled

MARKS = ("o", "s", "^", "D", "v")


@styled
def slopes_and_walk(f, exact, times, path, *, xlim, ylim, note):
    """Draw a field of slopes, the solution, and a walk with steps.

    Parameters
    ----------
    f : callable
        ``f(t, x)``: the slope.
    exact : callable
        The solution as a function of time.
    times, path : ndarray, shape (T,)
        Where the walk is after each step, the start first.
    xlim, ylim : tuple of float
        Ranges of time and state.
    note : str
        Title, in the color of the walk.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2, right=1.2)
    t, x = np.meshgrid(np.linspace(*xlim, 14), np.linspace(*ylim, 12)[1:-1])
    run, rise = 1 / np.ptp(xlim), f(t, x) / np.ptp(ylim)
    size = np.hypot(run, rise * 0.6)
    dt, dx = 0.02 * run / size * np.ptp(xlim), 0.02 * rise / size * np.ptp(ylim)
    gaps = np.full(t.size, np.nan)
    axes.plot(
        np.stack([(t - dt).ravel(), (t + dt).ravel(), gaps], axis=1).ravel(),
        np.stack([(x - dx).ravel(), (x + dx).ravel(), gaps], axis=1).ravel(),
        color=GRAY, lw=1.2, alpha=0.7,
    )  # fmt: skip
    grid = np.linspace(*xlim, 81)
    axes.plot(grid, exact(grid), color=BLUE)
    axes.plot(times, path, "o-" if len(times) <= 40 else "-", color=ORANGE,
              mec=PAGE, lw=2)  # fmt: skip
    end, true = path[-1], exact(times[-1])
    axes.annotate("", (times[-1], true), (times[-1], end),
                  arrowprops={"arrowstyle": "<->", "color": INK, "shrinkA": 0,
                              "shrinkB": 0})  # fmt: skip
    lift = max(0, 0.35 - abs(true - end)) / 2
    for value, name, color in (
        (true + lift, "solution", BLUE), (end - lift, "walk", ORANGE)
    ):  # fmt: skip
        axes.annotate(name, (times[-1], value), (10, 0), textcoords="offset points",
                      va="center", color=color)  # fmt: skip
    axes.set_title(note, color=ORANGE)
    axes.set(xlabel="time $t$", ylabel="$x$", xlim=xlim, ylim=ylim)
    axes.grid(False)
    return figure


@styled
def looks_of_steps(panes, exact, times, *, ylim):
    """Draw for each method one step: where it looks, and where it ends.

    Parameters
    ----------
    panes : dict of str to (ndarray, float)
        By title: the looks (K, 3) as `ode_solvers.looks` gives them, and the end.
    exact : callable
        The solution as a function of time.
    times : tuple of float
        Start and end of the step.
    ylim : tuple of float
        Range of the state.

    Returns
    -------
    matplotlib.figure.Figure
    """
    rows = -(-len(panes) // 2)
    figure, stack = panels(rows, height=0.7 + 2.5 * rows, ncols=2, sharex=True,
                           sharey=True)  # fmt: skip
    figure.subplots_adjust(left=0.1, right=0.97, wspace=0.1)
    half = np.ptp(times) * 0.16
    grid = np.linspace(*times, 41)
    for axes, (title, (seen, end)) in zip(np.ravel(stack), panes.items(), strict=True):
        axes.plot(grid, exact(grid), color=SKY, lw=5, alpha=0.7)
        axes.plot(times, [seen[0, 1], end], color=INK, lw=1.2, ls="--")
        for number, (t, x, slope) in enumerate(seen, 1):
            shift = np.array([-half, half])
            axes.plot(t + shift, x + slope * shift, color=ORANGE, lw=2.5)
            axes.plot(t, x, "o", color=ORANGE, mec=PAGE, ms=7, zorder=3)
            side = (8, -12) if number < 3 else (-10, 11)
            axes.annotate(str(number), (t, x), side, textcoords="offset points",
                          ha="center", va="center", color=ORANGE,
                          path_effects=HALO)  # fmt: skip
        axes.plot(times[1], end, "s", color=INK, mec=PAGE, ms=8, zorder=4)
        room = 0.2 * np.ptp(times)
        axes.set(title=title, xlim=(times[0] - room, times[1] + room), ylim=ylim)
    for axes in np.atleast_2d(stack)[-1]:
        axes.set_xlabel("time $t$")
    for axes in np.atleast_2d(stack)[:, 0]:
        axes.set_ylabel("$x$")
    return figure


@styled
def error_lines(lines, *, xlabel, ylabel="error"):
    """Draw errors on two logarithmic axes, a marked line for each method.

    Parameters
    ----------
    lines : dict of str to (ndarray, ndarray)
        By name: steps (or costs) and errors, (N,), forty at most.
    xlabel, ylabel : str
        Names of the axes.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.4)
    for (name, (x, errors)), look, mark in zip(
        lines.items(), LOOKS, MARKS, strict=False
    ):
        axes.plot(x, errors, marker=mark, markersize=5, label=name, **look)
    axes.set(xscale="log", yscale="log", xlabel=xlabel, ylabel=ylabel)
    axes.legend(loc="best")
    return figure


@styled
def regions_and_walks(real, imaginary, sizes, z, times, exact, walks, *, note):
    """Draw where methods are stable, and beside it what their steps do.

    Parameters
    ----------
    real, imaginary : ndarray, shape (N,) and (M,)
        Axes of the map.
    sizes : dict of str to ndarray, shape (M, N)
        By method: size of the factor of one step; the region is where it is below 1.
    z : complex
        A point to mark in the map.
    times, exact : ndarray, shape (K,)
        The solution.
    walks : dict of str to (ndarray, ndarray)
        By method: times and values.
    note : str
        Title of the map.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(height=4.3, ncols=2)
    figure.subplots_adjust(left=0.09, right=0.97, wspace=0.28)
    left.axhline(0, color=GRAY, lw=0.8)
    left.axvline(0, color=GRAY, lw=0.8)
    for (name, size), look in zip(sizes.items(), LOOKS, strict=False):
        left.contour(real, imaginary, size, [1], colors=look["color"],
                     linestyles=look["linestyle"])  # fmt: skip
        column = np.argmin(np.abs(real + 1))
        low = imaginary[np.flatnonzero(size[:, column] < 1)[0]]
        left.annotate(name, (-1, low), (0, 4), textcoords="offset points",
                      color=look["color"], ha="center", va="bottom",
                      path_effects=HALO)  # fmt: skip
    left.plot(z.real, z.imag, "P", color=INK, mec=PAGE, ms=12, zorder=5)
    left.annotate(r"$h\lambda$", (z.real, z.imag), (10, 0), color=INK, va="center",
                  textcoords="offset points", path_effects=HALO)  # fmt: skip
    left.set(xlabel="real part", ylabel="imaginary part", title=note, aspect="equal")
    left.grid(False)
    right.plot(times, exact, color=SKY, lw=6, alpha=0.7, label="solution")
    for (name, (t, x)), look in zip(walks.items(), LOOKS, strict=False):
        right.plot(t, x, label=name, **look)
    right.set(xlabel="time $t$", xlim=(times[0], times[-1]), ylim=(-2, 2),
              title="real part of $x$")  # fmt: skip
    return figure


@styled
def noise_to_data(levels, exact, walked_levels, walked, density):
    """Draw paths from noise to data, exact and in steps, and the data at their end.

    Parameters
    ----------
    levels : ndarray, shape (L,)
        Noise levels, falling.
    exact : ndarray, shape (L, N)
        Paths of the flow.
    walked_levels : ndarray, shape (T,)
        Levels between steps.
    walked : ndarray, shape (T, N)
        Paths in steps.
    density : (ndarray, ndarray)
        Values, and the data's density there.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(
        height=4.2, ncols=2, sharey=True, width_ratios=[5, 1]
    )
    figure.subplots_adjust(left=0.09, right=0.97, wspace=0.05)
    left.plot(levels, exact, color=SKY, lw=4, alpha=0.7)
    left.plot(walked_levels, walked, "o-", color=ORANGE, mec=PAGE, ms=4, lw=1.2)
    left.set(xscale="log", xlim=(levels[0], levels[-1]), ylim=(-5, 5),
             xlabel=r"noise level $\sigma$", ylabel="$x$")  # fmt: skip
    x, height = density
    right.fill_betweenx(x, height, color=BLUE, alpha=0.35, lw=0)
    right.plot(height, x, color=BLUE, lw=1.5)
    right.set(title="data", xlim=(0, None), xticks=[])
    right.grid(False)
    right.spines[["bottom", "left"]].set_visible(False)
    right.tick_params(left=False)
    return figure
