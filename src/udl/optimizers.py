"""Ways down a loss: gradient descent and its relatives (UDL sections 6.1 to 6.4).

Every function gives the whole path, the start first: (steps + 1, ..., D). Parameters
stand in the last axis. A learning rate is one number, or one for each step.
"""

import numpy as np

from udl._shapes import as_examples
from udl.line_search import line_search


def _as_start(start):
    start = np.asarray(start, dtype=float)
    if start.ndim == 0:
        raise ValueError(
            "start is one number, but it must be (D,): a value for each parameter. "
            "For a single parameter write [start]."
        )
    return start


def _as_rates(rate, steps):
    rates = np.asarray(rate, dtype=float)
    if rates.shape not in ((), (steps,)):
        raise ValueError(
            f"rate has shape {rates.shape}, but it must be one number, or ({steps},): "
            f"one for each step."
        )
    return np.broadcast_to(rates, (steps,))


def gradient_descent(gradient, start, rate, steps):
    """Gradient descent with a learning rate that is set beforehand.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start. Leading axes are independent runs, if `gradient` takes them.
    rate : float or array_like, shape (steps,)
        Learning rate.
    steps : int
        How many steps.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number or `rate` has a wrong shape.

    Notes
    -----
    UDL section 6.1, eq. 6.3.

    Examples
    --------
    The loss phi^2 has the gradient 2 phi; a rate of 1/4 halves phi each time:

    >>> path = gradient_descent(lambda phi: 2 * phi, [8.0], rate=0.25, steps=3)
    >>> path.ravel().tolist()
    [8.0, 4.0, 2.0, 1.0]
    """
    path = [_as_start(start)]
    for each in _as_rates(rate, steps):
        path.append(path[-1] - each * np.asarray(gradient(path[-1])))
    return np.stack(path)


def gradient_step(phi, gradient, x, y, rate):
    """One step against the gradient of the loss of given examples.

    Parameters
    ----------
    phi : array_like, shape (D,)
        Where to start from.
    gradient : callable
        ``gradient(phi, x, y)``: gradient, (D,), of the loss of the examples.
    x, y : array_like, shape (I,)
        Inputs and targets.
    rate : float
        Learning rate.

    Returns
    -------
    ndarray, shape (D,)
        Where the step ends.

    Notes
    -----
    UDL section 6.1, eq. 6.3.

    Examples
    --------
    The loss (phi - 1)^2 + (phi - 3)^2 has, at 0, the gradient -8:

    >>> def gradient(phi, x, y):
    ...     return np.array([2 * np.sum(phi - y)])
    >>> gradient_step([0.0], gradient, [0, 0], [1, 3], 0.25).tolist()
    [2.0]
    """
    phi, x, y = np.asarray(phi, float), as_examples("x", x), as_examples("y", y)
    return phi - rate * gradient(phi, x, y)


def line_search_step(phi, loss, gradient, *, farthest=0.1):
    """One step against the gradient, with a learning rate found by a line search.

    Parameters
    ----------
    phi : array_like, shape (D,)
        Where to start from.
    loss, gradient : callable
        Functions of the parameters: one number, and (D,).
    farthest : float, optional
        The largest learning rate that is tried.

    Returns
    -------
    ndarray, shape (D,)
        Where the step ends.

    Notes
    -----
    UDL section 6.1, eq. 6.3. The search stops when its inner points are closer than
    0.00001, or after 15 rounds.

    Examples
    --------
    On 4 phi^2, with gradient 8 phi, the rate 1/8 leads to the bottom at once:

    >>> end = line_search_step([2.0], lambda p: 4 * p @ p, lambda p: 8 * p, farthest=1)
    >>> abs(float(end[0])) < 0.05
    True
    """
    phi = np.asarray(phi, dtype=float)
    slope = np.asarray(gradient(phi))
    points = farthest * np.array([0, 0.33, 0.66, 1])
    rate = line_search(
        lambda trial: loss(phi - trial * slope), points, 1e-5, max_iterations=15
    )
    return phi - rate * slope


def gradient_descent_with_line_search(loss, gradient, start, *, steps, farthest=0.1):
    """Gradient descent that searches for its learning rate at each step.

    Parameters
    ----------
    loss, gradient : callable
        Functions of the parameters: one number, and (D,).
    start : array_like, shape (D,)
        Where to start.
    steps : int
        How many steps.
    farthest : float, optional
        The largest learning rate that is tried.

    Returns
    -------
    ndarray, shape (steps + 1, D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number.

    Notes
    -----
    UDL section 6.1, eq. 6.3.

    Examples
    --------
    >>> path = gradient_descent_with_line_search(
    ...     lambda p: 4 * p @ p, lambda p: 8 * p, [2.0], steps=3, farthest=1)
    >>> path.shape, abs(float(path[-1, 0])) < 1e-3
    ((4, 1), True)
    """
    path = [_as_start(start)]
    for _ in range(steps):
        path.append(line_search_step(path[-1], loss, gradient, farthest=farthest))
    return np.stack(path)


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
    path = [_as_start(start)]
    for each in _as_rates(rate, steps):
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


