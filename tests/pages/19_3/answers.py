"""Right answers to the exercises of page 19.3."""

import numpy as np


def soft_by_loops(policy, epsilon):
    table = []
    for action in range(4):
        table.append([1 - epsilon if a == action else epsilon / 3 for a in policy])
    return table


def soft_by_comparison(policy, epsilon):
    obeyed = np.eye(4)[:, policy]
    return (1 - epsilon) * obeyed + epsilon / 3 * (1 - obeyed)


def first_by_comparison(states, actions):
    same = (states[:, None] == states) & (actions[:, None] == actions)
    return ~np.any(np.tril(same, -1), axis=1)


def first_by_table(states, actions):
    seen, marks = np.zeros((100, 100)), []
    for s, a in np.transpose([states, actions]):
        marks.append(seen[s, a] == 0)
        seen[s, a] = 1
    return marks


def means_by_loop(states, actions, returns):
    sums, counts = np.zeros((4, 16)), np.zeros((4, 16))
    for t in range(len(states)):
        sums[actions[t], states[t]] += returns[t]
        counts[actions[t], states[t]] += 1
    return sums / (counts + 1e-5)


def means_by_running(states, actions, returns):
    means, counts = np.zeros((4, 16)), np.zeros((4, 16))
    for t in range(len(states)):
        pair = actions[t], states[t]
        counts[pair] += 1
        means[pair] += (returns[t] - means[pair]) / counts[pair]
    return means


def update_backward(episodes, gamma):
    sums, counts = np.zeros((4, 16)), np.zeros((4, 16))
    for states, rewards, actions in episodes:
        total = 0.0
        for t in range(len(rewards) - 1, -1, -1):
            total = rewards[t] + gamma * total
            sums[actions[t], states[t]] += total
            counts[actions[t], states[t]] += 1
    values = sums / (counts + 1e-5)
    return np.argmax(values, axis=0), values


def update_by_lists(episodes, gamma):
    found = {}
    for states, rewards, actions in episodes:
        for t in range(len(actions)):
            left = rewards[t:]
            total = np.sum(left * gamma ** np.arange(len(left)))
            found.setdefault((actions[t], states[t]), []).append(total)
    values = np.zeros((4, 16))
    for pair, totals in found.items():
        values[pair] = np.mean(totals)
    return [int(np.argmax(values[:, s])) for s in range(16)], values


def off_by_loops(states, actions, returns, target, behavior):
    total = 0.0
    for n in range(len(returns)):
        weight = 1.0
        for t in range(len(states)):
            place = actions[t, n], states[t, n]
            weight *= target[place] / behavior[place]
        total += weight * returns[n]
    return total / len(returns)


def off_by_logarithms(states, actions, returns, target, behavior):
    logs = np.log(target[actions, states]) - np.log(behavior[actions, states])
    return np.exp(logs.sum(axis=0)) @ returns / returns.size


RIGHT = {
    "19.3.2": [soft_by_loops, soft_by_comparison],
    "19.3.5": [first_by_comparison, first_by_table],
    "19.3.6": [means_by_loop, means_by_running],
    "19.3.8": [update_backward, update_by_lists],
    "19.3.9": [off_by_loops, off_by_logarithms],
}
