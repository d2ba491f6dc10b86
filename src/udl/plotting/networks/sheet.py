"""A network with two inputs as a sheet, folded along the joints of its units."""

import numpy as np

from udl.plotting.perspective import View, box, frame, joints, surface
from udl.plotting.style import ORANGE, panels, styled


@styled
def sheet(x1, x2, outputs, *, units=(), zlabel="$y$", azimuth=35.0, elevation=30.0):
    """Draw a function of two inputs in perspective, with the joints of its units.

    Parameters
    ----------
    x1, x2 : ndarray, shape (N,) and (M,)
        The inputs.
    outputs : ndarray, shape (M, N)
        Output of the network, or of one unit: a row for each value of the second
        input.
    units : sequence of ndarray, shape (M, N), optional
        Pre-activations of the hidden units: where one is zero, the sheet is folded,
        and a line is drawn.
    zlabel : str, optional
        Name of the output.
    azimuth, elevation : float, optional
        Where the sheet is seen from, in degrees.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=4.6)
    axes.set_position([0.02, 0.01, 0.96, 0.97])
    room = 0.05 * (np.ptp(outputs) or 1.0)
    heights = outputs.min() - room, outputs.max() + room
    ends = (x1[0], x1[-1]), (x2[0], x2[-1])
    view = View(*ends, heights, azimuth=azimuth, elevation=elevation)
    surface(axes, view, x1, x2, outputs)
    for unit in units:
        joints(axes, view, x1, x2, outputs, unit, color=ORANGE, linewidth=2.2)
    box(axes, view, xlabel="$x_1$", ylabel="$x_2$", zlabel=zlabel)
    frame(axes, view)
    return figure
