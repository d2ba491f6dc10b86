"""Yes-or-no labels against one input: network outputs and probabilities."""

import numpy as np

from udl.networks.activations import sigmoid
from udl.plotting.curves import LOOKS
from udl.plotting.naming import make_room, name_curves
from udl.plotting.style import GRAY, INK, ORANGE, panels, styled


@styled
def outputs_and_probabilities(x, y, grid, outputs, looks=LOOKS):
    """Draw network outputs and, below, the probabilities they mean, with the labels.

    Parameters
    ----------
    x, y : ndarray, shape (I,)
        Inputs and labels, 0 or 1.
    grid : ndarray, shape (N,)
        Inputs, in order, at which the outputs are given.
    outputs : dict of str to ndarray, shape (N,)
        Network outputs by name.
    looks : sequence of dict, optional
        Line properties, one a model.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, (above, below) = panels(2, height=5.2, sharex=True)
    for (name, output), look in zip(outputs.items(), looks, strict=False):
        above.plot(grid, output, label=name, **look)
        below.plot(grid, sigmoid(output), **look)
    above.axhline(0, color=GRAY, linewidth=1)
    below.axhline(0.5, color=GRAY, linewidth=1)
    below.plot(x[y == 1], y[y == 1], "o", color=INK, markeredgecolor="white")
    below.plot(x[y == 0], y[y == 0], "s", color=ORANGE, markeredgecolor="white")
    above.set(title="Network output", ylabel="output $f$", xlim=(grid[0], grid[-1]))
    below.set(title=r"Probability of a 1", ylabel=r"probability $\lambda$")
    below.set(xlabel="input $x$", ylim=(-0.08, 1.08), yticks=np.linspace(0, 1, 5))
    if len(outputs) > 1:
        name_curves(above)
    for label, color in ((1, INK), (0, ORANGE)):
        place = 1.02, below.transLimits.transform((0, label))[1]
        below.annotate(f"label {label}", place, xycoords="axes fraction", va="center",
                       color=color)  # fmt: skip
    make_room(figure, below.texts)
    return figure
