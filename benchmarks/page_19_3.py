"""Page 19.3's updates of a policy, all episodes at once and step by step.

The published notebook makes 2000 updates of 100 episodes, in 21 minutes; a race has 4.
"""

import numpy as np

from benchmarks.race import Race
from udl.decisions import grid
from udl.decisions.monte_carlo import BLOCK, control, epsilon_greedy
from udl.decisions.policies import decide

GAMMA, EPSILON, UPDATES, ROLLOUTS, END = 0.9, 0.2, 4, 100, 15
START = [2, 1, 3, 0, 2, 1, 3, 2, 0, 2, 1, 1, 3, 1, 1, 2]
REWARDS = np.zeros(16)
REWARDS[[9, 10, 14]], REWARDS[END] = -2, 3
TABLES = grid.slippery(4, 4)
TABLES[:, END] = 0


def step(state, soft, draw):
    """Make a step as page 19.1 does: one number for the action, one for the slip.

    The first leaves a rest, how far it lies within the action's share. That is uniform
    as well, and serves as the second.
    """
    odds = soft[:, state]
    upper = np.cumsum(odds)
    action = int(np.sum(upper <= draw))
    rest = (draw - upper[action]) / odds[action] + 1
    return decide(state, TABLES, soft, (draw, rest))


def episodes_by_loop(starts, policy, rng):
    """Play in blocks of steps, as control does: so both use the same numbers."""
    soft = epsilon_greedy(policy, EPSILON)
    states, actions = [[start] for start in starts], [[] for _ in starts]
    playing = list(range(len(starts)))
    while playing:
        draws = rng.random((BLOCK, len(playing)))
        for column, n in enumerate(playing):
            for t in range(BLOCK):
                if states[n][-1] == END:
                    break
                new, action = step(states[n][-1], soft, draws[t, column])
                states[n].append(new)
                actions[n].append(action)
        playing = [n for n in playing if states[n][-1] != END]
    return zip(states, actions, strict=True)


def control_by_loop(rng, memory=0.0, updates=UPDATES, rollouts=ROLLOUTS):
    policies, sums, counts = [START], np.zeros((4, 16)), np.zeros((4, 16))
    for _ in range(updates):
        starts = [int(start) for start in rng.integers(15, size=rollouts)]
        sums, counts = memory * sums, memory * counts
        for states, actions in episodes_by_loop(starts, policies[-1], rng):
            for t in range(len(actions)):
                total = 0.0
                for k in range(t, len(actions)):
                    total += GAMMA ** (k - t) * REWARDS[states[k + 1]]
                sums[actions[t], states[t]] += total
                counts[actions[t], states[t]] += 1
        values = sums / np.where(counts > 0, counts, 1)
        policies.append([int(best) for best in values.argmax(axis=0)])
    return np.array(policies), values


def control_at_once():
    return control(START, REWARDS, TABLES, GAMMA, np.random.default_rng(0),
                   updates=UPDATES, rollouts=ROLLOUTS)[1]  # fmt: skip


def races():
    return [
        Race(
            "19.3 4 updates of 100 episodes",
            lambda: control_by_loop(np.random.default_rng(0))[1],
            control_at_once,
            1e-9,
        ),
    ]
