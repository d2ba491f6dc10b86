"""Second derivatives: how a loss bends, and the learning rates that it bears."""

import numpy as np

from udl._shapes import as_examples


def line_hessian(x):
    """Hessian of the sum of squared errors of a line.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs.

    Returns
    -------
    ndarray, shape (2, 2)
        Second derivatives with respect to intercept and slope. They depend neither
        on the targets nor on the parameters.

    Raises
    ------
    ValueError
        If `x` is not (I,).

    Notes
    -----
    UDL eq. 6.19 defines the Hessian. For a loss that is the mean, divide by I.

    Examples
    --------
    >>> line_hessian([1.0, 3.0]).tolist()
    [[4.0, 8.0], [8.0, 20.0]]
    """
    x = as_examples("x", x)
    return 2 * np.array([[x.size, x.sum()], [x.sum(), x @ x]])


def difference_hessian(gradient, phi, delta=1e-4):
    """Hessian from central differences of the gradient.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (D,), that gives their gradient, (D,).
    phi : array_like, shape (D,)
        Where.
    delta : float, optional
        Length of the steps.

    Returns
    -------
    ndarray, shape (D, D)
        Second derivatives, made symmetric.

    Examples
    --------
    The gradient of phi_0^2 + 3 phi_0 phi_1:

    >>> def gradient(phi):
    ...     return np.array([2 * phi[0] + 3 * phi[1], 3 * phi[0]])
    >>> difference_hessian(gradient, [1.0, 2.0]).round(6).tolist()
    [[2.0, 3.0], [3.0, 0.0]]
    """
    phi = np.asarray(phi, dtype=float)
    columns = [
        (gradient(phi + shift) - gradient(phi - shift)) / (2 * delta)
        for shift in delta * np.eye(phi.size)
    ]
    return (np.array(columns) + np.transpose(columns)) / 2


def _eigenvalues(hessian):
    hessian = np.asarray(hessian, dtype=float)
    if hessian.ndim != 2 or hessian.shape[0] != hessian.shape[1]:
        raise ValueError(
            f"hessian has shape {hessian.shape}, but it must be (D, D): a row and a "
            f"column for each parameter."
        )
    if not np.allclose(hessian, hessian.T):
        raise ValueError("hessian is not symmetric, and a Hessian must be.")
    return np.linalg.eigvalsh(hessian)


def rate_limit(hessian):
    """Learning rate above which gradient descent on a parabola runs away.

    Parameters
    ----------
    hessian : array_like, shape (D, D)
        Second derivatives; the largest eigenvalue must be positive.

    Returns
    -------
    float
        Two over the largest eigenvalue.

    Raises
    ------
    ValueError
        If `hessian` is not square and symmetric, or bends upward nowhere.

    Notes
    -----
    Each step multiplies the distance to the minimum along an eigenvector by one minus
    rate times eigenvalue. That must lie between -1 and 1 for all of them.

    Examples
    --------
    >>> rate_limit([[4.0, 0.0], [0.0, 0.5]])
    0.5
    """
    largest = _eigenvalues(hessian)[-1]
    if largest <= 0:
        raise ValueError("hessian has no positive eigenvalue: there is no limit.")
    return float(2 / largest)


def line_rate_limit(x):
    """`rate_limit` for the sum of squared errors of a line.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs, at least two of them different.

    Returns
    -------
    float
        Gradient descent finds the best line from everywhere with smaller rates only.

    Raises
    ------
    ValueError
        If `x` is not (I,).

    Notes
    -----
    For a loss that is the mean, the limit is I times as large.

    Examples
    --------
    The Hessian of inputs -1 and 1 is diagonal, with 4 and 4:

    >>> line_rate_limit([-1.0, 1.0])
    0.5
    """
    return float(2 / np.linalg.eigvalsh(line_hessian(x))[-1])


def condition_number(hessian):
    """Largest eigenvalue of a Hessian over its smallest.

    Parameters
    ----------
    hessian : array_like, shape (D, D)
        Second derivatives at a minimum: all eigenvalues must be positive.

    Returns
    -------
    float
        One for a round bowl, large for a long valley.

    Raises
    ------
    ValueError
        If `hessian` is not square and symmetric, or has an eigenvalue that is not
        positive.

    Examples
    --------
    >>> condition_number([[4.0, 0.0], [0.0, 0.5]])
    8.0
    """
    eigenvalues = _eigenvalues(hessian)
    if eigenvalues[0] <= 0:
        raise ValueError(
            f"hessian has the eigenvalue {eigenvalues[0]:.3g}, so this is no minimum "
            f"with a valley around it; all of them must be positive."
        )
    return float(eigenvalues[-1] / eigenvalues[0])


def exact_rate(gradient, hessian):
    """Learning rate with which one step goes to the lowest point of its line.

    Parameters
    ----------
    gradient : array_like, shape (D,)
        Gradient where the step starts, not zero.
    hessian : array_like, shape (D, D)
        Second derivatives of a loss that is a parabola.

    Returns
    -------
    float
        The gradient's squared length over its product with the Hessian from both
        sides.

    Raises
    ------
    ValueError
        If `hessian` is not square and symmetric, or the loss does not bend upward
        along the gradient.

    Examples
    --------
    Along the first axis, 2 phi_0^2 has the second derivative 4, whatever the gradient:

    >>> exact_rate([3.0, 0.0], [[4.0, 0.0], [0.0, 0.5]])
    0.25
    """
    _eigenvalues(hessian)
    gradient = np.asarray(gradient, dtype=float)
    bend = gradient @ np.asarray(hessian, dtype=float) @ gradient
    if bend <= 0:
        raise ValueError("the loss does not bend upward along this gradient.")
    return float(gradient @ gradient / bend)


def stationary_point(gradient, start, *, steps=20, delta=1e-4):
    """Find where a gradient vanishes, by Newton's method.

    It finds minima, maxima and saddles alike: whichever is near.

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (D,), that gives their gradient, (D,).
    start : array_like, shape (D,)
        A guess.
    steps : int, optional
        How many steps.
    delta : float, optional
        Length of the differences from which the Hessian is taken.

    Returns
    -------
    ndarray, shape (D,)
        The point. Check the gradient there: nothing promises that it is zero.

    Examples
    --------
    The saddle of phi_0^2 - phi_1^2:

    >>> def gradient(phi):
    ...     return np.array([2 * phi[0], -2 * phi[1]])
    >>> stationary_point(gradient, [0.5, 3.0]).round(8).tolist()
    [0.0, 0.0]
    """
    phi = np.asarray(start, dtype=float)
    for _ in range(steps):
        hessian = difference_hessian(gradient, phi, delta)
        phi = phi - np.linalg.solve(hessian, gradient(phi))
    return phi
