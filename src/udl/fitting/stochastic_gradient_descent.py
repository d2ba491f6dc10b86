"""Gradient descent on batches, and how batches are drawn (UDL section 6.2).

Paths hold the start first: (steps + 1, ..., D). Parameters are in the last axis. A
learning rate is one number, or one for each step.
"""

import numpy as np

from udl._shapes import as_examples, as_rates, as_start


def fresh_batches(count, size, rng):
    """Give batches without end, each drawn afresh from all examples.

    Within one batch no example appears twice; the next batch may hold it again.

    Parameters
    ----------
    count : int
        How many examples there are.
    size : int
        How many go into a batch.
    rng : numpy.random.Generator or numpy.random.RandomState
        Source of randomness.

    Yields
    ------
    ndarray of int, shape (size,)
        Indices of the examples.

    Raises
    ------
    ValueError
        If `size` is less than 1 or more than `count`.

    Examples
    --------
    >>> batches = fresh_batches(5, 5, np.random.default_rng(0))
    >>> sorted(next(batches).tolist()), sorted(next(batches).tolist())
    ([0, 1, 2, 3, 4], [0, 1, 2, 3, 4])
    """
    _check_size(count, size)
    while True:
        yield rng.permutation(count)[:size]


def epoch_batches(count, size, rng):
    """Give batches without end; each epoch uses every example once.

    At the start of each epoch the examples are shuffled and cut into batches. If
    `size` does not divide `count`, the last batch of an epoch is smaller.

    Parameters
    ----------
    count, size, rng
        As in `fresh_batches`.

    Yields
    ------
    ndarray of int, shape (size,) or fewer
        Indices of the examples.

    Raises
    ------
    ValueError
        As in `fresh_batches`.

    Notes
    -----
    UDL section 6.2.1.

    Examples
    --------
    Five examples in batches of two: an epoch takes three steps.

    >>> batches = epoch_batches(5, 2, np.random.default_rng(0))
    >>> epoch = [next(batches) for _ in range(3)]
    >>> [batch.size for batch in epoch], sorted(np.concatenate(epoch).tolist())
    ([2, 2, 1], [0, 1, 2, 3, 4])
    """
    _check_size(count, size)
    while True:
        order = rng.permutation(count)
        for first in range(0, count, size):
            yield order[first : first + size]


def _check_size(count, size):
    if not 1 <= size <= count:
        raise ValueError(
            f"a batch of {size} cannot be drawn from {count} examples without "
            f"repetition: size must be from 1 to {count}."
        )


def stochastic_gradient_step(phi, gradient, x, y, rate, batch_size, rng):
    """One step against the gradient of the loss of some of the examples.

    The batch is the first `batch_size` entries of a random permutation.

    Parameters
    ----------
    phi : array_like, shape (D,)
        Where to start from.
    gradient : callable
        ``gradient(phi, x, y)``: gradient, (D,), of the loss of the examples.
    x, y : array_like, shape (I,)
        Inputs and targets of all examples.
    rate : float
        Learning rate.
    batch_size : int
        How many examples the step sees.
    rng : numpy.random.Generator or numpy.random.RandomState
        Source of randomness.

    Returns
    -------
    ndarray, shape (D,)
        Where the step ends.

    Raises
    ------
    ValueError
        If the batch is larger than the data.

    Notes
    -----
    UDL section 6.2, eq. 6.10.

    Examples
    --------
    Both examples are in the batch, whatever their order:

    >>> def gradient(phi, x, y):
    ...     return np.array([2 * np.sum(phi - y)])
    >>> stochastic_gradient_step(
    ...     [0.0], gradient, [0, 0], [1, 3], 0.25, 2, np.random.default_rng(0)).tolist()
    [2.0]
    """
    x, y = as_examples("x", x), as_examples("y", y)
    _check_size(y.size, batch_size)
    batch = rng.permutation(y.size)[:batch_size]
    return np.asarray(phi, float) - rate * gradient(phi, x[batch], y[batch])


