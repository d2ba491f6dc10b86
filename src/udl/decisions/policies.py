"""Policies: which action to take in which state (UDL section 19.1).

A deterministic policy is an action for each state, shape (S,). A stochastic one is a
table of probabilities, [action, state], as UDL's. Tables of steps are
[new state, old state, action].
"""

import numpy as np

from udl.decisions.chains import choose


def as_probabilities(policy, actions=4):
    """Write a policy as a table of probabilities.

    Parameters
    ----------
    policy : array_like, shape (S,) or (A, S)
        Actions, or probabilities, which are returned as they are.
    actions : int
        How many actions there are.

    Returns
    -------
    ndarray, shape (A, S)

    Examples
    --------
    >>> as_probabilities([1, 0], actions=2).tolist()
    [[0.0, 1.0], [1.0, 0.0]]
    """
    policy = np.asarray(policy)
    return policy if policy.ndim == 2 else np.eye(actions)[:, policy]


def policy_chain(tables, policy):
    """Give the Markov process that a policy makes of a decision process.

    Parameters
    ----------
    tables : array_like, shape (S, S, A)
        Probabilities, [new state, old state, action].
    policy : array_like, shape (S,) or (A, S)
        Actions, or their probabilities.

    Returns
    -------
    ndarray, shape (S, S)
        Probabilities, [new state, old state].

    Examples
    --------
    >>> tables = [[[1.0, 0.0], [1.0, 0.0]], [[0.0, 1.0], [0.0, 1.0]]]
    >>> policy_chain(tables, [0, 0]).tolist()
    [[1.0, 1.0], [0.0, 0.0]]
    """
    tables = np.asarray(tables, dtype=float)
    return np.einsum("nsa,as->ns", tables, as_probabilities(policy, tables.shape[2]))


def decide(state, tables, policy, draws):
    """Choose an action, then see where it leads.

    Parameters
    ----------
    state : int or array_like of int, shape (...)
        Where it is.
    tables : array_like, shape (S, S, A)
        Probabilities, [new state, old state, action].
    policy : array_like, shape (S,) or (A, S)
        Actions, or their probabilities.
    draws : array_like, shape (2, ...)
        Uniform numbers, at least 0 and below 1: for the action, for the step.

    Returns
    -------
    new_state, action : int or ndarray of int, shape (...)

    Examples
    --------
    >>> tables = np.zeros((2, 2, 2))
    >>> tables[0, :, 0] = tables[1, :, 1] = 1  # action a leads to state a
    >>> decide(0, tables, [[0.25, 1.0], [0.75, 0.0]], [0.5, 0.9])
    (1, 1)
    """
    tables = np.asarray(tables, dtype=float)
    shares = as_probabilities(policy, tables.shape[2])
    action = choose(shares[:, state], draws[0])
    return choose(tables[:, state, action], draws[1]), action


def episodes(start, tables, policy, draws):
    """Follow a policy, once or many times at once.

    Parameters
    ----------
    start : int
        The first state.
    tables : array_like, shape (S, S, A)
        Probabilities, [new state, old state, action].
    policy : array_like, shape (S,) or (A, S)
        Actions, or their probabilities.
    draws : array_like, shape (T, 2, ...)
        Uniform numbers for each step: for the action, for the step.

    Returns
    -------
    states : ndarray of int, shape (T + 1, ...)
    actions : ndarray of int, shape (T, ...)

    Examples
    --------
    >>> tables = np.zeros((2, 2, 2))
    >>> tables[0, :, 0] = tables[1, :, 1] = 1  # action a leads to state a
    >>> states, actions = episodes(0, tables, [1, 0], np.full((3, 2), 0.5))
    >>> states.tolist(), actions.tolist()
    ([0, 1, 0, 1], [1, 0, 1])
    """
    draws = np.asarray(draws, dtype=float)
    states, actions = [np.full(draws.shape[2:], start)], []
    for both in draws:
        state, action = decide(states[-1], tables, policy, both)
        states.append(np.asarray(state))
        actions.append(np.asarray(action))
    return np.stack(states), np.stack(actions)
