"""Signals, kernels that slide along them, and the matrices that do the same."""

import numpy as np

from udl.plotting.maps import TWO_TINTS
from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled


@styled
def sliding(x, omega, h, at):
    """Draw a signal above, its convolution below, and how one output is made.

    Parameters
    ----------
    x, h : ndarray, shape (N,)
        Signal and outputs, as many.
    omega : ndarray, shape (K,)
        Weights.
    at : int
        The output whose inputs are shown.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.6)
    places, top, base = np.arange(len(x)), 2.0, -0.4
    unit = 1.6 / max(np.abs(x).max(), np.abs(h).max())
    axes.bar(places, unit * x, 0.55, bottom=top, color=BLUE, alpha=0.85)
    axes.bar(places, unit * h, 0.55, bottom=base, color=ORANGE, alpha=0.3)
    axes.bar(at, unit * h[at], 0.55, bottom=base, color=ORANGE)
    axes.axhline(top, color=GRAY, linewidth=0.8)
    axes.axhline(base, color=GRAY, linewidth=0.8)
    for k, weight in enumerate(omega):
        place = at + k - len(omega) // 2
        inside = 0 <= place < len(x)
        axes.plot([place, at], [top, base + 1.7], color=INK if inside else GRAY,
                  linewidth=1.4, linestyle="-" if inside else ":")  # fmt: skip
        axes.text(place, top - 0.14, f"{weight:.2g}", ha="center", va="top", color=INK,
                  fontsize=10, bbox={"facecolor": "white", "edgecolor": "none",
                                     "pad": 1})  # fmt: skip
    reach = len(omega) // 2
    axes.text(-reach - 0.4, top + 1.45, "input $x$", color=BLUE)
    axes.text(-reach - 0.4, base + 1.35, "output $h$", color=ORANGE)
    axes.set(xlim=(-reach - 0.6, len(x) - 0.4 + reach), ylim=(base - 0.35, top + 1.75))
    axes.set(xticks=places[::2], yticks=[], xlabel="place")
    axes.spines["left"].set_visible(False)
    axes.grid(visible=False)
    return figure


@styled
def before_and_after(x, outputs):
    """Draw a signal and what kernels make of it, in panels below one another.

    Parameters
    ----------
    x : ndarray, shape (N,)
        Signal, drawn in gray in each panel.
    outputs : dict of str to ndarray, shape (M,)
        By title; shorter ones are drawn at every second place, and so on.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, rows = panels(len(outputs), height=1.75 * len(outputs) + 0.4, sharex=True,
                          gap=0.45)  # fmt: skip
    rows = np.atleast_1d(rows)
    for axes, (title, h) in zip(rows, outputs.items(), strict=True):
        stride = -(-len(x) // len(h))
        axes.plot(x, "o-", color=GRAY, linewidth=1, markersize=4, label="input")
        axes.plot(stride * np.arange(len(h)), h, "s-", color=ORANGE, label="output")
        axes.set(title=title, xlim=(-0.3, len(x) - 0.7))
    rows[0].legend(loc="lower right", bbox_to_anchor=(1, 0.98), ncols=2)
    rows[-1].set_xlabel("place")
    return figure


@styled
def matrices(tables):
    """Draw matrices as maps, side by side: orange above zero, blue below.

    Parameters
    ----------
    tables : dict of str to ndarray, shape (M, N)
        By title, three at most.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, row = panels(height=2.7, ncols=len(tables))
    for axes, (title, table) in zip(np.atleast_1d(row), tables.items(), strict=True):
        strongest = np.abs(table).max()
        axes.pcolormesh(table, cmap=TWO_TINTS, vmin=-strongest, vmax=strongest,
                        edgecolor=GRAY, linewidth=0.1)  # fmt: skip
        axes.set_aspect("equal")
        axes.invert_yaxis()
        axes.set(title=title, xticks=[], yticks=[])
        axes.set(xlabel="input", ylabel="output")
        axes.grid(visible=False)
    return figure
