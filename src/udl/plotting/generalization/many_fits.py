"""Many curves through the same points."""

from udl.plotting.style import INK, ORANGE, PAGE, SKY, panels, styled


@styled
def same_error(grid, curves, chosen, data, *, ylim):
    """Draw curves that fit the data equally well, and the one that was chosen.

    Parameters
    ----------
    grid : ndarray, shape (N,)
        Inputs.
    curves : ndarray, shape (K, N)
        All the curves.
    chosen : ndarray, shape (N,)
        One more of them.
    data : tuple of ndarray, shape (I,)
        Inputs and targets.
    ylim : tuple of float
        Lowest and highest output.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    for curve in curves:
        axes.plot(grid, curve, color=SKY, linewidth=1.1, alpha=0.8)
    axes.plot([], [], color=SKY, label="they fit exactly, too")
    axes.plot(grid, chosen, color=ORANGE, linewidth=2.8, label="smallest weights")
    axes.plot(*data, "o", color=INK, markerfacecolor=PAGE, markersize=8,
              markeredgewidth=2, label="examples", zorder=5)  # fmt: skip
    axes.set(xlim=(grid[0], grid[-1]), ylim=ylim)
    axes.set(xlabel="input $x$", ylabel="output $y$")
    axes.legend(loc="upper right")
    return figure
