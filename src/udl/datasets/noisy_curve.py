"""A smooth curve on the unit interval, and noisy examples of it (chapters 8 and 9)."""

import numpy as np

PUBLISHED_PI = 3.1413  # as the published notebooks have it


def curve(x, pi=np.pi):
    """Return the exponential of one period of a sine.

    Parameters
    ----------
    x : array_like, any shape
        Inputs, from 0 to 1.
    pi : float, optional
        What to take for pi: published values come of `PUBLISHED_PI`.

    Returns
    -------
    ndarray, the shape of `x`

    Examples
    --------
    >>> curve([0.0, 0.25, 0.5]).round(3).tolist()
    [1.0, 2.718, 1.0]
    """
    return np.exp(np.sin(2 * pi * np.asarray(x)))


def noisy_examples(count, sigma, rng, datasets=(), pi=np.pi):
    """Draw inputs that cover the interval, and the curve there with noise.

    The interval is cut into as many pieces as there are examples; each input is uniform
    in its own piece. All inputs of a dataset are drawn before its noise.

    Parameters
    ----------
    count : int
        Number of examples of a dataset, I.
    sigma : float
        Standard deviation of the noise.
    rng : numpy.random.Generator or numpy.random.RandomState
        Draws; published values come of ``RandomState(1)``.
    datasets : tuple of int, optional
        Shape of a family of datasets.
    pi : float, optional
        As in `curve`.

    Returns
    -------
    x, y : ndarray, shape (*datasets, I)

    Examples
    --------
    >>> x, y = noisy_examples(4, 0.0, np.random.default_rng(0))
    >>> np.floor(4 * x).tolist(), bool(np.all(y == curve(x)))
    ([0.0, 1.0, 2.0, 3.0], True)
    """
    x = np.empty((*datasets, count))
    y = np.empty((*datasets, count))
    low = np.arange(count) / count
    for index in np.ndindex(*datasets):
        x[index] = rng.uniform(low, low + 1 / count)
        y[index] = curve(x[index], pi) + rng.normal(0.0, sigma, size=count)
    return x, y
