"""Page 16.3: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.verifies("res-16-3-bound")
def test_the_bound_holds_and_is_reached_by_lines(claim):
    for beta in (0.3, 0.7, 0.95):
        z, path = -2.0, []
        for _ in range(30):
            path.append(z)
            z = beta * z + 1
        k = np.arange(30)
        bound = beta**k / (1 - beta) * abs(path[1] - path[0])
        star = 1 / (1 - beta)
        assert_allclose(claim(bound), star - np.array(path), rtol=1e-9, atol=1e-13)
    for seed in range(20):  # and no contraction is worse than a line
        rng = np.random.default_rng(seed)
        a, b, c = *rng.uniform(-0.4, 0.4, 2), rng.uniform(1, 5)
        z, path = rng.normal(), []
        for _ in range(400):
            path.append(z)
            z = a * z + b / c * np.sin(c * z) + 1
        beta, k = abs(a) + abs(b), np.arange(40)
        bound = beta**k / (1 - beta) * abs(path[1] - path[0])
        assert np.all(np.abs(np.array(path[:40]) - path[-1]) <= bound + 1e-12)


@pytest.mark.verifies("res-16-3-series")
def test_traces_of_powers_sum_to_the_log_determinant(claim):
    for seed in range(10):
        J = np.random.default_rng(seed).normal(size=(4, 4))
        J *= 0.6 / np.linalg.norm(J, 2)
        powers = (np.linalg.matrix_power(J, k) for k in range(1, 80))
        series = sum(
            (-1.0) ** (k - 1) / k * np.trace(power) for k, power in enumerate(powers, 1)
        )
        determinant = np.linalg.slogdet(np.eye(4) + J)[1]
        assert_allclose(claim(series), determinant, rtol=1e-9)