def _check_decay(name, value):
    if not 0 <= value < 1:
        raise ValueError(
            f"{name} is {value}, but it must be at least 0 and less than 1: the share "
            f"of the running average that a step keeps."
        )


def momentum_step(phi, m, gradient, rate, beta):
    """One step along a running average of the gradients.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Where to start from.
    m : array_like, shape (..., D)
        Running average of the gradients so far; zero at the first step.
    gradient : callable
        Function of the parameters that gives their gradient, (..., D).
    rate : float
        Learning rate: the step is this times the new average.
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.

    Returns
    -------
    phi : ndarray, shape (..., D)
        Where the step ends.
    m : ndarray, shape (..., D)
        The new average.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    UDL section 6.3, eq. 6.11. Libraries often leave out the factor 1 - beta of the
    gradient; their learning rate is then this one times 1 - beta.

    Examples
    --------
    The gradient at 3 is 6; half of it joins half of the old average 2:

    >>> phi, m = momentum_step([3.0], [2.0], lambda phi: 2 * phi, 0.25, 0.5)
    >>> phi.tolist(), m.tolist()
    ([2.0], [4.0])
    """
    _check_decay("beta", beta)
    phi, m = np.asarray(phi, dtype=float), np.asarray(m, dtype=float)
    m = beta * m + (1 - beta) * np.asarray(gradient(phi))
    return phi - rate * m, m


def nesterov_step(phi, m, gradient, rate, beta):
    """One step of Nesterov momentum: the gradient is taken where momentum leads.

    Parameters
    ----------
    phi, m, gradient, rate, beta
        As in `momentum_step`.

    Returns
    -------
    phi, m : ndarray, shape (..., D)
        As in `momentum_step`.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    UDL section 6.3.1, eq. 6.12. Without a new gradient the average would become
    beta m, and the step would lead to phi - rate beta m: there the gradient is taken.

    Examples
    --------
    Momentum alone leads from 3 to 3 - 0.25 * 0.5 * 8 = 2, where the gradient is 4:

    >>> phi, m = nesterov_step([3.0], [8.0], lambda phi: 2 * phi, 0.25, 0.5)
    >>> phi.tolist(), m.tolist()
    ([1.5], [6.0])
    """
    _check_decay("beta", beta)
    phi, m = np.asarray(phi, dtype=float), np.asarray(m, dtype=float)
    ahead = phi - rate * beta * m
    m = beta * m + (1 - beta) * np.asarray(gradient(ahead))
    return phi - rate * m, m


def momentum(gradient, start, rate, steps, beta=0.9, nesterov=False):
    """Gradient descent with momentum.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start.
    rate : float or array_like, shape (steps,)
        Learning rate.
    steps : int
        How many steps.
    beta : float, optional
        Share of the old average that the new one keeps; 0 is gradient descent.
    nesterov : bool, optional
        Take the gradient where momentum alone would lead.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number, `rate` has a wrong shape or `beta` is out of range.

    Notes
    -----
    UDL section 6.3, eqs. 6.11 and 6.12. The average starts at zero.

    Examples
    --------
    With a constant gradient of 8 the average climbs to it: 4, 6, 7.

    >>> slope = lambda phi: np.full_like(phi, 8.0)
    >>> momentum(slope, [0.0], rate=1.0, steps=3, beta=0.5).ravel().tolist()
    [0.0, -4.0, -10.0, -17.0]
    """
    step = nesterov_step if nesterov else momentum_step
    path = [_as_start(start)]
    m = np.zeros_like(path[0])
    for each in _as_rates(rate, steps):
        phi, m = step(path[-1], m, gradient, each, beta)
        path.append(phi)
    return np.stack(path)


def normalized_step(phi, gradient, rate, epsilon=1e-20):
    """One step of the same length along every axis, against the gradient's signs.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Where to start from.
    gradient : callable
        Function of the parameters that gives their gradient, (..., D).
    rate : float
        Length of the step along each axis.
    epsilon : float, optional
        Added to the root of the squared gradient, so that a gradient of zero gives
        a step of zero.

    Returns
    -------
    ndarray, shape (..., D)
        Where the step ends.

    Notes
    -----
    UDL section 6.4, eqs. 6.13 and 6.14.

    Examples
    --------
    >>> steep = lambda phi: np.array([-0.001, 50.0, 0.0])
    >>> normalized_step([1.0, 1.0, 1.0], steep, 0.5).tolist()
    [1.5, 0.5, 1.0]
    """
    m = np.asarray(gradient(phi))
    v = m**2
    return phi - rate * m / (np.sqrt(v) + epsilon)


