"""Signals, their augmented copies, and what networks make of them."""

import numpy as np

from udl.plotting.style import BLUE, GRAY, INK, ORANGE, SKY, panels, styled

LOOKS = (
    {"color": GRAY, "linestyle": "--"},
    {"color": BLUE, "linestyle": "-."},
    {"color": ORANGE, "linestyle": "-"},
)


@styled
def moved_errors(signal, offset, errors):
    """Draw a rotated signal, and how often networks are wrong about such signals.

    Parameters
    ----------
    signal : ndarray, shape (D,)
        A signal as it is.
    offset : int
        By how many places it is rotated, 0 to D - 1.
    errors : dict of str to ndarray, shape (D,)
        By name, the share of wrong answers for each offset.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(2, height=5.2, gap=0.75, height_ratios=[1, 1.5])
    places = np.arange(len(signal))
    above.plot(places, signal, "--", color=GRAY, linewidth=1.4, label="as it is")
    moved = np.roll(signal, offset)
    above.plot(places, moved, color=INK, label=f"rotated by {offset}")
    above.set(xlim=(0, places[-1]), xlabel="place", ylabel="height")
    above.legend(loc="lower left", bbox_to_anchor=(0, 0.98), ncols=2, borderpad=0)
    inside = 3 <= offset < len(signal) * 0.7
    left = inside or offset > len(signal) * 0.8
    for number, (name, share) in enumerate(errors.items()):
        look, height = LOOKS[2 * number], 100 * share[offset]
        below.plot(places, 100 * share, label=name, **look)
        below.plot([offset], [height], "o", color=look["color"],
                   markersize=9, clip_on=False)  # fmt: skip
        rise = -20 if number else 8 if inside else 16
        below.annotate(f"{height:.0f} %", (offset, height),
                       (-8 if left else 8, rise), textcoords="offset points",
                       ha="right" if left else "left", color=look["color"])  # fmt: skip
    below.axvline(offset, color=INK, linewidth=0.8)
    below.set(xlim=(0, places[-1]), ylim=(0, 100), xlabel="rotated by")
    below.set(ylabel="test error (percent)")
    below.legend(loc="upper center", ncols=2)
    return figure


@styled
def copies(signal, made):
    """Draw a signal and some of its augmented copies, one below the other.

    Parameters
    ----------
    signal : ndarray, shape (D,)
    made : ndarray, shape (K, D)

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.3)
    places, gap = np.arange(len(signal)), 1.1 * np.ptp(np.vstack([signal, made]))
    axes.plot(places, signal, color=INK, linewidth=2.6)
    for k, copy in enumerate(made, start=1):
        axes.plot(places, copy - k * gap, color=BLUE)
    levels = -gap * np.arange(len(made) + 1) + signal.mean()
    names = ["example", *(f"copy {k}" for k in range(1, len(made) + 1))]
    axes.set_yticks(levels, names)
    axes.set(xlim=(0, places[-1]), xlabel="place")
    return figure


@styled
def error_bands(steps, errors, *, ylim=(20, 60)):
    """Draw the mean error of several runs against steps, in a band of all of them.

    Parameters
    ----------
    steps : ndarray, shape (T,)
        Numbers of steps.
    errors : dict of str to ndarray, shape (R, T)
        By name, the share of wrong answers in each run.
    ylim : tuple of float, optional
        Where the axis begins and ends, in percent.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.6, right=1.55)
    for (name, runs), look in zip(errors.items(), LOOKS, strict=False):
        axes.fill_between(steps, 100 * runs.min(axis=0), 100 * runs.max(axis=0),
                          color=look["color"], alpha=0.2, linewidth=0)  # fmt: skip
        mean = 100 * runs.mean(axis=0)
        axes.plot(steps, mean, **look)
        axes.annotate(name, (steps[-1], mean[-1]), (6, 0), textcoords="offset points",
                      va="center", color=look["color"],
                      annotation_clip=False)  # fmt: skip
    axes.set(xlim=(0, steps[-1]), ylim=ylim, xlabel="steps of training")
    axes.set(ylabel="test error (percent)")
    return figure


@styled
def weights_of_a_class(weights):
    """Draw the weights of one class at all places, for several fits.

    Parameters
    ----------
    weights : dict of str to ndarray, shape (D,)
        By name, three at most.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=3.7)
    looks = ({"color": SKY}, *LOOKS[1:])
    for (name, weight), look in zip(weights.items(), looks, strict=False):
        axes.plot(np.arange(len(weight)), weight, label=name, **look)
    width = len(next(iter(weights.values())))
    axes.set(xlim=(0, width - 1), xlabel="place", ylabel=r"weight $\omega_d$")
    axes.legend(loc="lower left", bbox_to_anchor=(0, 0.98), ncols=3, borderpad=0)
    return figure
