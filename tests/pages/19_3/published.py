"""Right answers to page 19.3, as a reader of its published notebook would have them.

Names, arguments and what is called are the notebook's; the bodies are our own.
"""

import numpy as np


def deterministic_policy_to_epsilon_greedy(policy, epsilon=0.2):
    stochastic_policy = np.full((4, len(policy)), epsilon / 3)
    for state in range(len(policy)):
        stochastic_policy[policy[state], state] = 1 - epsilon
    return stochastic_policy


def update_policy_mc(
    initial_state,
    transition_probabilities_given_action,
    reward_structure,
    terminal_states,
    stochastic_policy,
    gamma,
    n_rollouts=1,
):
    n_state = transition_probabilities_given_action.shape[0]
    n_action = transition_probabilities_given_action.shape[2]
    totals = np.zeros((n_action, n_state))
    visits = np.zeros((n_action, n_state))
    for _ in range(n_rollouts):
        start = np.random.randint(0, 15)  # noqa: NPY002
        states, rewards, actions = get_one_episode(  # noqa: F821
            start,
            transition_probabilities_given_action,
            reward_structure,
            terminal_states,
            stochastic_policy,
        )
        returns = calculate_returns(rewards, gamma)  # noqa: F821
        for t in range(len(actions)):
            totals[actions[t], states[t]] += returns[t]
            visits[actions[t], states[t]] += 1
    state_action_values = totals / (visits + 1e-5)
    policy = np.argmax(state_action_values, axis=0)
    return policy, state_action_values
