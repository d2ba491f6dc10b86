"""Right answers to the exercises of page 19.1, written as different readers would."""

import functools

import numpy as np


def step_by_loop(state, table, u):
    total = 0.0
    for new in range(len(table)):
        total += table[new][state]
        if u < total:
            return new
    return len(table) - 1


def step_by_search(state, table, u):
    return int(np.searchsorted(np.cumsum(table, axis=0)[:, state], u, side="right"))


def step_by_count(state, table, u):
    return sum(np.cumsum(table[:, state]) <= u)


def paid_by_loop(state, table, rewards, u):
    new = step_by_loop(state, table, u)
    return [new, float(rewards[new])]


def paid_by_one_hot(state, table, rewards, u):
    new = step_by_search(state, table, u)
    return new, np.eye(len(table))[new] @ rewards


def return_by_loop(rewards, gamma):
    total, factor = 0.0, 1.0
    for reward in rewards:
        total += factor * float(reward)
        factor *= gamma
    return total


def return_by_recursion(rewards, gamma):
    if len(rewards) == 0:
        return 0.0
    return float(rewards[0]) + gamma * return_by_recursion(rewards[1:], gamma)


def return_by_polynomial(rewards, gamma):
    return np.polyval(np.array(rewards, dtype=float)[::-1], gamma)


def returns_one_by_one(rewards, gamma):
    return [return_by_loop(rewards[t:], gamma) for t in range(len(rewards))]


def returns_with_floats(rewards, gamma):
    made = np.zeros_like(rewards, dtype=float)
    later = 0
    for t in range(len(rewards) - 1, -1, -1):
        later = made[t] = rewards[t] + gamma * later
    return made


def steps_without_the_goal(table, goal):
    others = [s for s in range(len(table)) if s != goal]
    inside = table[others][:, others].T
    steps = np.linalg.inv(np.eye(len(others)) - inside).sum(axis=1)
    return np.insert(steps, goal, 0.0)


def steps_by_iteration(table, goal):
    steps = np.zeros(len(table))
    for _ in range(5_000):
        steps = 1 + steps @ table
        steps[goal] = 0
    return steps


def decision_by_slices(state, tables, rewards, policy, u):
    return paid_by_loop(state, tables[..., policy[state]], rewards, u)


def decision_by_search(state, tables, rewards, policy, u):
    new = step_by_search(state, tables[:, :, int(policy[state])], u)
    return new, rewards[new]


def policy_step_by_loops(state, tables, rewards, policy, u):
    first, second = u
    action = step_by_loop(state, policy, first)
    new = step_by_loop(state, tables[:, :, action], second)
    return new, rewards[new], action


def policy_step_by_counts(state, tables, rewards, policy, u):
    action = int(np.sum(np.cumsum(policy[:, state]) <= u[0]))
    new = int(np.sum(np.cumsum(tables[:, state, action]) <= u[1]))
    return [new, rewards[new], action]


def chain_by_einsum(tables, policy):
    return np.einsum("nsa,as->ns", tables, policy)


def chain_by_broadcasting(tables, policy):
    return (tables * policy.T).sum(axis=-1)


def chain_by_columns(tables, policy):
    columns = [tables[:, s] @ policy[:, s] for s in range(policy.shape[1])]
    return functools.reduce(lambda a, b: np.column_stack([a, b]), columns)


def four_better_arrows():
    return np.array([[2, 2, 1, 2], [2, 1, 1, 2], [1, 1, 1, 2], [1, 1, 1, 1]])


def toward_the_corner():
    return [1, 1, 2, 2, 2, 1, 1, 2, 1, 1, 1, 2, 1, 1, 1, 0]


RIGHT = {
    "19.1.2": [step_by_loop, step_by_search, step_by_count],
    "19.1.4": [paid_by_loop, paid_by_one_hot],
    "19.1.6": [return_by_loop, return_by_recursion, return_by_polynomial],
    "19.1.7": [returns_one_by_one, returns_with_floats],
    "19.1.9": [steps_without_the_goal, steps_by_iteration],
    "19.1.10": [decision_by_slices, decision_by_search],
    "19.1.11": [policy_step_by_loops, policy_step_by_counts],
    "19.1.12": [chain_by_einsum, chain_by_broadcasting, chain_by_columns],
    "19.1.13": [four_better_arrows, toward_the_corner],
}
