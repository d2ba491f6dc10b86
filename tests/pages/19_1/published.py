"""Right answers to page 19.1, as a reader of its published notebook has them."""

import numpy as np


def markov_process_step(state, transition_probabilities):
    return np.random.choice(  # noqa: NPY002
        a=np.arange(len(transition_probabilities)), p=transition_probabilities[:, state]
    )


def markov_reward_process_step(state, transition_probabilities, reward_structure):
    new_state = np.random.choice(  # noqa: NPY002
        len(transition_probabilities), p=transition_probabilities[:, state]
    )
    reward = reward_structure[new_state]
    return new_state, reward


def calculate_return(rewards, gamma):
    return_val = 0.0
    for i in range(len(rewards)):
        return_val += rewards[i] * np.power(gamma, i)
    return return_val


def markov_decision_process_step_deterministic(
    state, transition_probabilities_given_action, reward_structure, policy
):
    action = policy[state]
    p = transition_probabilities_given_action[:, state, action]
    new_state = np.random.choice(a=np.arange(0, len(p)), p=p)  # noqa: NPY002
    return new_state, reward_structure[new_state]


def markov_decision_process_step_stochastic(
    state, transition_probabilities_given_action, reward_structure, stochastic_policy
):
    action = np.random.choice(  # noqa: NPY002
        np.arange(len(stochastic_policy)), p=stochastic_policy[:, state]
    )
    p = transition_probabilities_given_action[:, state, action]
    new_state = np.random.choice(len(p), 1, p=p)[0]  # noqa: NPY002
    reward = float(reward_structure[new_state, 0])
    return new_state, reward, action
