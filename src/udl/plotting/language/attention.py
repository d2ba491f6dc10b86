"""Attention between words: as lines, as maps, and how its scores are spread."""

import numpy as np
from matplotlib.ticker import NullLocator

from udl.plotting.maps import tint
from udl.plotting.style import BLUE, GRAY, GRID, INK, ORANGE, WIDTH, panels, styled

WIDEST = 14  # points, of a line that carries all the attention
SHARES = tint(BLUE, 0, 0.9)
GAP, LETTER = 0.26, 0.105  # inches, between words and of a letter
DOWN, UP = 0.75, 2.2  # inches, where the two rows of words are


@styled
def listening(words, weights, at):
    """Draw how much one word hears of each word of its sentence.

    Parameters
    ----------
    words : sequence of str
        The sentence.
    weights : array_like, shape (N,)
        How much is heard of each; they sum to one.
    at : int
        The word that listens.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=UP + 0.4)
    axes.set_position([0, 0, 1, 1])
    axes.set(xlim=(0, WIDTH), ylim=(0, UP + 0.4))
    axes.axis("off")
    sizes = LETTER * np.array([max(len(word), 2) for word in words]) + GAP
    middles = np.cumsum(sizes) - sizes / 2 + (WIDTH - sizes.sum()) / 2
    for m, word in enumerate(words):
        axes.text(middles[m], DOWN, word, ha="center", va="center", fontsize=14)
        axes.text(middles[m], UP, word, ha="center", va="center", fontsize=14,
                  color=ORANGE if m == at else GRAY,
                  weight="bold" if m == at else "normal")  # fmt: skip
        axes.text(middles[m], DOWN - 0.38, f"{100 * weights[m]:.0f}", ha="center",
                  va="center", color=BLUE, fontsize=13)  # fmt: skip
        axes.plot([middles[at], middles[m]], [UP - 0.2, DOWN + 0.22], color=BLUE,
                  alpha=0.85, linewidth=max(WIDEST * weights[m], 0.4),
                  solid_capstyle="butt")  # fmt: skip
    axes.text(0.1, DOWN - 0.38, "percent", color=BLUE, va="center", fontsize=11)
    return figure


@styled
def maps(tables):
    """Draw tables of attention side by side, a column for each token that listens.

    Parameters
    ----------
    tables : dict of str to ndarray, shape (N, N)
        By title, three at most; the darker, the nearer to one.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, row = panels(height=2.8, ncols=len(tables))
    for axes, (title, table) in zip(np.atleast_1d(row), tables.items(), strict=True):
        axes.pcolormesh(table, cmap=SHARES, vmin=0, vmax=1, edgecolor=GRID,
                        linewidth=0.5)  # fmt: skip
        axes.set_aspect("equal")
        axes.invert_yaxis()
        axes.set(title=title, xlabel="listens (query)", ylabel="is heard (key)")
        axes.xaxis.set_major_locator(NullLocator())
        axes.yaxis.set_major_locator(NullLocator())
        axes.grid(visible=False)
    return figure


@styled
def spread(scores, variance, shares):
    """Draw the spread of scores, and the shares that a softmax makes of them.

    Parameters
    ----------
    scores : ndarray, shape (I,)
        Sampled dot products.
    variance : float
        That of the normal density that is drawn beside them.
    shares : dict of str to ndarray, shape (N,)
        Mean weights of N tokens by name, the largest first; two of them.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (left, right) = panels(height=3.2, ncols=2)
    figure.subplots_adjust(wspace=0.3)
    x = np.linspace(-60, 60, 601)
    left.hist(scores, bins=np.linspace(-60, 60, 121), density=True, color=BLUE,
              alpha=0.4)  # fmt: skip
    left.plot(x, np.exp(-(x**2) / (2 * variance)) / np.sqrt(2 * np.pi * variance),
              color=INK, linewidth=1.4)  # fmt: skip
    left.set(title="dot products", xlabel="score", ylabel="density", xlim=(-60, 60))
    for (name, weights), color, mark in zip(
        shares.items(), (BLUE, ORANGE), "os", strict=True
    ):
        right.plot(np.arange(1, len(weights) + 1), weights, f"{mark}-", color=color,
                   label=name)  # fmt: skip
    right.set(title="mean weights", xlabel="from largest to smallest", ylim=(0, 1))
    right.legend(loc="upper right")
    return figure
