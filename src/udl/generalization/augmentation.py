"""More examples from those at hand: rotated and louder or softer copies.

Layout: batch-first, as `udl.nn`: an example is a row of x, (I, D).
"""

import numpy as np

from udl.generalization.neighbors import nearest

LOUDNESS = 0.8, 1.2


def rotate(x, offset):
    """Move a signal to the right; what leaves at the end comes in at the start.

    Parameters
    ----------
    x : ndarray, shape (..., D)
        A signal, or several.
    offset : int
        By how many places; negative to the left.

    Returns
    -------
    ndarray, shape (..., D)

    Examples
    --------
    >>> rotate(np.array([1, 2, 3, 4]), 1).tolist()
    [4, 1, 2, 3]
    """
    return np.roll(x, offset, axis=-1)


def augment(x, rng, offsets=None, loudness=LOUDNESS):
    """Give every signal a rotation and a loudness of its own.

    Parameters
    ----------
    x : ndarray, shape (I, D)
        Signals, an example a row.
    rng : numpy.random.Generator
        Draws all offsets, then all factors.
    offsets : sequence of int, optional
        The offsets to choose from, all equally probable; left out, 0 to D - 1.
    loudness : tuple of float, optional
        Between these the factors are drawn, all equally probable.

    Returns
    -------
    ndarray, shape (I, D)
        In the precision of `x`.

    Raises
    ------
    ValueError
        If `x` is not an array of rows.

    Notes
    -----
    UDL section 9.3.8.

    Examples
    --------
    >>> x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    >>> augment(x, np.random.default_rng(0), offsets=[1], loudness=(2, 2)).tolist()
    [[6.0, 2.0, 4.0], [12.0, 8.0, 10.0]]
    """
    if np.ndim(x) != 2:
        raise ValueError(f"x has shape {np.shape(x)}, but it must be (I, D).")
    rows, width = x.shape
    offset = rng.choice(width if offsets is None else offsets, size=(rows, 1))
    factor = rng.uniform(*loudness, size=(rows, 1))
    rotated = np.take_along_axis(x, (np.arange(width) - offset) % width, axis=1)
    return (factor * rotated).astype(np.result_type(x.dtype, np.float32), copy=False)


def enlarge(x, y, copies, rng, **settings):
    """Append augmented copies of all examples, with the labels of their parents.

    Parameters
    ----------
    x : ndarray, shape (I, D)
        Signals.
    y : ndarray, shape (I,)
        Labels.
    copies : int
        How many of each example.
    rng : numpy.random.Generator
    **settings
        As of `augment`.

    Returns
    -------
    tuple of ndarray, shapes ((copies + 1) I, D) and ((copies + 1) I,)

    Examples
    --------
    >>> x, y = np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([7, 8])
    >>> enlarge(x, y, 2, np.random.default_rng(0))[1].tolist()
    [7, 8, 7, 8, 7, 8]
    """
    signals = [x, *(augment(x, rng, **settings) for _ in range(copies))]
    return np.concatenate(signals), np.tile(y, copies + 1)


def neighbor_error(x, y, offsets, sets=4, size=500):
    """Test nearest neighbors that know some rotations of their examples, too.

    Parameters
    ----------
    x, y : ndarray, shapes (I, D) and (I,)
        Signals and labels: a stretch is learned, and tested on the stretch behind it.
    offsets : sequence of int
        Rotations of each learned signal that are added to it.
    sets, size : int, optional
        How many stretches are learned, and how long they are.

    Returns
    -------
    float
        Share of wrong answers, the mean over the sets.

    Examples
    --------
    >>> x, y = np.eye(4)[[0, 1, 2, 3]], np.array([7, 7, 7, 7])
    >>> neighbor_error(x, y, [1, -1], sets=1, size=2)
    0.0
    """
    wrong = []
    for first in range(0, sets * size, size):
        known, asked = slice(first, first + size), slice(first + size, first + 2 * size)
        signals = [x[known], *(rotate(x[known], offset) for offset in offsets)]
        found = nearest(
            np.concatenate(signals), np.tile(y[known], len(signals)), x[asked]
        )
        wrong.append(np.mean(found != y[asked]))
    return float(np.mean(wrong))


def penalty(omega, copies):
    """Give what copies of an example add to its squared error, besides their mean.

    Parameters
    ----------
    omega : ndarray, shape (D,)
        Weights of a linear model.
    copies : ndarray, shape (K, D)
        All copies of one example, equally probable.

    Returns
    -------
    float
        Variance of the model's outputs, omega^T C omega.

    Examples
    --------
    >>> float(penalty(np.array([1.0, 2.0]), np.array([[1.0, 0.0], [3.0, 0.0]])))
    1.0
    """
    return np.var(copies @ omega)


def linear_scores(x, y, classes=10, penalty=None):
    """Fit a linear score a class by least squares, to targets of one and zero.

    Parameters
    ----------
    x, y : ndarray, shapes (I, D) and (I,)
        Examples and labels.
    classes : int, optional
    penalty : ndarray, shape (D, D), optional
        Matrix C: adds the mean over examples of omega C omega^T to the mean loss.

    Returns
    -------
    omega : ndarray, shape (classes, D)
    beta : ndarray, shape (classes,)

    Examples
    --------
    >>> omega, beta = linear_scores(np.array([[0.0], [1.0]]), np.array([0, 1]), 2)
    >>> omega.round(6).tolist()
    [[-1.0], [1.0]]
    """
    x, targets = x.astype(float), np.eye(classes)[y]
    around, middle = x - x.mean(axis=0), targets.mean(axis=0)
    spread = around.T @ around / len(x) + (0 if penalty is None else penalty)
    omega = np.linalg.lstsq(spread, around.T @ (targets - middle) / len(x), rcond=None)[
        0
    ].T
    return omega, middle - omega @ x.mean(axis=0)