def normalized_gradient_descent(gradient, start, rate, steps, epsilon=1e-20):
    """Gradient descent with steps of one length along every axis.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start.
    rate : float or array_like, shape (steps,)
        Length of the steps along each axis.
    steps : int
        How many steps.
    epsilon : float, optional
        As in `normalized_step`.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number or `rate` has a wrong shape.

    Notes
    -----
    UDL section 6.4, eqs. 6.13 and 6.14.

    Examples
    --------
    It comes no nearer to the minimum than its step allows:

    >>> path = normalized_gradient_descent(
    ...     lambda phi: 2 * phi, [2.5], rate=1.0, steps=4)
    >>> path.ravel().tolist()
    [2.5, 1.5, 0.5, -0.5, 0.5]
    """
    path = [_as_start(start)]
    for each in _as_rates(rate, steps):
        path.append(normalized_step(path[-1], gradient, each, epsilon))
    return np.stack(path)


def corrected_averages(values, beta):
    """Running averages that start at zero, with their bias toward it removed.

    Parameters
    ----------
    values : array_like, shape (T, ...)
        What to average, in order.
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.

    Returns
    -------
    ndarray, shape (T, ...)
        The average after each value: those so far, with weights that add to one and
        fall by the factor `beta` with each step back.

    Raises
    ------
    ValueError
        If `beta` is outside its range or there are no values.

    Notes
    -----
    UDL section 6.4, eqs. 6.15 and 6.16.

    Examples
    --------
    The running average of 4, 8 is 2, 5; the corrections divide by 1/2 and 3/4:

    >>> corrected_averages([4.0, 8.0], 0.5).round(3).tolist()
    [4.0, 6.667]
    """
    _check_decay("beta", beta)
    values = np.asarray(values, dtype=float)
    if values.ndim == 0 or not values.size:
        raise ValueError(
            f"values has shape {values.shape}, but it must be (T, ...): one entry or "
            f"more, in order."
        )
    corrected = np.empty_like(values)
    average = np.zeros(values.shape[1:])
    for t, value in enumerate(values, start=1):
        average = beta * average + (1 - beta) * value
        corrected[t - 1] = average / (1 - beta**t)
    return corrected


def adam_step(phi, m, v, t, gradient, rate, beta=0.9, gamma=0.999, epsilon=1e-8):
    """One step of Adam.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Where to start from.
    m, v : array_like, shape (..., D)
        Running averages of the gradients and of their squares so far, uncorrected;
        zero before the first step.
    t : int
        How many steps have been taken before this one: 0 at the first.
    gradient : callable
        Function of the parameters that gives their gradient, (..., D).
    rate : float
        Learning rate.
    beta, gamma : float, optional
        Shares of `m` and of `v` that a step keeps, at least 0, less than 1.
    epsilon : float, optional
        Added to the root of the corrected `v`.

    Returns
    -------
    phi : ndarray, shape (..., D)
        Where the step ends.
    m, v : ndarray, shape (..., D)
        The new averages, uncorrected.

    Raises
    ------
    ValueError
        If `beta` or `gamma` is outside its range, or `t` is negative.

    Notes
    -----
    UDL section 6.4, eqs. 6.15 to 6.17.

    Examples
    --------
    At the first step the averages are corrected to the gradient 6 and its square:

    >>> phi, m, v = adam_step(
    ...     [3.0], [0.0], [0.0], 0, lambda phi: 2 * phi, 0.5, 0.5, 0.75)
    >>> phi.round(6).tolist(), m.tolist(), v.tolist()
    ([2.5], [3.0], [9.0])
    """
    _check_decay("beta", beta)
    _check_decay("gamma", gamma)
    if t < 0:
        raise ValueError(f"t is {t}, but it counts the steps before this one, from 0.")
    phi, m, v = (np.asarray(each, dtype=float) for each in (phi, m, v))
    g = np.asarray(gradient(phi))
    m = beta * m + (1 - beta) * g
    v = gamma * v + (1 - gamma) * g**2
    m_corrected = m / (1 - beta ** (t + 1))
    v_corrected = v / (1 - gamma ** (t + 1))
    return phi - rate * m_corrected / (np.sqrt(v_corrected) + epsilon), m, v


