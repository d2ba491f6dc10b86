"""The size of a signal on its way through the layers of many networks."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.naming import name_curves
from udl.plotting.style import INK, panels, styled


@styled
def size_bands(layers, panes, *, xlabel, ylabel="mean square", predictions=None):
    """Draw, on logarithmic axes, the median size over many networks and its band.

    Parameters
    ----------
    layers : array_like, shape (K,)
        Numbers of the layers.
    panes : dict of str to dict of str to ndarray, shape (S, K)
        By panel title, sizes by the name in the legend, a row a network. With more
        than one row a band holds the middle eighty percent of the networks.
    xlabel, ylabel : str
        Axis labels.
    predictions : dict of str to dict of str to ndarray, shape (K,), optional
        Expected sizes, dotted, by the same titles and names.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(len(panes), height=0.5 + 2.4 * len(panes), sharex=True)
    layers = np.asarray(layers)
    for axes, (title, groups) in zip(np.atleast_1d(stack), panes.items(), strict=True):
        for (name, sizes), look in zip(groups.items(), LOOKS, strict=False):
            low, middle, high = np.percentile(sizes, [10, 50, 90], axis=0)
            if len(sizes) > 1:
                axes.fill_between(
                    layers, low, high, color=look["color"], alpha=0.2, linewidth=0
                )
            axes.semilogy(layers, middle, label=name, **look)
        for expected in ((predictions or {}).get(title) or {}).values():
            axes.semilogy(layers, expected, color=INK, linestyle=":", linewidth=1.5)
        axes.set(ylabel=ylabel, xlim=(layers[0], layers[-1]), yscale="log")
        if title:
            axes.set_title(title)
    axes.set_xlabel(xlabel)
    for axes, groups in zip(np.atleast_1d(stack), panes.values(), strict=True):
        if len(groups) > 1:
            name_curves(axes)
    return figure


@styled
def clipped_normal(edges, before, after):
    """Draw histograms of pre-activations and activations, with their means marked.

    Parameters
    ----------
    edges : ndarray
        Edges of the bins.
    before, after : ndarray, shape (N,)
        A sample before and after the ReLU.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(2, height=4.2, sharex=True, sharey=True)
    panes = {"Before the ReLU": before, "After it": after}
    for axes, (title, sample), look in zip(stack, panes.items(), LOOKS, strict=False):
        shares = np.histogram(sample, edges)[0] / sample.size
        axes.stairs(shares, edges, fill=True, color=look["color"])
        axes.axvline(sample.mean(), color=INK, linestyle="--", linewidth=1.5)
        axes.set(title=title, ylabel="share", xlim=(edges[0], edges[-1]))
    axes.set_xlabel("value")
    return figure
