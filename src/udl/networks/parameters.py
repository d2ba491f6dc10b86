"""The parameters of deep networks: their shapes, their number, random ones.

A network is a pair of lists, ``betas`` and ``omegas``, as in `udl.networks.deep`.
"""

from itertools import pairwise


def random_network(sizes, rng):
    """Draw every offset and weight from a standard normal distribution.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs:
        D_i, D_1, ..., D_K, D_o.
    rng : numpy.random.Generator
        Where the numbers come from.

    Returns
    -------
    betas : list of ndarray, shapes (D_{k+1}, 1)
        Offsets.
    omegas : list of ndarray, shapes (D_{k+1}, D_k)
        Weights.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is not positive.

    Examples
    --------
    >>> import numpy as np
    >>> betas, omegas = random_network([4, 5, 1], np.random.default_rng(0))
    >>> [beta.shape for beta in betas], [omega.shape for omega in omegas]
    ([(5, 1), (1, 1)], [(5, 4), (1, 5)])
    """
    betas, omegas = parameter_shapes(sizes)
    return (
        [rng.normal(size=shape) for shape in betas],
        [rng.normal(size=shape) for shape in omegas],
    )


def parameter_shapes(sizes):
    """Shapes of the offsets and weights of a fully connected network.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs:
        D_i, D_1, ..., D_K, D_o.

    Returns
    -------
    betas, omegas : list of tuple of int
        Rows and columns of each offset and of each matrix of weights.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is not positive.

    Notes
    -----
    UDL section 4.4, eq. 4.15.

    Examples
    --------
    >>> betas, omegas = parameter_shapes([2, 3, 1])
    >>> betas, omegas
    ([(3, 1), (1, 1)], [(3, 2), (1, 3)])
    """
    sizes = _as_sizes(sizes)
    betas = [(to, 1) for to in sizes[1:]]
    return betas, [(to, have) for have, to in pairwise(sizes)]


def parameter_count(sizes):
    """Count the offsets and weights of a fully connected network.

    Parameters
    ----------
    sizes : sequence of int
        Number of inputs, of units in each hidden layer, and of outputs:
        D_i, D_1, ..., D_K, D_o.

    Returns
    -------
    int
        How many numbers all offsets and weights are together.

    Raises
    ------
    ValueError
        If there are fewer than two sizes, or one is not positive.

    Examples
    --------
    Two inputs, three hidden units, one output: 3 (2 + 1) + 1 (3 + 1).

    >>> parameter_count([2, 3, 1])
    13
    """
    sizes = _as_sizes(sizes)
    return sum(to * (have + 1) for have, to in pairwise(sizes))


def _as_sizes(sizes):
    sizes = [int(size) for size in sizes]
    if len(sizes) < 2 or min(sizes) < 1:
        raise ValueError(
            f"sizes is {sizes}, but it must hold at least two positive numbers: "
            f"inputs, units of each hidden layer, outputs."
        )
    return sizes
