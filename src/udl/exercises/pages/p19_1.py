"""Exercises and questions of page 19.1, markov decision processes."""

from udl.exercises.declare import case, exercise, mistake


def _markov_process_step(state, transition_probabilities):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.1.1",
    title="TODO: markov_process_step",
    stub="def markov_process_step(state, transition_probabilities):\n    ...  # your code\n",
    reference=_markov_process_step,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_markov_process_step, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _markov_reward_process_step(state, transition_probabilities, reward_structure):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.1.2",
    title="TODO: markov_reward_process_step",
    stub="def markov_reward_process_step(state, transition_probabilities, reward_structure):\n    ...  # your code\n",
    reference=_markov_reward_process_step,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_markov_reward_process_step, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _calculate_return(rewards, gamma):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.1.3",
    title="TODO: calculate_return",
    stub="def calculate_return(rewards, gamma):\n    ...  # your code\n",
    reference=_calculate_return,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_calculate_return, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _markov_decision_process_step_deterministic(state, transition_probabilities_given_action, reward_structure, policy):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.1.4",
    title="TODO: markov_decision_process_step_deterministic",
    stub="def markov_decision_process_step_deterministic(state, transition_probabilities_given_action, reward_structure, policy):\n    ...  # your code\n",
    reference=_markov_decision_process_step_deterministic,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_markov_decision_process_step_deterministic, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)


def _markov_decision_process_step_stochastic(state, transition_probabilities_given_action, reward_structure, stochastic_policy):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "19.1.5",
    title="TODO: markov_decision_process_step_stochastic",
    stub="def markov_decision_process_step_stochastic(state, transition_probabilities_given_action, reward_structure, stochastic_policy):\n    ...  # your code\n",
    reference=_markov_decision_process_step_stochastic,
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_markov_decision_process_step_stochastic, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
