"""Learning curves of many starts, and the digits that are learned."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, panels, styled

LOOKS = (
    {"color": BLUE, "linestyle": "--"},
    {"color": ORANGE, "linestyle": "-"},
    {"color": GRAY, "linestyle": ":"},
)


@styled
def bands(x, families, *, xlabel, ylabel, ylim, title=None, log=False, where=None):
    """Draw the mean over starts of each family of curves, and a band of all of them.

    Parameters
    ----------
    x : ndarray, shape (N,)
        What the curves are drawn against.
    families : dict of str to ndarray, shape (M, N) or (N,)
        Three at most, by the names that are written at them. A single curve has no
        band.
    xlabel, ylabel : str
    ylim : tuple of float
        Lowest and highest value.
    title : str, optional
    log : bool, optional
        Whether `x` is on a logarithmic axis.
    where : sequence of (float, float), optional
        Where each name is written; left out, at the right ends of the curves.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.0, right=1.75)
    for place, ((name, curves), look) in enumerate(
        zip(families.items(), LOOKS, strict=False)
    ):
        curves = np.atleast_2d(curves)
        mean = curves.mean(axis=0)
        if len(curves) > 1:
            axes.fill_between(
                x, curves.min(axis=0), curves.max(axis=0), color=look["color"],
                alpha=0.25, linewidth=0,
            )  # fmt: skip
        axes.plot(x, mean, **look)
        at = where[place] if where else None
        axes.annotate(
            name, at or (x[-1], mean[-1]), xytext=(0, 0) if at else (6, 0),
            textcoords="offset points", va="center", color=INK, annotation_clip=False,
        )  # fmt: skip
    if log:
        axes.set_xscale("log")
    axes.set(xlim=(x[0], x[-1]), ylim=ylim, xlabel=xlabel, ylabel=ylabel)
    if title:
        axes.set_title(title)
    return figure


@styled
def digit_lines(x, y, rows=3):
    """Draw examples of each of ten digits, one column a digit.

    Parameters
    ----------
    x, y : ndarray, shape (N, L) and (N,)
        Heights of the lines, and their digits.
    rows : int, optional
        How many examples of each digit, the first ones.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(
        rows, height=0.85 * rows + 0.4, ncols=10, left=0.1, right=0.1, gap=0.1,
        sharex=True, sharey=True,
    )  # fmt: skip
    figure.subplots_adjust(bottom=0.03)
    for digit, column in enumerate(axes.T):
        column[0].set_title(str(digit))
        for cell, line in zip(column, x[y == digit], strict=False):
            cell.plot(line, color=BLUE, linewidth=1.3)
            cell.set(xticks=[], yticks=[])
            cell.spines[:].set_visible(False)
    return figure
