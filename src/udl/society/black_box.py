"""A model of four inputs that nobody can read (UDL section 21.1, figure 21.3).

Layout: examples are columns, X is (4, N). The model is that of UDL's notebook 21.2,
which adds ten bumps by a walk of 900 steps between them; added up, the steps are one
weight for each bump.
"""

from typing import NamedTuple

import numpy as np

PERSON = (0.3, 0.8, 0.6, 0.3)
STEPS = 100


class Bumps(NamedTuple):
    """Where the bumps are, how wide in each direction, and how high.

    Parameters
    ----------
    centers, widths : ndarray, shape (D, J)
        One column for each bump.
    heights : ndarray, shape (J,)
        Positive or negative.

    Examples
    --------
    >>> Bumps(np.zeros((4, 10)), np.ones((4, 10)), np.ones(10)).heights.sum()
    np.float64(10.0)
    """

    centers: np.ndarray
    widths: np.ndarray
    heights: np.ndarray


def draw_bumps(seed=3, count=10, inputs=4):
    """Draw the bumps of a black box, in the order of the published one.

    Parameters
    ----------
    seed : int, optional
        Of a ``numpy.random.RandomState``; 3 is the published one.
    count, inputs : int, optional
        How many bumps, of how many inputs.

    Returns
    -------
    Bumps
        Arrays of shape (inputs, count), (inputs, count) and (count,).

    Examples
    --------
    >>> draw_bumps().heights.round(2).tolist()
    [-1.28, -14.76, 0.26, 15.27, -14.36, 4.88, -5.66, 13.58, 0.72, 1.34]
    """
    rng = np.random.RandomState(seed)
    centers = rng.uniform(size=(inputs, count))
    widths = rng.uniform(size=(inputs, count)) + 0.1
    values = rng.normal(size=count)
    values = (values - values.mean()) / 10
    return Bumps(centers, widths, walk_weights(count) * values)


def walk_weights(count, steps=STEPS):
    """Add up how often a walk between neighboring bumps counts each of them.

    A step at the fraction k / steps counts the bump behind it with this fraction, and
    the one ahead with the rest, for k = 0, ..., steps - 1.

    Parameters
    ----------
    count : int
        How many bumps; the walk visits them in order.
    steps : int, optional
        From one bump to the next.

    Returns
    -------
    ndarray, shape (count,)

    Examples
    --------
    >>> walk_weights(4).tolist()
    [49.5, 100.0, 100.0, 50.5]
    """
    weights = np.full(count, float(steps))
    weights[[0, -1]] = (steps - 1) / 2, (steps + 1) / 2
    return weights


def score(X, bumps=None):
    """Return what the black box says of each person.

    Parameters
    ----------
    X : array_like, shape (D, N)
        Inputs, one column for each person.
    bumps : Bumps, optional
        Those of `draw_bumps` by default.

    Returns
    -------
    ndarray, shape (N,)
        Positive scores mean yes.

    Raises
    ------
    ValueError
        If X does not have one row for each input.

    Examples
    --------
    >>> score([[0.3], [0.8], [0.6], [0.3]]).round(4).tolist()
    [-3.288]
    """
    centers, widths, heights = draw_bumps() if bumps is None else bumps
    X = np.asarray(X, dtype=float)
    if X.ndim != 2 or X.shape[0] != centers.shape[0]:
        raise ValueError(
            f"X has shape {X.shape}; it should be ({centers.shape[0]}, N), one column "
            "for each person"
        )
    # Squares multiplied out: two small matrix products, no array of (D, J, N).
    narrow = widths**-2
    offset = np.sum(narrow * centers**2, axis=0)
    mixed = 2 * (narrow * centers).T @ X - narrow.T @ X**2
    return heights @ np.exp(mixed - offset[:, np.newaxis])
