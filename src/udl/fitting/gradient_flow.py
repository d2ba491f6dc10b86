r"""Gradient flow of least squares: descent with steps of no size, in closed form.

Layout: X is (D, I), a row for each parameter and a column for each example; targets
are y (I,), parameters are phi (..., D). The outputs are X^T phi, and the loss is *one
half* of the sum of squared errors. Where `times` is an array, the results have its
shape in front.
"""

import numpy as np


def line_design(x):
    """Inputs of a line as columns: a one for the offset, the input for the slope.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.

    Returns
    -------
    ndarray, shape (2, I)

    Examples
    --------
    >>> line_design([0.5, 2.0]).tolist()
    [[1.0, 1.0], [0.5, 2.0]]
    """
    x = np.asarray(x, dtype=float)
    return np.stack([np.ones_like(x), x])


def half_loss(phi, X, y):
    """One half of the sum of squared errors, for many parameters at once.

    Parameters
    ----------
    phi : array_like, shape (..., D)
        Parameters; leading axes make a mesh.
    X : array_like, shape (D, I)
        A column for each example.
    y : array_like, shape (I,)
        Targets.

    Returns
    -------
    ndarray, shape (...)

    Notes
    -----
    `udl.fitting.regression.line_loss` is twice this, as in UDL's equation 2.5.

    Examples
    --------
    >>> float(half_loss([0.0, 1.0], line_design([0.0, 1.0]), [1.0, 3.0]))
    2.5
    """
    X, y = _examples(X, y)
    phi = np.asarray(phi, dtype=float)
    # A quadratic function: its coefficients need the examples once, not once a point.
    curved = np.sum((phi @ (X @ X.T)) * phi, axis=-1) / 2
    return curved - phi @ (X @ y) + y @ y / 2


def rates_and_directions(X):
    """How fast the parts of the error decay, and along which directions.

    Parameters
    ----------
    X : array_like, shape (D, I)
        A column for each example.

    Returns
    -------
    rates : ndarray, shape (D,)
        Eigenvalues of X X^T, the slowest first; zero where no example reaches.
    directions : ndarray, shape (D, D)
        A column of length one for each of them.

    Examples
    --------
    >>> rates, directions = rates_and_directions([[1.0, 1.0], [-1.0, 1.0]])
    >>> rates.tolist()
    [2.0, 2.0]
    """
    X = _matrix(X)
    rates, directions = np.linalg.eigh(X @ X.T)
    return np.maximum(rates, 0), directions


def decay(X, times):
    """Return what becomes of a distance from the minimum: exp(-X X^T t).

    Parameters
    ----------
    X : array_like, shape (D, I)
        A column for each example.
    times : float or array_like, shape (T,)
        When; not negative.

    Returns
    -------
    ndarray, shape (D, D) or (T, D, D)
        The matrix exponential, which is not the exponential of each entry.

    Examples
    --------
    >>> decay([[1.0, 1.0], [-1.0, 1.0]], np.log(2)).round(9).tolist()
    [[0.25, 0.0], [0.0, 0.25]]
    """
    rates, directions = rates_and_directions(X)
    factors = np.exp(-rates * np.asarray(times, dtype=float)[..., np.newaxis])
    return (directions * factors[..., np.newaxis, :]) @ directions.T


def flow(X, y, start, times):
    r"""Parameters at given times of the flow down the loss.

    Parameters
    ----------
    X : array_like, shape (D, I)
        A column for each example; there may be fewer examples than parameters.
    y : array_like, shape (I,)
        Targets.
    start : array_like, shape (D,)
        Parameters at time 0.
    times : float or array_like, shape (T,)
        When; not negative.

    Returns
    -------
    ndarray, shape (D,) or (T, D)

    Notes
    -----
    The flow solves :math:`d\phi/dt = -X(X^T\phi - y)`. For a loss without the one half,
    give it twice the time.

    Examples
    --------
    One parameter, one example at 1 with the target 3; half of the way takes log 2:

    >>> float(flow([[1.0]], [3.0], [1.0], np.log(2)).round(9)[0])
    2.0
    """
    X, y = _examples(X, y)
    start, times = np.asarray(start, float), np.asarray(times, float)[..., np.newaxis]
    rates, directions = rates_and_directions(X)
    # The integral of exp(-rate t) from 0 to t; where the rate is zero, it is t.
    moved = np.broadcast_to(times, (*times.shape[:-1], rates.size)).copy()
    slow = rates <= 1e-13 * max(rates[-1], 1e-300)
    moved[..., ~slow] = -np.expm1(-rates[~slow] * times) / rates[~slow]
    downhill = directions.T @ (X @ (y - X.T @ start))
    return start + (moved * downhill) @ directions.T


