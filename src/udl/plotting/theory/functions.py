"""Functions that are drawn at random, kind by kind."""

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
