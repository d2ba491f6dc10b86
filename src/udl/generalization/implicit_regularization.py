"""What a finite step adds to a loss: gradient flow, and the loss that descent follows.

The loss of the examples is that of UDL's notebook 9.2: a valley along the first axis,
whose floor is at zero everywhere and which is widest in its middle.
"""

import numpy as np
from scipy.integrate import solve_ivp


def valley_loss(phi):
    r"""Loss of a straight valley that is widest in its middle.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        Parameters: along the valley, across it.

    Returns
    -------
    ndarray, shape (...)
        :math:`1 - \exp[-\phi_1^2/(2s^2)]` with the width
        :math:`s = \exp[-2\phi_0^2]`.

    Examples
    --------
    The floor is at zero, wherever you are along the valley:

    >>> valley_loss([[0.0, 0.0], [-0.7, 0.0], [0.0, 1.0]]).round(3).tolist()
    [0.0, 0.0, 0.393]
    """
    return -np.expm1(-_exponent(phi)[2])


def valley_gradient(phi):
    """Gradient of `valley_loss`.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        Parameters.

    Returns
    -------
    ndarray, shape (..., 2)
        Derivatives along the valley and across it.

    Examples
    --------
    >>> valley_gradient([0.0, 1.0]).round(3).tolist()
    [0.0, 0.607]
    """
    along, across, q, stretch = _exponent(phi)
    inner = np.stack([8 * along * q, across * stretch], axis=-1)
    return np.exp(-q)[..., np.newaxis] * inner


def valley_hessian(phi):
    """Hessian of `valley_loss`.

    Parameters
    ----------
    phi : array_like, shape (..., 2)
        Parameters.

    Returns
    -------
    ndarray, shape (..., 2, 2)
        Second derivatives.

    Examples
    --------
    On the floor the loss bends across the valley only:

    >>> valley_hessian([0.0, 0.0]).tolist()
    [[0.0, 0.0], [0.0, 1.0]]
    """
    along, across, q, stretch = _exponent(phi)
    first = np.stack([8 * along * q, across * stretch], axis=-1)
    mixed = 8 * along * across * stretch
    top = np.stack([8 * q + 64 * along**2 * q, mixed], axis=-1)
    bottom = np.stack([mixed, stretch], axis=-1)
    outer = first[..., :, np.newaxis] * first[..., np.newaxis, :]
    second = np.stack([top, bottom], axis=-2)
    return np.exp(-q)[..., np.newaxis, np.newaxis] * (second - outer)


def implicit_term(gradient, alpha):
    r"""What gradient descent with a finite step adds to the loss.

    Parameters
    ----------
    gradient : array_like, shape (..., D)
        Gradient of the loss.
    alpha : float
        Step size (learning rate).

    Returns
    -------
    float or ndarray, shape (...)
        :math:`\frac{\alpha}{4}\|\partial L/\partial\boldsymbol\phi\|^2`.

    Notes
    -----
    UDL section 9.2, eq. 9.8.

    Examples
    --------
    >>> float(implicit_term([3.0, 4.0], alpha=0.2))
    1.25
    """
    return alpha / 4 * np.sum(np.square(gradient), axis=-1)


def batch_term(gradients, alpha):
    r"""What stochastic gradient descent adds to the loss, which is a mean of batches.

    Parameters
    ----------
    gradients : array_like, shape (B, D)
        Gradient of the loss of each of the batches that make an epoch.
    alpha : float
        Step size (learning rate).

    Returns
    -------
    float
        The term of gradient descent, and :math:`\frac{\alpha}{4B}` times the sum of the
        squared distances of the batches' gradients from their mean.

    Notes
    -----
    UDL section 9.2, eq. 9.9; the loss is the mean of the losses of the batches.

    Examples
    --------
    Two batches that pull in opposite directions cancel in the mean, and still count:

    >>> float(batch_term([[1.0, 0.0], [-1.0, 0.0]], alpha=0.4))
    0.1
    """
    gradients = np.asarray(gradients, float)
    mean = gradients.mean(axis=0)
    spread = np.mean(np.sum((gradients - mean) ** 2, axis=-1))
    return implicit_term(mean, alpha) + alpha / 4 * spread


def modified_gradient(gradient, hessian, alpha):
    r"""Gradient of the loss together with its implicit term.

    Parameters
    ----------
    gradient, hessian : callable
        Functions of the parameters, (D,), that give (D,) and (D, D).
    alpha : float
        Step size that the term belongs to.

    Returns
    -------
    callable
        Function of the parameters that gives
        :math:`\mathbf{g} + \frac{\alpha}{2}\mathbf{H}\mathbf{g}`, (D,).

    Notes
    -----
    UDL section 9.2; eq. 9.19.

    Examples
    --------
    The loss 2 phi^2, with gradient 4 phi, becomes 2.4 phi^2 for a step of 0.1:

    >>> slope = modified_gradient(lambda p: 4 * p, lambda p: 4 * np.eye(1), 0.1)
    >>> slope(np.array([1.0])).tolist()
    [4.8]
    """

    def slope(phi):
        here = gradient(phi)
        return here + alpha / 2 * hessian(phi) @ here

    return slope


def gradient_flow(gradient, start, times):
    """Descent with steps of no size: the solution of dphi/dt = -gradient(phi).

    Parameters
    ----------
    gradient : callable
        Function of the parameters, (D,), that gives their gradient, (D,).
    start : array_like, shape (D,)
        Where to start, at time 0.
    times : float or array_like, shape (T,)
        When to look, in increasing order.

    Returns
    -------
    ndarray, shape (D,) or (T, D)
        Where the flow is at these times, to about nine digits.

    Notes
    -----
    UDL section 9.2, eq. 9.6.

    Examples
    --------
    On phi^2 / 2 the flow decays exponentially:

    >>> gradient_flow(lambda phi: phi, [1.0], np.log(2)).round(6).tolist()
    [0.5]
    """
    last = np.max(times)
    found = solve_ivp(
        lambda _, phi: -gradient(phi), (0, last), np.asarray(start, float),
        method="DOP853", t_eval=np.ravel(times), rtol=1e-10, atol=1e-12,
    )  # fmt: skip
    return found.y.T.reshape(*np.shape(times), -1)


def _exponent(phi):
    """Split the parameters; give the exponent q of the loss and 1/width^2, too."""
    along, across = np.moveaxis(np.asarray(phi, float), -1, 0)
    stretch = np.exp(4 * along**2)
    return along, across, across**2 * stretch / 2, stretch
