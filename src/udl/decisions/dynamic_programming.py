"""Values and policies by backing up, if the tables of a world are known (UDL 19.3.1).

The reward is that of the state in which it is. Tables are [new state, old state,
action]; where an episode ends, nothing follows: that column is zero for all actions.
"""

import numpy as np

from udl.decisions.policies import policy_chain


def policy_evaluation(policy, values, rewards, tables, gamma):
    """Back up the values of a policy once.

    Parameters
    ----------
    policy : array_like of int, shape (S,)
        Action in each state.
    values, rewards : array_like, shape (S,)
        Values so far, and the reward for being in each state.
    tables : array_like, shape (S, S, A)
        Probabilities, [new state, old state, action].
    gamma : float
        Discount factor.

    Returns
    -------
    ndarray, shape (S,)

    Notes
    -----
    UDL eq. 19.11.

    Examples
    --------
    >>> tables = [[[0.0], [1.0]], [[1.0], [0.0]]]  # in turns
    >>> policy_evaluation([0, 0], [4.0, 0.0], [1.0, 2.0], tables, 0.5).tolist()
    [1.0, 4.0]
    """
    table = policy_chain(tables, policy)
    return np.asarray(rewards) + gamma * table.T @ np.asarray(values)


def action_values(values, rewards, tables, gamma):
    """Give the value of each action in each state.

    Parameters
    ----------
    values, rewards : array_like, shape (S,)
        Values of the states that follow, and the reward for being in each state.
    tables : array_like, shape (S, S, A)
        Probabilities, [new state, old state, action].
    gamma : float
        Discount factor.

    Returns
    -------
    ndarray, shape (S, A)

    Notes
    -----
    UDL eq. 19.8.

    Examples
    --------
    >>> stay_or_go = [[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]]
    >>> action_values([0.0, 8.0], [1.0, 0.0], stay_or_go, 0.5).tolist()
    [[1.0, 5.0], [4.0, 0.0]]
    """
    following = np.einsum("nsa,n->sa", np.asarray(tables, dtype=float), values)
    return np.asarray(rewards)[:, np.newaxis] + gamma * following


def policy_improvement(values, rewards, tables, gamma):
    """Take the best action in each state, the first of several.

    Parameters
    ----------
    values, rewards, tables, gamma
        As in `action_values`.

    Returns
    -------
    ndarray of int, shape (S,)

    Notes
    -----
    UDL eq. 19.12.

    Examples
    --------
    >>> stay_or_go = [[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]]
    >>> policy_improvement([0.0, 8.0], [1.0, 0.0], stay_or_go, 0.5).tolist()
    [1, 0]
    """
    return np.argmax(action_values(values, rewards, tables, gamma), axis=1)


def policy_values(policy, rewards, tables, gamma):
    """Solve for the values of a policy.

    Parameters
    ----------
    policy : array_like of int, shape (S,)
        Action in each state.
    rewards, tables, gamma
        As in `action_values`.

    Returns
    -------
    ndarray, shape (S,)

    Examples
    --------
    >>> tables = [[[0.0], [1.0]], [[1.0], [0.0]]]  # in turns
    >>> policy_values([0, 0], [0.0, 3.0], tables, 0.5).round(6).tolist()
    [2.0, 4.0]
    """
    table = policy_chain(tables, policy)
    return np.linalg.solve(np.eye(len(table)) - gamma * table.T, rewards)


def policy_iteration(policy, rewards, tables, gamma):
    """Solve and improve in turns, until nothing changes.

    Parameters
    ----------
    policy : array_like of int, shape (S,)
        Where to begin.
    rewards, tables, gamma
        As in `action_values`.

    Returns
    -------
    list of (ndarray of int, ndarray), each of shape (S,)
        Policies and their values, the last of which are the best.

    Examples
    --------
    >>> stay_or_go = [[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]]
    >>> steps = policy_iteration([0, 0], [0.0, 1.0], stay_or_go, 0.5)
    >>> [policy.tolist() for policy, _ in steps]
    [[0, 0], [1, 0]]
    """
    policy, steps = np.asarray(policy), []
    for _ in range(len(policy) * 100):
        values = policy_values(policy, rewards, tables, gamma)
        steps.append((policy, values))
        worth = action_values(values, rewards, tables, gamma)
        kept = worth[np.arange(len(policy)), policy] >= worth.max(axis=1) - 1e-12
        if kept.all():
            break
        policy = np.where(kept, policy, worth.argmax(axis=1))
    return steps


def value_iteration(rewards, tables, gamma, tolerance=1e-10):
    """Back up the best action's value, until nothing changes any more.

    Parameters
    ----------
    rewards, tables, gamma
        As in `action_values`; `gamma` is below 1.
    tolerance : float
        How far the result may be from the best values.

    Returns
    -------
    ndarray, shape (T + 1, S)
        Values after each backup; row 0 is zero.

    Examples
    --------
    >>> stay_or_go = [[[1.0, 0.0], [0.0, 1.0]], [[0.0, 1.0], [1.0, 0.0]]]
    >>> value_iteration([0.0, 1.0], stay_or_go, 0.5)[-1].round(6).tolist()
    [1.0, 2.0]
    """
    values = [np.zeros(len(rewards))]
    change = np.inf
    while change * gamma > tolerance * (1 - gamma):
        values.append(action_values(values[-1], rewards, tables, gamma).max(axis=1))
        change = np.abs(values[-1] - values[-2]).max()
    return np.array(values)


def cheapest_ways(costs, goal):
    """Give the cost of the cheapest way to a goal from everywhere.

    Parameters
    ----------
    costs : array_like, shape (S, S)
        Cost of a step, [to, from]; infinite where there is none, not negative.
    goal : int
        Where to go.

    Returns
    -------
    ndarray, shape (S,)

    Notes
    -----
    The algorithm of Bellman and Ford: no way has more than S - 1 steps.

    Examples
    --------
    >>> inf = np.inf
    >>> cheapest_ways([[0, inf, inf], [1, 0, inf], [9, 2, 0]], goal=2).tolist()
    [3.0, 2.0, 0.0]
    """
    costs = np.asarray(costs, dtype=float)
    ways = np.full(len(costs), np.inf)
    ways[goal] = 0
    for _ in range(len(costs) - 1):
        ways = np.minimum(ways, np.min(costs + ways[:, np.newaxis], axis=0))
    return ways
