"""A picture of our own, drawn by code: for what networks do to pictures (UDL 10.4).

A picture has the shape (height, width), and a place in it is (row, column), from the
upper left corner. Gray values are whole numbers from 0 to 255.
"""

import numpy as np


def lighthouse(height=279, width=300):
    """Draw a lighthouse by the sea.

    The sky is a slow gradient, the tower has sharp edges, and the waves become finer
    toward the horizon, down to little more than two pixels from crest to crest.

    Parameters
    ----------
    height, width : int
        In pixels.

    Returns
    -------
    ndarray of uint8, shape (height, width)
        Gray values.

    Notes
    -----
    The published notebook downloads a picture. Ours has the same shape.

    Examples
    --------
    >>> picture = lighthouse()
    >>> picture.shape, picture.dtype.name
    ((279, 300), 'uint8')
    """
    rows, columns = np.indices((height, width))
    y, x = rows / height, columns / width
    gray = 120 + 100 * y / 0.45  # the sky, lighter toward the horizon
    gray += 90 * np.exp(-(((x - 0.2) / 0.11) ** 2) - ((y - 0.2) / 0.12) ** 2)  # the sun
    gray = np.where(y > 0.45, _waves(rows - 0.45 * height, columns, height), gray)
    middle, half = 0.7, 0.055 + 0.06 * y  # the tower, wider below
    tower = (np.abs(x - middle) < half) & (y > 0.22) & (y < 0.86)
    bands = np.where(np.floor((y - 0.22) / 0.128) % 2 == 0, 235, 60)
    gray = np.where(tower, bands - 160 * (x - middle), gray)  # lit from the left
    lamp = (np.abs(x - middle) < 0.05) & (y > 0.12) & (y <= 0.22)
    gray = np.where(lamp, np.where(np.abs(x - middle) < 0.022, 255, 40), gray)
    roof = (y > 0.05) & (y <= 0.12) & (np.abs(x - middle) < 0.9 * (y - 0.05))
    rock = y > 0.84 + 1.6 * (x - middle - 0.02) ** 2
    return np.where(roof | rock, 30, gray).clip(0, 255).astype(np.uint8)


def _waves(below, columns, height):
    """Draw waves: as many cycles a pixel downward as 0.42 falls linearly to 0.03."""
    down = below / (0.55 * height)
    cycles = 0.55 * height * (0.42 * down - 0.195 * down**2) + 0.06 * columns
    return 130 + 70 * np.cos(2 * np.pi * cycles)
