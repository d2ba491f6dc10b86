"""Page 21.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.verifies("res-21-1-identity")
def test_identity_holds_for_any_decision_about_any_people(claim):
    for seed in range(6):
        rng = np.random.default_rng(seed)
        repays = rng.random(500) < rng.uniform(0.2, 0.8)
        loan = rng.random(500) < np.where(repays, 0.7, 0.4)
        bad = np.mean(~repays[loan])
        rate = np.mean(loan[repays])
        base = np.mean(repays)
        identity = base / (1 - base) * bad / (1 - bad) * rate
        assert_allclose(claim(identity), np.mean(loan[~repays]))


@pytest.mark.verifies("res-21-1-lottery")
def test_lottery_solves_two_linear_equations(claim):
    for seed in range(4):
        f, F, t, T = np.sort(np.random.default_rng(seed).random(4))
        q = (t - f) / (T - F)
        r = (f - q * F) / (1 - q)
        score, chance = np.linalg.solve([[F, 1], [T, 1]], [f, t])
        assert_allclose(claim(np.array([q, r])), [score, chance / (1 - score)])


@pytest.mark.verifies("res-21-1-balance")
def test_mean_scores_of_both_kinds_fix_the_base_rate(claim):
    for seed in range(4):
        rng = np.random.default_rng(seed)
        chance = rng.integers(1, 10, 40) / 10
        number = 10 * rng.integers(1, 20, 40)  # people with this score
        repays = np.concatenate(
            [np.arange(n) < round(n * c) for n, c in zip(number, chance, strict=True)]
        )
        score = np.repeat(chance, number)
        a, b = score[repays].mean(), score[~repays].mean()
        assert_allclose(claim(b / (1 - a + b)), repays.mean())
