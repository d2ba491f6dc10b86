"""A network with two inputs as a sheet, folded along the joints of its units."""

import numpy as np
from matplotlib.colors import to_rgba
from matplotlib.patches import Polygon

from udl.plotting.maps import HALO
from udl.plotting.networks.cuts import split
from udl.plotting.perspective import View, box, curve, frame, joints, surface
from udl.plotting.style import BLUE, INK, ORANGE, PAGE, panels, styled


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


@styled
def folded(beta_0, omega_0, output, *, ends, heights, azimuth=35.0, elevation=34.0):
    """Draw the output of a network over a square: flat pieces that meet at joints.

    Each region is one piece, shaded by how it is tilted; below it the joints are drawn
    on the floor.

    Parameters
    ----------
    beta_0 : ndarray, shape (D,)
        Offsets of the hidden units.
    omega_0 : ndarray, shape (D, 2)
        Their slopes.
    output : callable
        Takes points (2, I), gives the output (I,), linear within each region.
    ends : tuple of float
        Of both inputs.
    heights : tuple of float
        Lowest and highest output of the box.
    azimuth, elevation : float, optional
        Where the sheet is seen from, in degrees.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=5.0)
    axes.set_position([0.0, 0.0, 1.0, 1.0])
    view = View(ends, ends, heights, azimuth=azimuth, elevation=elevation, tall=0.7)
    low, high = ends
    square = np.array([[low, low], [high, low], [high, high], [low, high]], float)
    regions = [square]
    for d, (offset, slopes) in enumerate(zip(beta_0, omega_0, strict=True), start=1):
        regions = [part for region in regions for part in split(region, offset, slopes)]
        across, *both = split(square, offset, slopes)
        if both:
            on = across[np.abs(offset + across @ slopes) < 1e-9][[0, -1]]
            _joint(axes, view, on, output, heights[0], f"joint {d}")
    for region in sorted(regions, key=lambda r: view.project(*r.mean(axis=0), 0)[2]):
        _facet(axes, view, region, output)
    for place in np.linspace(low, high, 11):
        across = np.stack([np.full(61, place), np.linspace(low, high, 61)])
        for line in (across, across[::-1]):
            curve(axes, view, *line, output(line), color=INK, linewidth=0.4, alpha=0.35)
    box(axes, view, xlabel="$x_1$", ylabel="$x_2$", zlabel="$y$")
    frame(axes, view)
    return figure


def _facet(axes, view, region, output):
    """Draw one piece: the page hides what is behind it, a tint shows its tilt."""
    z = output(region.T)
    corners = np.stack(view.project(*region.T, z)[:2], axis=1)
    wide, tall = np.ptp(view.x), np.ptp(view.z)
    design = np.column_stack([np.ones(len(region)), region / wide])
    _, *slopes = np.linalg.lstsq(design, z / tall, rcond=None)[0]
    light = (np.array(slopes) @ [0.8, 0.6]) / np.hypot(1, np.hypot(*slopes))
    strength = 0.34 + 0.5 * np.clip(light, -0.45, 0.6)
    tint = to_rgba(BLUE, strength)
    # An edge of its own: a white face without one is taken for the empty canvas.
    for face, edge, order in ((PAGE, PAGE, 2.0), (tint, "none", 2.1)):
        axes.add_patch(Polygon(corners, facecolor=face, edgecolor=edge, zorder=order))


def _joint(axes, view, on, output, floor, name):
    """Draw a joint on the sheet and on the floor, and name it at its upper end."""
    curve(axes, view, *on.T, floor, color=ORANGE, lw=1, ls=":", zorder=1)
    along = np.linspace(*on, 201).T
    curve(axes, view, *along, output(along), color=ORANGE, linewidth=2.4)
    across, up, _ = view.project(*on.T, output(on.T))
    end = np.argmax(up)
    axes.annotate(
        name, (across[end], up[end]), (0, 7), textcoords="offset points", ha="center",
        va="bottom", color=ORANGE, path_effects=HALO, zorder=6, annotation_clip=False,
    )  # fmt: skip