def residuals(X, y, start, times):
    """Outputs minus targets at given times, without the parameters in between.

    Parameters
    ----------
    X, y, start, times : array_like
        As in `flow`.

    Returns
    -------
    ndarray, shape (I,) or (T, I)

    Examples
    --------
    Two examples ask one parameter for 1 and for 3. Their mean error dies, the rest not:

    >>> residuals([[1.0, 1.0]], [1.0, 3.0], [4.0], [0.0, 50.0]).round(6).tolist()
    [[3.0, 1.0], [1.0, -1.0]]
    """
    X, y = _examples(X, y)
    return decay(X.T, times) @ (X.T @ np.asarray(start, dtype=float) - y)


def ridge(X, y, strength, center):
    """Minimum of the loss and one half of a penalty on the distance from a center.

    Parameters
    ----------
    X, y : array_like, shape (D, I) and (I,)
        Examples as columns, and targets.
    strength : float
        What multiplies one half of the squared distance; positive.
    center : array_like, shape (D,)
        Where the penalty is zero.

    Returns
    -------
    ndarray, shape (D,)

    Examples
    --------
    >>> ridge([[1.0]], [3.0], 1.0, [1.0]).tolist()
    [2.0]
    """
    X, y = _examples(X, y)
    center = np.asarray(center, dtype=float)
    curvature = X @ X.T + strength * np.eye(len(X))
    return center + np.linalg.solve(curvature, X @ (y - X.T @ center))


def penalized_flow(X, y, start, strength, time):
    """Flow down the loss and one half of a penalty on the squared parameters.

    Parameters
    ----------
    X, y, start : array_like
        As in `flow`.
    strength, time : float
        Of the penalty, positive; and when.

    Returns
    -------
    ndarray, shape (D,)

    Examples
    --------
    With strength 1 the goal is 1.5 instead of 3, and half the way takes log 2 / 2:

    >>> float(penalized_flow([[1.0]], [3.0], [0.0], 1.0, np.log(2) / 2).round(9)[0])
    0.75
    """
    X, y = _examples(X, y)
    goal = ridge(X, y, strength, np.zeros(len(X)))
    away = np.asarray(start, dtype=float) - goal
    return goal + np.exp(-strength * time) * (decay(X, time) @ away)


def flow_predictive(inputs, X, y, sigma_p_sq, time):
    """Mean and variance of the outputs, over starts drawn from a normal prior.

    Parameters
    ----------
    inputs : array_like, shape (D, N)
        A column for each input at which to predict.
    X, y : array_like, shape (D, I) and (I,)
        Examples as columns, and targets.
    sigma_p_sq : float
        Variance of each parameter at the start; the mean is zero.
    time : float
        When.

    Returns
    -------
    mean, variance : ndarray, shape (N,)

    Examples
    --------
    At time 0 there is the prior; a spread of variance 4 has become 1 at log 2:

    >>> mean, variance = flow_predictive([[1.0]], [[1.0]], [3.0], 4.0, np.log(2))
    >>> float(mean.round(9)[0]), float(variance.round(9)[0])
    (1.5, 1.0)
    """
    inputs = _matrix(inputs, "inputs")
    mean = inputs.T @ flow(X, y, np.zeros(len(inputs)), time)
    return mean, sigma_p_sq * np.sum((decay(X, time) @ inputs) ** 2, axis=0)


def _matrix(X, name="X"):
    X = np.asarray(X, dtype=float)
    if X.ndim != 2:
        raise ValueError(
            f"{name} has shape {X.shape}, but it must be (D, I): a row for each "
            f"parameter, a column for each example."
        )
    return X


def _examples(X, y):
    X, y = _matrix(X), np.asarray(y, dtype=float)
    if y.shape != X.shape[1:]:
        raise ValueError(
            f"y has shape {y.shape}, but X holds {X.shape[1]} examples as columns: it "
            f"must be ({X.shape[1]},)."
        )
    return X, y
