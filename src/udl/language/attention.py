"""Self-attention: each token takes a mean of what all tokens say (UDL section 12.2).

Layout: tokens are columns, so that the data are (D, N). Tables of scores and weights
are (N, N); column n belongs to the query of token n, and row m to the key of token m.
Leading axes hold several heads: weights (H, E, D) give values (H, E, N).
"""

import numpy as np

from udl.losses.softmax import softmax


def dot_products(Q, K):
    """Compare every query with every key.

    Parameters
    ----------
    Q, K : array_like, shape (..., D, N)
        Queries and keys, a column a token.

    Returns
    -------
    ndarray, shape (..., N, N)
        Entry (m, n) is the dot product of key m and query n: K^T Q.

    Examples
    --------
    >>> dot_products([[1, 2]], [[10, 20]]).tolist()
    [[10, 20], [20, 40]]
    """
    return np.swapaxes(np.asarray(K), -1, -2) @ np.asarray(Q)


def softmask(S, allowed):
    """Turn each column of scores into weights of the allowed rows.

    Parameters
    ----------
    S : array_like, shape (..., N, N)
        Scores of any size.
    allowed : array_like, shape (N, N)
        True, or not zero, where row m may have a weight in column n.

    Returns
    -------
    ndarray, shape (..., N, N)
        Columns that sum to one; exactly zero where not allowed.

    Raises
    ------
    ValueError
        If nothing is allowed in some column.

    Notes
    -----
    A softmax of scores that are minus infinity where nothing is allowed: its largest
    score, which it subtracts, is then the largest of those allowed.

    Examples
    --------
    >>> softmask([[5.0, 1.0], [5.0, 800.0]], [[1, 1], [1, 0]])
    array([[0.5, 1. ],
           [0.5, 0. ]])
    """
    allowed = np.asarray(allowed) != 0
    if not allowed.any(axis=0).all():
        raise ValueError("a column of allowed is empty: nobody may be heard there")
    return softmax(np.where(allowed, S, -np.inf))


def causal_mask(count):
    """Allow each token to hear itself and those before it.

    Parameters
    ----------
    count : int
        Number of tokens, N.

    Returns
    -------
    ndarray of bool, shape (N, N)
        True at (m, n) where m is not behind n.

    Examples
    --------
    >>> causal_mask(3).astype(int).tolist()
    [[1, 1, 1], [0, 1, 1], [0, 0, 1]]
    """
    return np.triu(np.ones((count, count), dtype=bool))


def attention_weights(Q, K, *, scaled=True, allowed=None):
    """Tell how much each token hears of each.

    Parameters
    ----------
    Q, K : array_like, shape (..., D, N)
        Queries and keys. There may be more keys than queries, or fewer.
    scaled : bool
        Whether dot products are divided by the square root of D.
    allowed : array_like, shape (N, N), optional
        Not zero where token m may be heard by token n; everywhere, if left out.

    Returns
    -------
    ndarray, shape (..., N, N)
        Columns that sum to one: Softmax[K^T Q / sqrt(D)].

    Notes
    -----
    UDL eq. 12.5, and with the scale 12.9.

    Examples
    --------
    >>> same = np.ones((4, 2))
    >>> attention_weights(same, same).tolist()
    [[0.5, 0.5], [0.5, 0.5]]
    >>> attention_weights(same, same, allowed=causal_mask(2)).tolist()
    [[1.0, 0.5], [0.0, 0.5]]
    """
    S = dot_products(Q, K)
    if scaled:
        S = S / np.sqrt(np.shape(Q)[-2])
    return softmax(S) if allowed is None else softmask(S, allowed)


def self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k, *,
                   scaled=True, allowed=None):  # fmt: skip
    """Let all tokens of a sequence hear each other.

    Parameters
    ----------
    X : array_like, shape (D, N)
        Tokens, as columns.
    omega_v : array_like, shape (..., E, D)
        Weights of the values.
    omega_q, omega_k : array_like, shape (..., D_q, D)
        Weights of queries and keys.
    beta_v, beta_q, beta_k : array_like, shape (..., E, 1) and (..., D_q, 1)
        Offsets.
    scaled, allowed
        As in `attention_weights`.

    Returns
    -------
    ndarray, shape (..., E, N)
        Weighted means of values, a column a token.

    Notes
    -----
    UDL eq. 12.9; without the scale 12.7. The order of the arguments is that of the
    published notebook.

    Examples
    --------
    With weights of zero for the queries, all hear all alike:

    >>> one, zero = [[1.0]], [[0.0]]
    >>> self_attention([[0.0, 3.0, 9.0]], one, zero, one, zero, zero, zero).tolist()
    [[4.0, 4.0, 4.0]]
    """
    V, Q, K = (
        np.asarray(beta) + np.asarray(omega) @ X
        for omega, beta in ((omega_v, beta_v), (omega_q, beta_q), (omega_k, beta_k))
    )
    return V @ attention_weights(Q, K, scaled=scaled, allowed=allowed)


def softmax_jacobian(weights):
    """Give the derivatives of a softmax's outputs with respect to its inputs.

    Parameters
    ----------
    weights : array_like, shape (N,)
        Outputs of the softmax: positive numbers that sum to one.

    Returns
    -------
    ndarray, shape (N, N)
        Entry (m, l) is the derivative of weight m with respect to score l; it is
        symmetric, and its rows sum to zero.

    Examples
    --------
    >>> softmax_jacobian([0.5, 0.5]).tolist()
    [[0.25, -0.25], [-0.25, 0.25]]
    """
    weights = np.asarray(weights)
    return np.diag(weights) - np.outer(weights, weights)
