"""Fitting shallow networks with one input and one output (UDL chapter 3).

Parameters travel as the tuple (beta_0, omega_0, beta_1, omega_1) of
`udl.networks.shallow`. The loss is the sum of squares.
"""

import itertools

import numpy as np

from udl._shapes import as_examples
from udl.networks.activations import relu
from udl.networks.derivatives import relu_derivative
from udl.networks.shallow import hidden_units


def interpolating_network(x, y):
    """Make a network that passes through given points, one unit for each piece.

    Parameters
    ----------
    x : array_like, shape (D + 1,)
        Inputs, strictly increasing.
    y : array_like, shape (D + 1,)
        Outputs there.

    Returns
    -------
    beta_0, omega_0, beta_1, omega_1
        Parameters for `udl.networks.shallow.shallow_network`, of D hidden units.

    Raises
    ------
    ValueError
        If `x` does not increase, or the shapes do not fit.

    Notes
    -----
    Each unit switches on at one of the points and bends the output by as much as the
    slope has to change there. This is how UDL section 3.2 approximates any function.

    Examples
    --------
    Up by 1, then down by 3:

    >>> interpolating_network([0.0, 1.0, 2.0], [5.0, 6.0, 3.0])[-1].tolist()
    [1.0, -4.0]
    """
    x = as_examples("x", x)
    y = as_examples("y", y, like=x)
    if x.size < 2 or np.any(np.diff(x) <= 0):
        raise ValueError(
            f"x has shape {x.shape}: it must hold two points or more, increasing."
        )
    slopes = np.diff(y) / np.diff(x)
    bends = np.diff(slopes, prepend=0.0)
    return -x[:-1], np.ones(x.size - 1), y[0], bends


def best_output(x, y, beta_0, omega_0):
    """Output offset and weights of least squares, for given hidden units.

    Parameters
    ----------
    x, y : array_like, shape (I,)
        Inputs and targets.
    beta_0, omega_0 : array_like, shape (D,)
        Offsets and slopes of the hidden units.

    Returns
    -------
    beta_1 : float
        Offset.
    omega_1 : ndarray, shape (D,)
        Weights. Where several do equally well, the shortest.

    Notes
    -----
    With the hidden units held fixed the output is linear in what is left, so that
    least squares has a formula.

    Examples
    --------
    One unit, on to the right of 1; two points pull at its offset:

    >>> x, y = [0.0, 1.0, 3.0], [1.0, 3.0, 8.0]
    >>> beta_1, omega_1 = best_output(x, y, [-1.0], [1.0])
    >>> round(beta_1, 6), omega_1.round(6).tolist()
    (2.0, [3.0])
    """
    x = as_examples("x", x)
    y = as_examples("y", y, like=x)
    columns = np.vstack([np.ones(x.size), hidden_units(x, beta_0, omega_0)])
    solution, *_ = np.linalg.lstsq(columns.T, y, rcond=None)
    return float(solution[0]), solution[1:]


def _lowest(x, y, at, directions):
    """Give the least sum of squares for each row of joints, all in one go."""
    h = np.maximum(0.0, directions[:, np.newaxis] * (x - at[..., np.newaxis]))
    columns = np.concatenate([np.ones((len(at), 1, x.size)), h], axis=1)
    # A unit that no example switches on leaves its weight free; the tiny addition
    # makes it zero.
    table = columns @ columns.transpose(0, 2, 1) + 1e-10 * np.eye(1 + at.shape[1])
    weights = np.linalg.solve(table, (columns @ y)[..., np.newaxis])
    return np.sum((weights.transpose(0, 2, 1) @ columns - y)[:, 0] ** 2, axis=-1)


