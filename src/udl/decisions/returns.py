"""Returns: rewards summed up, the later ones discounted (UDL section 19.1)."""

import numpy as np


def discounted_return(rewards, gamma):
    """Sum up rewards, each discounted once for each step that it is away.

    Parameters
    ----------
    rewards : array_like, shape (T, ...)
        In order of time. The first is not discounted.
    gamma : float
        Discount factor.

    Returns
    -------
    float or ndarray, shape (...)
        UDL eq. 19.1, cut off after T rewards.

    Examples
    --------
    >>> discounted_return([1, 0, 4], 0.5)
    2.0
    """
    rewards = np.asarray(rewards, dtype=float)
    total = np.tensordot(gamma ** np.arange(len(rewards)), rewards, axes=1)
    return total if total.ndim else float(total)


def all_returns(rewards, gamma):
    """Compute the return from each time on, in one pass from the end.

    Parameters
    ----------
    rewards : array_like, shape (T, ...)
        In order of time; further axes are other episodes.
    gamma : float
        Discount factor.

    Returns
    -------
    ndarray, shape (T, ...)

    Examples
    --------
    >>> all_returns([1, 0, 4], 0.5).tolist()
    [2.0, 2.0, 4.0]
    """
    returns = np.array(rewards, dtype=float)
    for t in range(len(returns) - 2, -1, -1):
        returns[t] += gamma * returns[t + 1]
    return returns