def adam(gradient, start, rate, steps, beta=0.9, gamma=0.999, epsilon=1e-8):
    """Adam: momentum, divided by a running size of the gradient along each axis.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (..., D), that gives their gradient, (..., D).
    start : array_like, shape (..., D)
        Where to start.
    rate : float or array_like, shape (steps,)
        Learning rate: about the length of a step along each axis.
    steps : int
        How many steps.
    beta, gamma, epsilon : float, optional
        As in `adam_step`.

    Returns
    -------
    ndarray, shape (steps + 1, ..., D)
        The path: start, and the parameters after each step.

    Raises
    ------
    ValueError
        If `start` is a number, `rate` has a wrong shape, or `beta` or `gamma` is out
        of range.

    Notes
    -----
    UDL section 6.4, eqs. 6.15 to 6.17; Kingma and Ba (2015).

    Examples
    --------
    Along a constant slope each step is as long as the learning rate:

    >>> slope = lambda phi: np.array([1000.0, -0.001])
    >>> adam(slope, [0.0, 0.0], rate=0.5, steps=2, epsilon=0).round(6).tolist()
    [[0.0, 0.0], [-0.5, 0.5], [-1.0, 1.0]]
    """
    path = [_as_start(start)]
    m = v = np.zeros_like(path[0])
    for t, each in enumerate(_as_rates(rate, steps)):
        phi, m, v = adam_step(path[-1], m, v, t, gradient, each, beta, gamma, epsilon)
        path.append(phi)
    return np.stack(path)


def adam_step_bound(beta, gamma, steps):
    """How many learning rates long a step of Adam can be along one axis, at most.

    Parameters
    ----------
    beta, gamma : float
        Shares of the running averages that a step keeps, above 0, less than 1.
    steps : int
        Which step, from 1; the gradients of all steps up to it are arbitrary.

    Returns
    -------
    float
        The bound; some sequence of gradients attains it.

    Raises
    ------
    ValueError
        If `beta` or `gamma` is outside its range or `steps` is less than 1.

    Notes
    -----
    The step is an average of the gradients over the root of an average of their
    squares. With weights a and b, which both add to one, the Cauchy-Schwarz
    inequality bounds the square of that by the sum of a^2 / b.

    Examples
    --------
    The first step is as long as the learning rate, whatever the gradient:

    >>> round(adam_step_bound(0.9, 0.999, 1), 6)
    1.0
    >>> round(adam_step_bound(0.9, 0.999, 100000), 2)
    7.27
    """
    _check_decay("beta", beta)
    _check_decay("gamma", gamma)
    if gamma == 0 or steps < 1:
        raise ValueError(f"gamma = {gamma} and steps = {steps} must be more than 0.")
    back = np.arange(steps)
    a = (1 - beta) * beta**back / (1 - beta**steps)
    b = (1 - gamma) * gamma**back / (1 - gamma**steps)
    return float(np.sqrt(np.sum(a**2 / b)))


def momentum_weights(beta, steps):
    """Weights of all gradients so far in a running average that started at zero.

    Parameters
    ----------
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.
    steps : int
        How many gradients there have been.

    Returns
    -------
    ndarray, shape (steps,)
        The weight of the oldest gradient first. They add to 1 - beta**steps.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    UDL section 6.3, eq. 6.11, inserted into itself.

    Examples
    --------
    >>> momentum_weights(0.5, 3).tolist()
    [0.125, 0.25, 0.5]
    """
    _check_decay("beta", beta)
    back = np.arange(steps)[::-1]
    return (1 - beta) * float(beta) ** back


def momentum_factor(h, rate, beta):
    """What each step of momentum leaves of the distance to a parabola's minimum.

    Parameters
    ----------
    h : float
        Curvature: the gradient is this times the distance.
    rate : float
        Learning rate.
    beta : float
        Share of the old average that the new one keeps, at least 0, less than 1.

    Returns
    -------
    float
        The factor by which the distance shrinks, after many steps. Above one it grows.

    Raises
    ------
    ValueError
        If `beta` is outside its range.

    Notes
    -----
    A distance follows from the two before it, d'' = (1 + beta - rate (1 - beta) h) d'
    - beta d. Its solutions are powers of the roots of r^2 - (...) r + beta, and the
    root with the larger absolute value wins.

    Examples
    --------
    Without memory it is that of gradient descent, 1 - rate h, whatever its sign:

    >>> momentum_factor(4.0, 0.45, 0.0)
    0.8
    >>> round(momentum_factor(4.0, 0.45, 0.81), 6)  # the root of beta
    0.9
    """
    _check_decay("beta", beta)
    middle = 1 + beta - rate * (1 - beta) * h
    inside = middle**2 - 4 * beta
    if inside < 0:
        return float(np.sqrt(beta))
    return float((abs(middle) + np.sqrt(inside)) / 2)