def search_joints(x, y, candidates, count=3, *, tolerance=1e-9):
    """Fit a network with few hidden units by trying places for their joints.

    Parameters
    ----------
    x, y : array_like, shape (I,)
        Inputs and targets.
    candidates : array_like, shape (N,)
        Joints to try, increasing. All choices of `count` of them are tried, each
        joint with the unit on to its right and on to its left.
    count : int, optional
        Number of hidden units.
    tolerance : float, optional
        The best choice is then refined until no step of this size improves it.

    Returns
    -------
    beta_0, omega_0, beta_1, omega_1
        Parameters for `udl.networks.shallow.shallow_network`; the slopes of the units
        are 1 or -1.

    Notes
    -----
    ReLU is positively homogeneous (UDL eq. 3.14), so that slopes of 1 and -1 represent
    all others. For given joints the rest is linear least squares.

    Examples
    --------
    Data with one bend, between two candidates, and flat to its left:

    >>> from udl.networks.shallow import shallow_network
    >>> x = np.linspace(0, 1, 11)
    >>> found = search_joints(x, np.maximum(x, 0.55), np.linspace(0, 1, 6), count=1)
    >>> bool(np.allclose(shallow_network(x, *found), np.maximum(x, 0.55)))
    True
    """
    x = as_examples("x", x)
    y = as_examples("y", y, like=x)
    candidates = as_examples("candidates", candidates)
    choices = np.array(list(itertools.combinations(candidates, count)))
    best = np.inf
    for signs in itertools.product([1.0, -1.0], repeat=count):
        losses = _lowest(x, y, choices, np.array(signs))
        if losses.min() < best:
            best, at = losses.min(), choices[losses.argmin()]
            directions = np.array(signs)
    step = np.ptp(candidates) / (candidates.size - 1)
    moves = np.array(list(itertools.product([-1.0, 0.0, 1.0], repeat=count)))
    while step > tolerance:
        near = at + step * moves
        losses = _lowest(x, y, near, directions)
        if losses.min() < best:
            best, at = losses.min(), near[losses.argmin()]
        else:
            step /= 2
    offsets = -directions * at
    return offsets, directions, *best_output(x, y, offsets, directions)


def squares_gradient(
    x, y, beta_0, omega_0, beta_1, omega_1,
    activation=relu, derivative=relu_derivative,
):  # fmt: skip
    """Derivatives of the sum of squares with respect to every parameter.

    Parameters
    ----------
    x, y : array_like, shape (I,)
        Inputs and targets.
    beta_0, omega_0, omega_1 : array_like, shape (..., D)
        Offsets and slopes of the hidden units, and weights from them to the output.
        Leading axes hold several networks.
    beta_1 : array_like, shape (...)
        Offsets of the output.
    activation, derivative : callable, optional
        Activation function and its derivative, element by element.

    Returns
    -------
    tuple of ndarray
        Derivatives with respect to beta_0, omega_0, beta_1, omega_1: their shapes.

    Notes
    -----
    The chain rule: the error at the output, times the weight on the way back, times
    the slope of the activation function. At its bend, where ReLU has no derivative,
    zero is taken.

    Examples
    --------
    Target 1, output 0 + 2 relu(0 + 1 x) = 6 at x = 3: the residual is 5.

    >>> [g.tolist() for g in squares_gradient([3.0], [1.0], [0.0], [1.0], 0.0, [2.0])]
    [[20.0], [60.0], 10.0, [30.0]]
    """
    x = as_examples("x", x)
    y = as_examples("y", y, like=x)
    beta_0, omega_0, beta_1, omega_1 = (
        np.asarray(p, float)[..., np.newaxis]
        for p in (beta_0, omega_0, beta_1, omega_1)
    )
    z = beta_0 + omega_0 * x  # (..., D, I)
    h = activation(z)
    outputs = beta_1 + (np.swapaxes(omega_1, -1, -2) @ h)[..., 0, :]
    from_output = 2 * (outputs - y)
    to_units = derivative(z) * omega_1 * from_output[..., np.newaxis, :]
    return (
        to_units.sum(axis=-1),
        to_units @ x,
        from_output.sum(axis=-1),
        (h @ from_output[..., np.newaxis])[..., 0],
    )


def descend(x, y, start, *, rate, steps, activation=relu, derivative=relu_derivative):
    """Improve networks step by step, against the derivatives of the sum of squares.

    Parameters
    ----------
    x, y : array_like, shape (I,)
        Inputs and targets.
    start : tuple
        beta_0, omega_0, beta_1, omega_1, as in `squares_gradient`.
    rate : float
        How far to go: this times the derivatives.
    steps : int
        How often.
    activation, derivative : callable, optional
        Activation function and its derivative, element by element.

    Returns
    -------
    tuple of ndarray
        The parameters at the end.

    Notes
    -----
    Gradient descent, UDL section 6.1.

    Examples
    --------
    Without hidden units that are on, the offset alone finds the mean:

    >>> start = [-1.0], [0.0], 0.0, [1.0]
    >>> end = descend([0.0, 1.0], [2.0, 4.0], start, rate=0.1, steps=200)
    >>> round(float(end[2]), 6)
    3.0
    """
    parameters = tuple(np.asarray(p, dtype=float) for p in start)
    for _ in range(steps):
        gradient = squares_gradient(x, y, *parameters, activation, derivative)
        parameters = tuple(
            p - rate * g for p, g in zip(parameters, gradient, strict=True)
        )
    return parameters
