"""Parameters of the networks that pages start from, a fresh copy at every call."""

import numpy as np


def toy_example():
    """One example and eight parameters for the toy model of chapter 7.

    Returns
    -------
    x, y : float
        Input and target.
    beta, omega : ndarray, shape (4,)
        Offsets and weights of `udl.gradients.toy_model.toy_forward`.

    Notes
    -----
    The data of UDL's notebook 7.1.

    Examples
    --------
    >>> x, y, beta, omega = toy_example()
    >>> x, y, beta.tolist()
    (2.3, 2.0, [1.0, 2.0, -3.0, 0.4])
    """
    return 2.3, 2.0, np.array([1.0, 2.0, -3.0, 0.4]), np.array([0.1, -0.4, 2.0, 3.0])


def random_network():
    """One example and a network of five hidden layers of six units (page 7.2).

    Returns
    -------
    x, y : ndarray, shape (1, 1)
        Input and target: one row, one example.
    betas : list of ndarray, six of shape (6,), the last (1,)
        Biases, standard normal.
    omegas : list of ndarray, the first (6, 1), then four of (6, 6), the last (1, 6)
        Weights, standard normal.

    Notes
    -----
    The data of UDL's notebook 7.2: numpy's older generator with seed 0, and the ends
    of the network drawn before its middle.

    Examples
    --------
    >>> x, y, betas, omegas = random_network()
    >>> [omega.shape for omega in omegas]
    [(6, 1), (6, 6), (6, 6), (6, 6), (6, 6), (1, 6)]
    """
    rng = np.random.RandomState(0)
    widths = (1, 6, 6, 6, 6, 6, 1)
    betas, omegas = [None] * 6, [None] * 6
    for k in (0, 5):
        omegas[k] = rng.normal(size=(widths[k + 1], widths[k]))
    for k in (0, 5):
        betas[k] = rng.normal(size=widths[k + 1])
    for k in range(1, 5):
        omegas[k] = rng.normal(size=(widths[k + 1], widths[k]))
        betas[k] = rng.normal(size=widths[k + 1])
    return np.array([[1.2]]), np.array([[20.0]]), betas, omegas


def networks_to_compose():
    """Two shallow networks with three hidden units each (chapter 4).

    Returns
    -------
    first, second : tuple
        ``beta_0, omega_0, beta_1, omega_1`` of each, as
        `udl.networks.shallow.shallow_network` takes them: shapes (3,), (3,), ()
        and (3,).

    Notes
    -----
    The networks of UDL's notebooks 4.1 and 4.3.

    Examples
    --------
    >>> first, second = networks_to_compose()
    >>> first[2], second[3].tolist()
    (1.0, [-1.0, -1.5, 2.0])
    """
    first = (
        np.array([0.0, 0.0, -0.67]), np.array([-1.0, 1.0, 1.0]),
        1.0, np.array([-2.0, -3.0, 9.3]),
    )  # fmt: skip
    second = (
        np.array([-0.6, 0.2, -0.5]), np.array([-1.0, 1.0, 1.0]),
        0.5, np.array([-1.0, -1.5, 2.0]),
    )  # fmt: skip
    return first, second


def clipping_network():
    """Build a network with two hidden layers of three units each (chapter 4).

    Returns
    -------
    betas : list of ndarray, shapes (3, 1), (3, 1) and (1, 1)
        Offsets of the two hidden layers and of the output.
    omegas : list of ndarray, shapes (3, 1), (3, 3) and (1, 3)
        Weights.

    Notes
    -----
    The network of UDL's notebook 4.2: theta, psi and phi there are its three layers.

    Examples
    --------
    >>> betas, omegas = clipping_network()
    >>> omegas[1].tolist()
    [[2.0, -1.0, 7.0], [2.0, 1.2, -8.0], [-2.3, -0.8, 2.0]]
    """
    betas = [[[0.3], [-1.0], [-0.5]], [[0.3], [-0.2], [0.3]], [[0.0]]]
    omegas = [
        [[-1.0], [2.0], [0.65]],
        [[2.0, -1.0, 7.0], [2.0, 1.2, -8.0], [-2.3, -0.8, 2.0]],
        [[0.5, -1.5, 2.2]],
    ]
    return [np.array(beta) for beta in betas], [np.array(omega) for omega in omegas]
