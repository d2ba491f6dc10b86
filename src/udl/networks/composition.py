"""Networks fed into networks, and what the composition is (UDL sections 4.1 and 4.2).

A network is a pair of lists, ``betas`` and ``omegas``, as in `udl.networks.deep`.
"""

import numpy as np

from udl.networks.deep import _columns_and_matrices
from udl.networks.shallow import shallow_network


def composition(x, first, second):
    """Feed a shallow network's output into another shallow network.

    Parameters
    ----------
    x : array_like, shape (I,)
        Inputs of the first network.
    first, second : tuple
        ``beta_0, omega_0, beta_1, omega_1`` of each, as `shallow_network` takes them:
        shapes (D,), (D,), () and (D,).

    Returns
    -------
    ndarray, shape (I,)
        Outputs of the second network.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.1, eq. 4.1 to 4.4.

    Examples
    --------
    The first adds 1 to what is positive, the second doubles what is above 2:

    >>> add, double = ([0.0], [1.0], 1.0, [1.0]), ([-2.0], [1.0], 0.0, [2.0])
    >>> composition([0.0, 3.0], add, double).tolist()
    [0.0, 4.0]
    """
    y = shallow_network(x, *first)
    return shallow_network(y, *second)


def matrix_form(beta_0, omega_0, beta_1, omega_1):
    """Columns and matrices of a shallow network with one input and one output.

    Parameters
    ----------
    beta_0, omega_0, omega_1 : array_like, shape (D,)
        Offsets and slopes of the hidden units, and their weights.
    beta_1 : float
        Offset of the output.

    Returns
    -------
    betas : list of ndarray, shapes (D, 1) and (1, 1)
        Offsets.
    omegas : list of ndarray, shapes (D, 1) and (1, D)
        Weights.

    Raises
    ------
    ValueError
        If the three do not have the same length.

    Examples
    --------
    >>> betas, omegas = matrix_form([0.0, -2.0], [1.0, 3.0], 7.0, [5.0, 6.0])
    >>> [beta.tolist() for beta in betas]
    [[[0.0], [-2.0]], [[7.0]]]
    >>> [omega.tolist() for omega in omegas]
    [[[1.0], [3.0]], [[5.0, 6.0]]]
    """
    beta_0, omega_0, omega_1 = (
        np.asarray(a, float) for a in (beta_0, omega_0, omega_1)
    )
    if not beta_0.shape == omega_0.shape == omega_1.shape == (beta_0.size,):
        raise ValueError(
            f"beta_0 {beta_0.shape}, omega_0 {omega_0.shape} and omega_1 "
            f"{omega_1.shape} must all be (D,): a number for each hidden unit."
        )
    betas = [beta_0[:, np.newaxis], np.full((1, 1), float(beta_1))]
    return betas, [omega_0[:, np.newaxis], omega_1[np.newaxis]]


def compose(first, second):
    """Fold two networks into one that has the hidden layers of both.

    Parameters
    ----------
    first, second : tuple
        ``betas, omegas`` of each network. The second has as many inputs as the first
        has outputs.

    Returns
    -------
    betas, omegas : list of ndarray
        The network that computes ``second(first(x))``. Where the two meet, their
        offsets and weights are multiplied out; all others stay as they are.

    Raises
    ------
    ValueError
        If the shapes do not fit.

    Notes
    -----
    UDL section 4.2, eq. 4.5 and 4.6, for any depth and width.

    Examples
    --------
    One unit each. The sum 3 - 2 (5 + 4 h) is -7 - 8 h:

    >>> first = [[1.0], [5.0]], [[[1.0]], [[4.0]]]
    >>> second = [[3.0], [0.0]], [[[-2.0]], [[1.0]]]
    >>> betas, omegas = compose(first, second)
    >>> betas[1].tolist(), omegas[1].tolist()
    ([[-7.0]], [[-8.0]])
    """
    (betas, omegas), (later_betas, later_omegas) = (
        _columns_and_matrices(*network) for network in (first, second)
    )
    outputs, inputs = omegas[-1].shape[0], later_omegas[0].shape[1]
    if outputs != inputs:
        raise ValueError(
            f"the first network has {outputs} outputs, "
            f"the second {inputs} inputs: they must agree."
        )
    beta = later_betas[0] + later_omegas[0] @ betas[-1]
    omega = later_omegas[0] @ omegas[-1]
    return (
        [*betas[:-1], beta, *later_betas[1:]],
        [*omegas[:-1], omega, *later_omegas[1:]],
    )
