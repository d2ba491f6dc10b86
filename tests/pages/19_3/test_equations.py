"""Page 19.3: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.verifies("res-19-3-slip")
def test_commands_and_slips_are_counted_case_by_case(claim):
    for alpha, epsilon in ((0.85, 0.2), (0.6, 0.5)):
        total = 0.0
        for command in range(4):  # 0 is the policy's
            given = 1 - epsilon if command == 0 else epsilon / 3
            total += given * (alpha if command == 0 else (1 - alpha) / 3)
        formula = (1 - epsilon) * alpha + epsilon * (1 - alpha) / 3
        assert_allclose(claim(formula), total, rtol=1e-9)


@pytest.mark.verifies("res-19-3-returns")
def test_cumulated_sums_are_the_recursion(claim):
    rewards = np.random.default_rng(0).normal(size=12)
    right, following = [], 0.0
    for reward in rewards[::-1]:
        following = reward + 0.9 * following
        right.append(following)
    power = 0.9 ** np.arange(12)
    formula = [np.sum((power * rewards)[t:]) / power[t] for t in range(12)]
    assert_allclose(claim(np.array(formula)), right[::-1], rtol=1e-9)


@pytest.mark.verifies("res-19-3-every")
def test_mean_of_one_episode_is_summed_over_all_lengths(claim):
    for p in (0.5, 0.75, 0.9):
        odds = [p ** (steps - 1) * (1 - p) for steps in range(1, 800)]
        within = [np.mean(np.arange(1, steps + 1)) for steps in range(1, 800)]
        assert_allclose(claim((1 / (1 - p) + 1) / 2), np.dot(odds, within), rtol=1e-9)
