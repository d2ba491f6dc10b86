"""A loss as a landscape: seen in perspective, with the paths of optimizers on it."""

import numpy as np

from udl.plotting.fitting.surfaces import PATHS
from udl.plotting.naming import name_curves
from udl.plotting.perspective import View, box, curve, frame, heights, surface
from udl.plotting.style import panels, styled


@styled
def landscape(
    first, second, values, paths, *, xlabel, ylabel, zlabel="loss", top=None,
    azimuth=35.0, elevation=35.0,
):  # fmt: skip
    """Draw a function of two parameters in perspective, with paths across it.

    Parameters
    ----------
    first, second : ndarray, shape (N,) and (M,)
        The parameters.
    values : ndarray, shape (M, N)
        The function: a row for each value of the second parameter.
    paths : dict of str to array_like, shape (K, 2)
        Points visited, in order, by the name of the path; four at most.
    xlabel, ylabel, zlabel : str
        Names of the parameters and of the function.
    top : float, optional
        Where to cut the landscape off: what is higher is drawn at this height.
    azimuth, elevation : float, optional
        Where it is seen from, in degrees.

    Returns
    -------
    matplotlib.figure.Figure
    """
    figure, axes = panels(height=5)
    figure.subplots_adjust(left=0.02, right=0.98, bottom=0.01)
    top = values.max() if top is None else top
    ends = (first[0], first[-1]), (second[0], second[-1])
    view = View(*ends, (values.min(), top), azimuth=azimuth, elevation=elevation)
    surface(axes, view, first, second, values)
    for (name, path), look in zip(paths.items(), PATHS, strict=False):
        x, y = np.transpose(path)
        z = np.minimum(heights(first, second, values, x, y), top)
        curve(axes, view, x, y, z, label=name, **look)
    box(axes, view, xlabel=xlabel, ylabel=ylabel, zlabel=zlabel)
    frame(axes, view)
    if paths:
        name_curves(axes, where="above")
    return figure
