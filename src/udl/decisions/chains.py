"""Markov processes: steps, walks, spreading probability, values (UDL section 19.1).

A table of probabilities is laid out as [new state, old state]: its columns sum to one.
Random numbers come from outside, as draws that are uniform from 0 to 1; the rest is
exact.
"""

import numpy as np


def step(state, table, draw):
    """Make one step of a Markov process, or of many at once.

    Parameters
    ----------
    state : int or array_like of int, shape (...)
        Where it is.
    table : array_like, shape (S, S)
        Probabilities, [new state, old state].
    draw : float or array_like, shape (...)
        Uniform numbers, at least 0 and below 1.

    Returns
    -------
    int or ndarray of int, shape (...)
        The first state at which the cumulated probability exceeds the draw.

    Examples
    --------
    >>> step(0, [[0.25, 1.0], [0.75, 0.0]], 0.3)
    1
    """
    return choose(np.asarray(table, dtype=float)[:, state], draw)


def choose(probabilities, draw):
    """Choose by a uniform number: the first entry whose cumulated share exceeds it.

    Parameters
    ----------
    probabilities : array_like, shape (K, ...)
        They sum to one over the first axis.
    draw : float or array_like, shape (...)
        Uniform numbers, at least 0 and below 1.

    Returns
    -------
    int or ndarray of int, shape (...)

    Raises
    ------
    ValueError
        If the probabilities do not sum to one.

    Examples
    --------
    >>> choose([0.5, 0.5], [0.2, 0.5]).tolist()
    [0, 1]
    """
    probabilities = np.asarray(probabilities, dtype=float)
    share = np.cumsum(probabilities, axis=0)
    if not np.allclose(share[-1], 1):
        raise ValueError(
            "probabilities must sum to one over the first axis; here the sums are "
            f"{share[-1]}"
        )
    draw = np.asarray(draw, dtype=float)
    missing = draw.ndim - (share.ndim - 1)
    share = share.reshape(len(share), *(1,) * missing, *share.shape[1:])
    chosen = np.sum(share / share[-1] <= draw, axis=0)
    return chosen if chosen.ndim else int(chosen)


def walk(start, table, draws):
    """Follow a Markov process, or many at once.

    Parameters
    ----------
    start : int
        The first state.
    table : array_like, shape (S, S)
        Probabilities, [new state, old state].
    draws : array_like, shape (T, ...)
        Uniform numbers, at least 0 and below 1, for each step.

    Returns
    -------
    ndarray of int, shape (T + 1, ...)
        All states; further axes are those of the draws.

    Examples
    --------
    >>> walk(0, [[0.0, 0.5], [1.0, 0.5]], [0.1, 0.2, 0.3]).tolist()
    [0, 1, 0, 1]
    """
    draws = np.asarray(draws, dtype=float)
    states = [np.full(draws.shape[1:], start)]
    for draw in draws:
        states.append(np.asarray(step(states[-1], table, draw)))
    return np.stack(states)


def spread(start, table, steps):
    """Compute the probability of each state after each number of steps.

    Parameters
    ----------
    start : int or array_like, shape (S,)
        The first state, or the probabilities of being in each.
    table : array_like, shape (S, S)
        Probabilities, [new state, old state].
    steps : int
        How many.

    Returns
    -------
    ndarray, shape (steps + 1, S)
        Rows sum to one.

    Examples
    --------
    >>> spread(0, [[0.0, 0.5], [1.0, 0.5]], 2).tolist()
    [[1.0, 0.0], [0.0, 1.0], [0.5, 0.5]]
    """
    table = np.asarray(table, dtype=float)
    first = np.eye(len(table))[start] if np.ndim(start) == 0 else start
    shares = [np.asarray(first, dtype=float)]
    for _ in range(steps):
        shares.append(table @ shares[-1])
    return np.stack(shares)


def stationary(table):
    """Find the probabilities that a step does not change.

    Parameters
    ----------
    table : array_like, shape (S, S)
        Probabilities, [new state, old state]; each state can be reached from each.

    Returns
    -------
    ndarray, shape (S,)

    Examples
    --------
    >>> stationary([[0.0, 0.5], [1.0, 0.5]]).round(6).tolist()
    [0.333333, 0.666667]
    """
    table = np.asarray(table, dtype=float)
    size = len(table)
    system = np.vstack([table - np.eye(size), np.ones(size)])
    return np.linalg.lstsq(system, np.eye(size + 1)[-1], rcond=None)[0]


def state_values(table, rewards, gamma):
    """Compute the mean return from each state, where rewards are paid on arrival.

    Parameters
    ----------
    table : array_like, shape (S, S)
        Probabilities, [new state, old state].
    rewards : array_like, shape (S,)
        Paid when the state is entered.
    gamma : float
        Discount factor, at least 0 and below 1.

    Returns
    -------
    ndarray, shape (S,)
        UDL eq. 19.2, by solving the Bellman equations (UDL eq. 19.9).

    Examples
    --------
    >>> state_values([[0.0, 0.5], [1.0, 0.5]], [1.0, 0.0], 0.5).round(6).tolist()
    [0.4, 0.8]
    """
    backward = np.asarray(table, dtype=float).T
    return np.linalg.solve(
        np.eye(len(backward)) - gamma * backward, backward @ np.asarray(rewards)
    )


def expected_steps(table, goal):
    """Compute the mean number of steps until a state is entered.

    Parameters
    ----------
    table : array_like, shape (S, S)
        Probabilities, [new state, old state]; the goal can be reached from each state.
    goal : int
        The state.

    Returns
    -------
    ndarray, shape (S,)
        Zero at the goal.

    Examples
    --------
    >>> expected_steps([[0.5, 0.0], [0.5, 1.0]], 1).round(6).tolist()
    [2.0, 0.0]
    """
    table = np.asarray(table, dtype=float)
    others = np.delete(np.arange(len(table)), goal)
    system = np.eye(len(others)) - table[np.ix_(others, others)].T
    steps = np.zeros(len(table))
    steps[others] = np.linalg.solve(system, np.ones(len(others)))
    return steps
