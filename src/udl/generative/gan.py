"""A generative adversarial network that is small enough to compute (UDL 15.1, 15.2).

The discriminator says how probable it is that a number is real; losses are sums over
the examples.
"""

import numpy as np

from udl.networks.activations import sigmoid


def discriminator(x, phi0, phi1):
    """Give the probability that a number is real.

    Parameters
    ----------
    x : array_like, shape (...)
        Numbers.
    phi0, phi1 : float
        Offset and slope of the discriminator.

    Returns
    -------
    ndarray, shape (...)

    Examples
    --------
    >>> float(discriminator(2.0, -2.0, 1.0))
    0.5
    """
    return sigmoid(phi0 + phi1 * np.asarray(x, dtype=float))


def discriminator_loss(x_real, x_syn, phi0, phi1):
    """Binary cross-entropy of the discriminator, summed over both kinds of examples.

    Parameters
    ----------
    x_real, x_syn : array_like
        Real and synthesized numbers.
    phi0, phi1 : float
        Parameters of the discriminator.

    Returns
    -------
    float

    Notes
    -----
    UDL eq. 15.3. The logarithms are computed without rounding to zero or one.

    Examples
    --------
    >>> round(float(discriminator_loss([5.0], [5.0], 0.0, 0.0)), 6)  # 2 log 2
    1.386294
    """
    real, syn = (phi0 + phi1 * np.asarray(x, dtype=float) for x in (x_real, x_syn))
    return np.sum(np.logaddexp(0, -real)) + np.sum(np.logaddexp(0, syn))


def discriminator_gradient(x_real, x_syn, phi0, phi1):
    """Gradient of the discriminator's loss with respect to its two parameters.

    Parameters
    ----------
    x_real, x_syn : array_like
        Real and synthesized numbers.
    phi0, phi1 : float
        Parameters of the discriminator.

    Returns
    -------
    ndarray, shape (2,)

    Examples
    --------
    >>> discriminator_gradient([1.0], [3.0], 0.0, 0.0).tolist()
    [0.0, 1.0]
    """
    real, syn = (np.ravel(np.asarray(x, dtype=float)) for x in (x_real, x_syn))
    missed = 1 - discriminator(real, phi0, phi1)
    fooled = discriminator(syn, phi0, phi1)
    return np.array([fooled.sum() - missed.sum(), fooled @ syn - missed @ real])


def generator_loss(z, theta, phi0, phi1):
    """What the generator wants to be large: minus the log of being called synthesized.

    Parameters
    ----------
    z : array_like
        Latent numbers; the generator adds `theta` to them.
    theta, phi0, phi1 : float
        Parameters of the generator and of the discriminator.

    Returns
    -------
    float

    Notes
    -----
    A part of UDL eq. 15.5, with its sign turned.

    Examples
    --------
    >>> round(float(generator_loss([2.0], 3.0, 0.0, 0.0)), 6)  # log 2
    0.693147
    """
    return np.sum(np.logaddexp(0, phi0 + phi1 * (np.asarray(z) + theta)))


def generator_slope(z, theta, phi0, phi1, *, saturating=True):
    """By how much a step of the generator moves theta, per unit of the rate.

    Parameters
    ----------
    z : array_like
        Latent numbers.
    theta, phi0, phi1 : float
        Parameters of the generator and of the discriminator.
    saturating : bool
        Climb on minus the log of being called synthesized; otherwise on the log of
        being called real.

    Returns
    -------
    float

    Examples
    --------
    >>> generator_slope([0.0, 0.0], 1.0, -1.0, 1.0)
    1.0
    """
    real = discriminator(np.asarray(z) + theta, phi0, phi1)
    return float(phi1 * np.sum(real if saturating else 1 - real))


def play(x_real, z, rounds, *, start, steps, rates, saturating=True):
    """Let discriminator and generator take turns.

    Parameters
    ----------
    x_real, z : array_like
        Real and latent numbers.
    rounds : int
        How often both have their turn.
    start : tuple of float
        Theta, phi0 and phi1 at the beginning.
    steps : tuple of int
        Steps of gradient descent or ascent in a turn of the discriminator, and of the
        generator.
    rates : tuple of float
        Learning rates of both.
    saturating : bool
        Which loss the generator climbs on; see `generator_slope`.

    Returns
    -------
    ndarray, shape (rounds + 1, 3)
        Theta, phi0 and phi1 after each round.

    Examples
    --------
    >>> play([9.0], [0.0], 0, start=(3, -2, 1), steps=(1, 1), rates=(0.1, 0.1)).tolist()
    [[3.0, -2.0, 1.0]]
    """
    theta, phi = float(start[0]), np.array(start[1:], dtype=float)
    history = [[theta, *phi]]
    for _ in range(rounds):
        for _ in range(steps[0]):
            x_syn = np.asarray(z) + theta
            phi = phi - rates[0] * discriminator_gradient(x_real, x_syn, *phi)
        for _ in range(steps[1]):
            slope = generator_slope(z, theta, *phi, saturating=saturating)
            theta = theta + rates[1] * slope
        history.append([theta, *phi])
    return np.array(history)


def best_discriminator(p_real, p_syn):
    """Give the discriminator that no other can beat.

    Parameters
    ----------
    p_real, p_syn : array_like, shape (...)
        Densities, or probabilities, of both kinds of examples at the same places.

    Returns
    -------
    ndarray, shape (...)
        Probability that an example from there is real.

    Notes
    -----
    UDL eq. 15.7.

    Examples
    --------
    >>> best_discriminator([0.3, 0.0], [0.1, 0.2]).round(6).tolist()
    [0.75, 0.0]
    """
    p_real, p_syn = np.asarray(p_real, dtype=float), np.asarray(p_syn, dtype=float)
    return p_real / (p_real + p_syn)