def stochastic_gradient_descent(
    gradient, x, y, start, *, rate, batch_size, steps, rng, batches=fresh_batches
):
    """Gradient descent in which each step sees one batch of the examples only.

    Parameters
    ----------
    gradient : callable
        ``gradient(phi, x, y)``: gradient of the loss of the examples it is given.
        If that loss is a sum over them, so is the gradient of a batch.
    x, y : array_like, shape (I,)
        Inputs and targets of all examples.
    start : array_like, shape (D,)
        Where to start.
    rate : float or array_like, shape (steps,)
        Learning rate.
    batch_size : int
        How many examples a step sees.
    steps : int
        How many steps.
    rng : numpy.random.Generator or numpy.random.RandomState
        Source of randomness.
    batches : callable, optional
        Gives the batches: `fresh_batches` or `epoch_batches`.

    Returns
    -------
    ndarray, shape (steps + 1, D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If a shape is wrong or the batch is larger than the data.

    Notes
    -----
    UDL section 6.2, eq. 6.10.

    Examples
    --------
    A batch of everything makes it gradient descent. Here the loss is the sum of
    (phi - y)^2, and the rate 1/4 leads from 0 to the mean of two targets:

    >>> def gradient(phi, x, y):
    ...     return np.array([2 * np.sum(phi - y)])
    >>> path = stochastic_gradient_descent(
    ...     gradient, [0, 0], [1, 3], [0.0], rate=0.25, batch_size=2, steps=2,
    ...     rng=np.random.default_rng(0))
    >>> path.ravel().tolist()
    [0.0, 2.0, 2.0]
    """
    x, y = as_examples("x", x), as_examples("y", y)
    source = batches(y.size, batch_size, rng)
    path = [as_start(start)]
    for each in as_rates(rate, steps):
        batch = next(source)
        path.append(path[-1] - each * gradient(path[-1], x[batch], y[batch]))
    return np.stack(path)


def step_decay(rate, factor, every, steps):
    """Learning rates that are multiplied by a factor every so many steps.

    Parameters
    ----------
    rate : float
        Learning rate of the first `every` steps.
    factor : float
        What multiplies it from then on, again and again.
    every : int
        Steps between two changes.
    steps : int
        How many steps.

    Returns
    -------
    ndarray, shape (steps,)
        A staircase.

    Raises
    ------
    ValueError
        If `every` is less than 1.

    Notes
    -----
    UDL section 6.2.

    Examples
    --------
    >>> step_decay(1.0, 0.5, every=2, steps=5).tolist()
    [1.0, 1.0, 0.5, 0.5, 0.25]
    """
    if every < 1:
        raise ValueError(f"every is {every}, but a rate holds for at least 1 step.")
    return rate * factor ** (np.arange(steps) // every)


def epoch_losses(batch_losses, count, batch_size):
    """Add up the losses of the batches of each complete epoch.

    Parameters
    ----------
    batch_losses : array_like, shape (K,)
        Loss of each batch, a sum over its examples, in the order of the steps. Batches
        are dealt as by `epoch_batches`.
    count : int
        How many examples there are.
    batch_size : int
        How many go into a batch; the last of an epoch may be smaller.

    Returns
    -------
    ndarray, shape (E,)
        One sum over all examples for each epoch; an unfinished epoch is left out.

    Raises
    ------
    ValueError
        If `batch_size` is less than 1 or more than `count`.

    Notes
    -----
    Each loss is measured before its step, so a sum belongs to the places along an
    epoch rather than to one place.

    Examples
    --------
    Five examples in batches of two: three steps an epoch, and a seventh step is left
    over.

    >>> epoch_losses([1, 2, 3, 1, 1, 2, 9], count=5, batch_size=2).tolist()
    [6.0, 4.0]
    """
    _check_size(count, batch_size)
    losses = as_examples("batch_losses", batch_losses)
    steps = -(-count // batch_size)
    epochs = losses.size // steps
    return losses[: epochs * steps].reshape(epochs, steps).sum(axis=1)
