"""Exercises and questions of page 19.3, monte carlo methods."""

from udl.exercises.declare import case, exercise, mistake


def _deterministic_policy_to_epsilon_greedy(policy, epsilon=0.2):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.3.1",
    title="TODO: deterministic_policy_to_epsilon_greedy",
    stub="def deterministic_policy_to_epsilon_greedy(policy, epsilon=0.2):\n    ...  # your code\n",
    reference=_deterministic_policy_to_epsilon_greedy,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_deterministic_policy_to_epsilon_greedy, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _update_policy_mc(initial_state, transition_probabilities_given_action, reward_structure, terminal_states, stochastic_policy, gamma, n_rollouts=1):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.3.2",
    title="TODO: update_policy_mc",
    stub="def update_policy_mc(initial_state, transition_probabilities_given_action, reward_structure, terminal_states, stochastic_policy, gamma, n_rollouts=1):\n    ...  # your code\n",
    reference=_update_policy_mc,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_update_policy_mc, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
