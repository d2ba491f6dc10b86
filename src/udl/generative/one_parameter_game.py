"""The smallest adversarial game: one real number, one synthesized, one slope.

The real number is 0, the synthesized one is theta, and the discriminator is
``sigmoid(phi * x)``. Both are where they should be at ``theta = phi = 0``.
"""

import numpy as np

from udl.networks.activations import sigmoid


def field(theta, phi, penalty=0.0):
    """Give the direction in which both move.

    Parameters
    ----------
    theta, phi : array_like, shape (...)
        The synthesized number, and the discriminator's slope.
    penalty : float
        Half of it times the square of the slope is added to the discriminator's loss.

    Returns
    -------
    d_theta, d_phi : ndarray, shape (...)

    Examples
    --------
    >>> d_theta, d_phi = field(2.0, 0.0)
    >>> float(d_theta), float(d_phi)
    (0.0, -1.0)
    """
    theta, phi = np.asarray(theta, dtype=float), np.asarray(phi, dtype=float)
    fooled = sigmoid(phi * theta)
    return phi * fooled, -theta * fooled - penalty * phi


def walk(theta, phi, rate, steps, *, together, penalty=0.0):
    """Let both take steps.

    Parameters
    ----------
    theta, phi : float
        Where they start.
    rate : float
        Learning rate of both.
    steps : int
        How many steps each takes.
    together : bool
        Both step from the same place; otherwise the discriminator goes first, and the
        generator answers.
    penalty : float
        As in `field`.

    Returns
    -------
    ndarray, shape (steps + 1, 2)
        Theta and phi after each step.

    Examples
    --------
    >>> walk(2.0, 0.0, 0.1, 1, together=True).round(6).tolist()
    [[2.0, 0.0], [2.0, -0.1]]
    """
    path = [(float(theta), float(phi))]
    for _ in range(steps):
        theta, phi = path[-1]
        d_theta, d_phi = field(theta, phi, penalty)
        phi = phi + rate * d_phi
        if not together:
            d_theta, _ = field(theta, phi, penalty)
        path.append((float(theta + rate * d_theta), float(phi)))
    return np.array(path)
