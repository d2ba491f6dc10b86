"""Right answers to page 19.2, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook, as is the end in square 15;
the bodies are our own.
"""

import numpy as np


def policy_evaluation(
    policy, state_values, rewards, transition_probabilities_given_action, gamma
):
    state_values_new = np.zeros_like(state_values)
    for state in range(len(state_values)):
        if state == 15:
            state_values_new[state] = 3.0
            break
        column = transition_probabilities_given_action[:, state, policy[state]]
        state_values_new[state] = rewards[state] + gamma * np.sum(column * state_values)
    return state_values_new


def policy_improvement(
    state_values, rewards, transition_probabilities_given_action, gamma
):
    policy = np.zeros_like(state_values, dtype=np.uint8)
    for state in range(15):
        worth = np.zeros(4)
        for action in range(4):
            column = transition_probabilities_given_action[:, state, action]
            worth[action] = rewards[state] + gamma * np.dot(column, state_values)
        policy[state] = np.argmax(worth)
    return policy
