"""Values and policies from episodes alone, without tables (UDL section 19.3.2).

Action values are laid out [action, state], as a stochastic policy is. The reward is
that of the state that is entered. Tables only play the world here; where an episode
ends, their columns are zero for all actions, and the state stays.
"""

import numpy as np

from udl.decisions.returns import all_returns

BLOCK = 32  # steps whose random numbers are drawn at once


def epsilon_greedy(policy, epsilon, actions=4):
    """Let a policy try each other action now and then.

    Parameters
    ----------
    policy : array_like of int, shape (S,)
        Action in each state.
    epsilon : float
        Probability of all other actions together.
    actions : int
        How many actions there are.

    Returns
    -------
    ndarray, shape (A, S)
        Probabilities.

    Examples
    --------
    >>> epsilon_greedy([0, 2], 0.2, actions=3).tolist()
    [[0.8, 0.1], [0.1, 0.1], [0.1, 0.8]]
    """
    chosen = np.arange(actions)[:, np.newaxis] == np.asarray(policy)
    return np.where(chosen, 1 - epsilon, epsilon / (actions - 1))


def play(starts, tables, policy, rng, first=None):
    """Play an episode from each start to its end, all of them at once.

    Parameters
    ----------
    starts : array_like of int, shape (N,)
        First states.
    tables : array_like, shape (S, S, A)
        Probabilities, [new state, old state, action].
    policy : array_like, shape (A, S)
        Probabilities of the actions.
    rng : numpy.random.Generator
        Each step of an episode takes one uniform number.
    first : array_like, shape (A, S), optional
        Probabilities of the first action, if they are others.

    Returns
    -------
    states : ndarray of int, shape (T + 1, N)
        T is the length of the longest; the others wait at their end.
    actions : ndarray of int, shape (T, N)

    Examples
    --------
    >>> tables = np.zeros((3, 3, 1))
    >>> tables[1, 0] = tables[2, 1] = 1  # from 0 to 1, from 1 to 2, where it ends
    >>> play([0, 1], tables, np.ones((1, 3)), np.random.default_rng(0))[0].tolist()
    [[0, 1], [1, 2], [2, 2]]
    """
    states, ends = np.asarray(starts, dtype=np.intp), _ends(tables)
    size, outcomes = len(ends), len(ends) * np.shape(tables)[2]
    usual = _ladder(tables, policy, ends)
    rungs = usual if first is None else _ladder(tables, first, ends)
    reached = np.tile(np.arange(float(size)), usual.size // size)  # by rung
    playing = np.flatnonzero(~ends[states])
    here, blocks = states[playing], []
    while len(playing):
        block = []
        for draws in rng.random((BLOCK, len(playing))):
            block.append(rungs.searchsorted(here + draws, side="right"))
            here, rungs = reached[block[-1]], usual
        blocks.append((playing, np.array(block)))
        on = ~ends[here.astype(int)]
        playing, here = playing[on], here[on]
    found = np.full((BLOCK * len(blocks), len(states)), np.flatnonzero(ends)[0])
    for n, (playing, block) in enumerate(blocks):
        found[BLOCK * n : BLOCK * (n + 1), playing] = block % outcomes
    actions, after = np.divmod(found, size)
    states = np.vstack([states, after])
    steps = np.count_nonzero(~ends[states].all(axis=1))
    return states[: steps + 1], actions[:steps]


def _ends(tables):
    """Tell where an episode ends."""
    return np.sum(tables, axis=(0, 2)) == 0


def _ladder(tables, policy, ends):
    """Put the cumulated shares of all actions and steps of all states upon one another.

    Those of state s lie between s and s + 1, so that one search finds both.
    """
    joint = np.einsum("nsa,as->san", tables, policy)
    joint[ends, 0, ends] = 1
    shares = np.cumsum(joint.reshape(len(joint), -1), axis=1)
    shares /= shares[:, -1:]
    return (shares + np.arange(len(shares))[:, np.newaxis]).ravel()


def first_visits(states, actions):
    """Mark where an episode takes an action in a state for the first time.

    Parameters
    ----------
    states, actions : array_like of int, shape (T, ...)
        In order of time; further axes are other episodes.

    Returns
    -------
    ndarray of bool, shape (T, ...)

    Examples
    --------
    >>> first_visits([5, 6, 5, 5], [1, 3, 1, 2]).tolist()
    [True, True, False, True]
    """
    pairs = np.asarray(actions) * (1 + np.max(states)) + states
    flat = pairs.reshape(len(pairs), -1)
    keys = flat + (1 + flat.max()) * np.arange(flat.shape[1])
    marks = np.zeros(keys.size, dtype=bool)
    marks[np.unique(keys, return_index=True)[1]] = True
    return marks.reshape(pairs.shape)


def tally(states, actions, returns, shape=(4, 16)):
    """Sum up the returns after each action in each state, and count them.

    Parameters
    ----------
    states, actions : array_like of int, shape (...)
        Visits.
    returns : array_like, shape (...)
        From each of them on.
    shape : (int, int)
        Numbers of actions and states.

    Returns
    -------
    sums, counts : ndarray, shape (A, S)

    Examples
    --------
    >>> sums, counts = tally([0, 1, 0], [0, 0, 0], [2.0, 5.0, 4.0], shape=(1, 2))
    >>> sums.tolist(), counts.tolist()
    ([[6.0, 5.0]], [[2, 1]])
    """
    pairs = np.ravel(np.asarray(actions) * shape[1] + states).astype(np.intp)
    size = shape[0] * shape[1]
    sums = np.bincount(pairs, np.ravel(returns), size)
    return sums.reshape(shape), np.bincount(pairs, minlength=size).reshape(shape)


def mean_returns(states, actions, returns, shape=(4, 16)):
    """Estimate action values by the mean return after each visit.

    Parameters
    ----------
    states, actions, returns, shape
        As in `tally`.

    Returns
    -------
    ndarray, shape (A, S)
        Zero where there was no visit.

    Examples
    --------
    >>> mean_returns([0, 1, 0], [0, 0, 0], [2.0, 5.0, 4.0], shape=(1, 3)).tolist()
    [[3.0, 5.0, 0.0]]
    """
    sums, counts = tally(states, actions, returns, shape)
    return sums / np.maximum(counts, 1)


def update_policy(episodes, gamma, shape=(4, 16)):
    """Take the action that has paid most, after some episodes.

    Parameters
    ----------
    episodes : sequence of (states, rewards, actions)
        With T + 1 states, T rewards and T actions.
    gamma : float
        Discount factor.
    shape : (int, int)
        Numbers of actions and states.

    Returns
    -------
    policy : ndarray of int, shape (S,)
    values : ndarray, shape (A, S)
        Means over all visits; zero where there was none.

    Notes
    -----
    UDL eq. 19.13.

    Examples
    --------
    >>> policy, values = update_policy([([0, 1], [3.0], [1])], 0.9, shape=(2, 2))
    >>> policy.tolist(), values.tolist()
    ([1, 0], [[0.0, 0.0], [3.0, 0.0]])
    """
    states = np.concatenate([states[:-1] for states, _, _ in episodes])
    actions = np.concatenate([actions for _, _, actions in episodes])
    returns = np.concatenate([all_returns(paid, gamma) for _, paid, _ in episodes])
    values = mean_returns(states, actions, returns, shape)
    return values.argmax(axis=0), values


def paid(states, rewards, ends):
    """Give what each step pays: the reward of the state entered, nothing after the end.

    Parameters
    ----------
    states : ndarray of int, shape (T + 1, ...)
        From `play`.
    rewards : array_like, shape (S,)
        By state.
    ends : sequence of int
        Where episodes end.

    Returns
    -------
    ndarray, shape (T, ...)

    Examples
    --------
    >>> paid(np.array([0, 1, 2, 2]), [0.0, -1.0, 4.0], [2]).tolist()
    [-1.0, 4.0, 0.0]
    """
    going = np.ones(len(rewards))
    going[list(ends)] = 0
    return going[states[:-1]] * np.asarray(rewards)[states[1:]]


def control(policy, rewards, tables, gamma, rng, *, updates, rollouts=100, epsilon=0.2,
            memory=0.0, exploring=False):  # fmt: skip
    """Learn a policy from episodes: play some, average their returns, be greedy.

    Parameters
    ----------
    policy : array_like of int, shape (S,)
        Where to begin.
    rewards, tables, gamma
        As in `udl.decisions.dynamic_programming`, but rewards are paid on arrival.
    rng : numpy.random.Generator
        Draws the starts, among all states that are no end, and plays.
    updates, rollouts : int
        How often the policy changes, and after how many episodes each time.
    epsilon : float
        Share of the other actions.
    memory : float
        What earlier episodes weigh after each update; 0 forgets them, 1 keeps them.
    exploring : bool
        Whether the first action of an episode is any of all (exploring starts).

    Returns
    -------
    policies : ndarray of int, shape (updates + 1, S)
    values : ndarray, shape (A, S)
        The last estimates.

    Examples
    --------
    >>> tables = np.zeros((2, 2, 2))
    >>> tables[0, 0, 0] = tables[1, 0, 1] = 1  # stay, or go to where it ends
    >>> rng = np.random.default_rng(0)
    >>> control([0, 0], [0, 1], tables, 0.9, rng, updates=1, epsilon=0.5)[0].tolist()
    [[0, 0], [1, 0]]
    """
    ends = np.flatnonzero(_ends(tables))
    squares = np.setdiff1d(np.arange(len(tables)), ends)
    shape = np.shape(tables)[:0:-1]
    sums, counts, policies = np.zeros(shape), np.zeros(shape), [np.asarray(policy)]
    any_action = np.full(shape, 1 / shape[0]) if exploring else None
    for _ in range(updates):
        soft = epsilon_greedy(policies[-1], epsilon, shape[0])
        starts = squares[rng.integers(len(squares), size=rollouts)]
        states, actions = play(starts, tables, soft, rng, any_action)
        returns = all_returns(paid(states, rewards, ends), gamma)
        new_sums, new_counts = tally(states[:-1], actions, returns, shape)
        sums, counts = memory * sums + new_sums, memory * counts + new_counts
        values = sums / np.where(counts > 0, counts, 1)
        policies.append(values.argmax(axis=0))
    return np.array(policies), values


def off_policy_value(states, actions, returns, target, behavior):
    """Estimate what one policy would earn from episodes of another.

    Parameters
    ----------
    states, actions : array_like of int, shape (T, N)
        Of N episodes.
    returns : array_like, shape (N,)
        Of each whole episode.
    target, behavior : array_like, shape (A, S)
        Probabilities of the policy in question, and of the one that played.

    Returns
    -------
    float

    Examples
    --------
    >>> half, sure = [[0.5], [0.5]], [[1.0], [0.0]]
    >>> off_policy_value([[0, 0]], [[0, 1]], [3.0, 7.0], sure, half)
    3.0
    """
    ratios = np.asarray(target) / np.asarray(behavior)
    weights = np.prod(ratios[np.asarray(actions), np.asarray(states)], axis=0)
    return float(np.mean(weights * returns))
