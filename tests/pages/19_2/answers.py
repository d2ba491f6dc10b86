"""Right answers to the exercises of page 19.2, written as different readers would."""

import heapq

import numpy as np


def backup_by_loops(policy, values, rewards, tables, gamma):
    new = []
    for old, action in enumerate(policy):
        following = 0.0
        for there in range(len(values)):
            following += tables[there, old, action] * values[there]
        new.append(rewards[old] + gamma * following)
    return new


def backup_at_once(policy, values, rewards, tables, gamma):
    squares = np.arange(len(values))
    return rewards + gamma * (tables[:, squares, policy].T @ values)


def values_by_columns(policy, rewards, tables, gamma):
    rows = [tables[:, s, a] for s, a in enumerate(policy)]
    return np.linalg.inv(np.eye(len(rows)) - gamma * np.array(rows)) @ rewards


def values_by_many_backups(policy, rewards, tables, gamma):
    values = np.zeros(len(rewards))
    for _ in range(5000):
        values = backup_at_once(policy, values, rewards, tables, gamma)
    return values


def greedy_by_loops(values, rewards, tables, gamma):
    best = []
    for s in range(len(values)):
        worth = [rewards[s] + gamma * tables[:, s, a] @ values
                 for a in range(tables.shape[2])]  # fmt: skip
        best.append(worth.index(max(worth)))
    return best


def greedy_without_rewards(values, rewards, tables, gamma):
    return np.tensordot(values, tables, axes=1).argmax(axis=-1)


def history_of_copies(values, update, n):
    rows, now = [values.copy()], values.copy()
    for _ in range(n):
        new = np.zeros(len(now))
        for s in range(len(now)):
            new[s] = update(now, s)
        now = new
        rows.append(now)
    return np.array(rows)


def history_in_a_table(values, update, n):
    rows = np.zeros((n + 1, len(values)))
    rows[0] = values
    for t in range(n):
        for s in range(len(values)):
            rows[t + 1, s] = update(rows[t], s)
    return rows


def needed_by_while(rewards, tables, gamma, tolerance):
    values, count, bound = np.zeros(len(rewards)), 0, np.inf
    while bound > tolerance:
        new = np.max(rewards[:, None] + gamma * np.tensordot(values, tables, 1), axis=1)
        bound = gamma / (1 - gamma) * np.abs(new - values).max()
        values, count = new, count + 1
    return count


def needed_by_loops(rewards, tables, gamma, tolerance):
    values = [0.0] * len(rewards)
    for count in range(1, 1000):
        new = [
            max(
                rewards[s] + gamma * tables[:, s, a] @ values
                for a in range(tables.shape[2])
            )
            for s in range(len(rewards))
        ]
        change = max(abs(a - b) for a, b in zip(new, values, strict=True))
        values = new
        if change <= tolerance * (1 - gamma) / gamma:
            return count
    return None


def ways_by_dijkstra(costs, goal):
    ways = [np.inf] * len(costs)
    queue = [(0.0, goal)]
    while queue:
        way, place = heapq.heappop(queue)
        if way < ways[place]:
            ways[place] = way
            for old in range(len(costs)):
                if costs[place, old] < np.inf:
                    heapq.heappush(queue, (way + costs[place, old], old))
    return ways


def ways_by_floyd(costs, goal):
    table = np.array(costs, dtype=float)
    for middle in range(len(table)):
        table = np.minimum(table, table[:, [middle]] + table[[middle]])
    return np.where(np.arange(len(table)) == goal, 0, table[goal])


RIGHT = {
    "19.2.2": [backup_by_loops, backup_at_once],
    "19.2.4": [values_by_columns, values_by_many_backups],
    "19.2.6": [greedy_by_loops, greedy_without_rewards],
    "19.2.7": [history_of_copies, history_in_a_table],
    "19.2.8": [needed_by_while, needed_by_loops],
    "19.2.10": [ways_by_dijkstra, ways_by_floyd],
}
