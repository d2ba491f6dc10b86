"""The size of a signal on its way through the layers of many networks."""

import numpy as np

from udl.plotting.curves import LOOKS
from udl.plotting.naming import make_room, name_curves
from udl.plotting.style import BLUE, GRAY, GREEN, INK, ORANGE, panels, styled


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
def fates(sizes, window, *, ylim=(1e-17, 1e17)):
    """Draw the sizes of signals in many networks, and the window they should stay in.

    Parameters
    ----------
    sizes : ndarray, shape (S, K)
        A row a network, a column a layer.
    window : tuple of float
        Lowest and highest size that is neither vanished nor exploded.
    ylim : tuple of float, optional
        Range of the vertical axis.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.2)
    layers = np.arange(1, sizes.shape[1] + 1)
    axes.axhspan(*window, color=GREEN, alpha=0.25, linewidth=0)
    axes.semilogy(layers, sizes.T, color=BLUE, linewidth=0.7, alpha=0.6)
    axes.semilogy(
        layers, np.median(sizes, axis=0), color=ORANGE, linewidth=2.5, linestyle="--"
    )
    axes.set(xlabel="layer", ylabel="size of the activations", ylim=ylim)
    axes.set(xlim=(layers[0], layers[-1]), yticks=10.0 ** np.arange(-16, 17, 4))
    for text, height in (("explodes", 0.93), ("vanishes", 0.07)):
        axes.text(0.03, height, text, color=GRAY, va="center",
                  transform=axes.transAxes)  # fmt: skip
    low, high = np.log(ylim)
    middle, end = (
        (np.log(size) - low) / (high - low)
        for size in (np.sqrt(np.prod(window)), np.median(sizes[:, -1]))
    )
    apart = max(abs(end - middle), 0.09) * (1 if end > middle else -1)
    named = ((f"{window[0]} to {window[1]}", middle, GREEN),
             ("middle\nnetwork", middle + apart, ORANGE))  # fmt: skip
    texts = [
        axes.annotate(text, (1, height), (8, 0), xycoords="axes fraction",
                      textcoords="offset points", va="center", color=color)
        for text, height, color in named
    ]  # fmt: skip
    make_room(figure, texts)
    return figure


@styled
def kept_half(f, shares):
    """Draw where a mean square comes from, and the half of it that a ReLU keeps.

    Parameters
    ----------
    f : ndarray, shape (N,)
        Values of the pre-activation.
    shares : ndarray, shape (N,)
        Their squares times their density.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.2)
    lost, kept = f <= 0, f >= 0
    axes.fill_between(f[lost], shares[lost], facecolor="none", edgecolor=GRAY,
                      hatch="///", linewidth=0)  # fmt: skip
    axes.fill_between(f[kept], shares[kept], color=BLUE, alpha=0.45, linewidth=0)
    axes.plot(f, shares, color=INK)
    top = shares.max()
    for side, text in ((-1, "clipped to zero"), (1, "kept: half of the area")):
        axes.text(side * np.sqrt(2), 1.12 * top, text, ha="center", va="center",
                  color=GRAY if side < 0 else BLUE)  # fmt: skip
    axes.set(xlabel="pre-activation $f$", ylabel="$f^2$ times density")
    axes.set(xlim=(f[0], f[-1]), ylim=(0, 1.25 * top))
    return figure


@styled
def both_directions(forward, backward):
    """Draw mean squares of many networks, forward above and backward below.

    Parameters
    ----------
    forward, backward : ndarray, shape (S, K)
        Mean squares of pre-activations and of derivatives, a row a network. One is
        predicted for all.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, stack = panels(2, height=5.2, sharex=True, sharey=True)
    layers = np.arange(1, forward.shape[1] + 1)
    panes = (
        (forward, "Pre-activations, forward", (0.4, 0.6)),
        (backward, "Derivatives, backward", (0.6, 0.4)),
    )
    for axes, (sizes, title, (start, end)) in zip(stack, panes, strict=True):
        axes.semilogy(layers, sizes.T, color=BLUE, linewidth=0.7, alpha=0.6)
        axes.axhline(1, color=INK, linestyle=":", linewidth=1.8)
        axes.set(title=title, ylabel="mean square", xlim=(layers[0], layers[-1]))
        axes.annotate(
            "", (end, 0.91), (start, 0.91),
            xycoords="axes fraction", textcoords="axes fraction",
            arrowprops={"arrowstyle": "-|>", "color": ORANGE, "linewidth": 2.5},
        )  # fmt: skip
    axes.set(xlabel="layer", ylim=(1e-4, 1e3))
    return figure
