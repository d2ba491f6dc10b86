"""The way back of a diffusion, against Bayes' rule on grids and against draws."""

from types import SimpleNamespace

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy import stats

from udl.generative.diffusion import reverse
from udl.generative.diffusion.encoder import diffused
from udl.generative.diffusion.lookup_table import LookupTable
from udl.generative.normal_mixture import (
    FOUR_NORMALS,
    Mixture,
    density,
    distance,
    draw,
    moments,
)

BETA = 0.07
GRID = np.linspace(-9, 9, 9001)


def normalized(heights):
    return heights / (heights.sum() * (GRID[1] - GRID[0]))


@pytest.mark.parametrize("t", [2, 5, 30])
def test_the_posterior_is_bayes_rule_on_a_grid(t):
    x, z = 1.3, -0.4
    kept = (1 - BETA) ** (t - 1)
    before = stats.norm.pdf(GRID, np.sqrt(kept) * x, np.sqrt(1 - kept))
    step = stats.norm.pdf(z, np.sqrt(1 - BETA) * GRID, np.sqrt(BETA))
    mean, std = reverse.posterior(x, z, t, BETA)
    assert_allclose(
        stats.norm.pdf(GRID, mean, std), normalized(before * step), atol=1e-9
    )


def test_before_the_first_step_there_is_only_the_data():
    mean, std = reverse.posterior(np.array([1.0, -2.0]), np.array([5.0, 5.0]), 1, BETA)
    assert_allclose(mean, [1, -2])
    assert std == 0


@pytest.mark.parametrize("t", [1, 6, 40])
@pytest.mark.parametrize("z", [-1.9, 0.0, 1.2])
def test_the_data_of_a_value_are_bayes_rule_on_a_grid(t, z):
    kept = (1 - BETA) ** t
    told = stats.norm.pdf(z, np.sqrt(kept) * GRID, np.sqrt(1 - kept))
    exact = normalized(density(FOUR_NORMALS, GRID) * told)
    given = reverse.data_given(FOUR_NORMALS, z, t, BETA)
    assert_allclose(density(given, GRID), exact, atol=1e-6)
    mean = np.sum(GRID * exact) * (GRID[1] - GRID[0])
    assert_allclose(moments(given)[0], mean, atol=1e-6)


@pytest.mark.parametrize("t", [1, 6, 40])
@pytest.mark.parametrize("z", [-1.9, 0.3])
def test_the_value_before_is_bayes_rule_on_a_grid(t, z):
    told = stats.norm.pdf(z, np.sqrt(1 - BETA) * GRID, np.sqrt(BETA))
    before = density(diffused(FOUR_NORMALS, t - 1, BETA), GRID)
    given = reverse.before_given(FOUR_NORMALS, z, t, BETA)
    assert_allclose(density(given, GRID), normalized(told * before), atol=1e-6)


def test_many_values_have_a_mixture_each():
    z = np.array([-1.9, 0.0, 1.2])
    together = reverse.data_given(FOUR_NORMALS, z, 5, BETA)
    assert together.weights.shape == together.deviations.shape == (3, 4)
    for n in range(3):
        alone = reverse.data_given(FOUR_NORMALS, z[n], 5, BETA)
        assert_allclose([array[n] for array in together], alone)
    assert_allclose(
        moments(together)[1],
        [moments(Mixture(*(a[n] for a in together)))[1] for n in range(3)],
    )


def test_pairs_are_two_values_of_one_path():
    rng = np.random.default_rng(3)
    before, now = reverse.training_pairs(draw(FOUR_NORMALS, 100_000, rng), 9, BETA, rng)
    noise = now - np.sqrt(1 - BETA) * before
    assert_allclose(noise.std(), np.sqrt(BETA), rtol=0.01)
    assert abs(np.corrcoef(noise, before)[0, 1]) < 0.01
    for values, t in ((before, 8), (now, 9)):
        assert distance(diffused(FOUR_NORMALS, t, BETA), values) < 0.012


def test_a_table_is_scipys_binned_mean():
    rng = np.random.default_rng(0)
    z = rng.uniform(-1, 1, 500)
    target = z**2 + rng.normal(size=500)
    table = LookupTable(-1, 1, 40).fit(z, target)
    expected, _, place = stats.binned_statistic(z, target, "mean", 40, (-1, 1))
    assert_allclose(table.means, expected)
    assert_allclose(table.predict(z), expected[place - 1])


def test_an_empty_bin_lies_between_its_neighbors():
    table = LookupTable(0, 5, 5).fit([1.5, 4.5], [2.0, 8.0])
    assert_allclose(table.means, [2, 2, 4, 6, 8])
    assert_allclose(table.predict([-3, 9]), [2, 8])


def test_a_walk_back_is_a_loop_over_steps_and_values():
    rng = np.random.default_rng(1)
    noise = rng.standard_normal((5, 3))
    slopes = [0.5, 0.9, -0.3, 1.2]
    models = [SimpleNamespace(predict=lambda z, a=a: a * z + 1) for a in slopes]
    kept = noise.copy()
    walk = reverse.sample(models, 0.2, noise)
    for n in range(3):
        z = noise[4, n]
        for t in (4, 3, 2, 1):
            assert_allclose(walk[t, n], z)
            z = slopes[t - 1] * z + 1 + (0.2 * noise[t - 1, n] if t > 1 else 0)
        assert_allclose(walk[0, n], z)
    assert_allclose(noise, kept)


@pytest.mark.parametrize("x", [0, 1])
@pytest.mark.parametrize("z", [0, 1])
def test_the_bit_before_is_a_share_of_all_chains(x, z):
    t, beta = 4, 0.2
    total = np.zeros(2)
    for flips in np.ndindex(2, 2, 2, 2):
        chance = np.prod([beta if flip else 1 - beta for flip in flips])
        if (x + sum(flips)) % 2 == z:
            total[(x + sum(flips[:-1])) % 2] += chance
    expected = total[1] / total.sum()
    assert_allclose(reverse.bit_posterior(x, z, t, beta), expected)


@pytest.mark.parametrize("seed", [0, 1])
def test_the_distance_is_that_of_sorted_values(seed):
    rng = np.random.default_rng(seed)
    values = 0.2 + 1.1 * draw(FOUR_NORMALS, 2000, rng)
    cumulated = np.cumsum(density(FOUR_NORMALS, GRID)) * (GRID[1] - GRID[0])
    exact = np.interp((np.arange(200_000) + 0.5) / 200_000, cumulated, GRID)
    assert_allclose(
        distance(FOUR_NORMALS, values),
        stats.wasserstein_distance(values, exact),
        atol=1e-3,
    )
