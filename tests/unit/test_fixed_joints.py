"""Networks with fixed joints, against loops, scipy and the published values."""

import numpy as np
import pytest
from scipy.optimize import least_squares

from udl.datasets.noisy_curve import PUBLISHED_PI, curve, noisy_examples
from udl.generalization.fixed_joints import fit_outputs, hidden_units, predict
from udl.networks.shallow import shallow_network


def legacy():
    return np.random.RandomState(1)


def test_data_are_drawn_as_the_published_loop_draws_them():
    x, y = noisy_examples(15, 0.3, legacy(), (2,), PUBLISHED_PI)
    rng = legacy()
    for dataset in range(2):
        for i in range(15):
            assert x[dataset, i] == rng.uniform(i / 15, i / 15 + 1 / 15, 1)[0]
        for i in range(15):
            noise = rng.normal(0, 0.3, 1)[0]
            height = np.exp(np.sin(2 * 3.1413 * x[dataset, i]))
            assert y[dataset, i] == pytest.approx(height + noise, rel=1e-12)


def test_a_network_with_fixed_joints_is_a_shallow_network():
    rng = np.random.default_rng(0)
    omega, x = rng.normal(size=3), np.linspace(0, 1, 21)
    expected = shallow_network(x, -np.arange(3) / 3, np.ones(3), 0.4, omega)
    np.testing.assert_allclose(predict(x, 0.4, omega), expected, atol=1e-14)


@pytest.mark.parametrize("ridge", [0.0, 1e-3, 0.5, [0.1, 0.2, 0.3, 0.4, 0.5, 0.0]])
def test_the_fit_is_what_a_minimizer_finds(ridge):
    x, y = noisy_examples(15, 0.3, np.random.default_rng(2))

    def residuals(phi):
        return [
            *(predict(x, phi[0], phi[1:]) - y),
            *(np.sqrt(ridge) * np.roll(phi, -1)),
        ]

    expected = least_squares(residuals, np.zeros(6), xtol=1e-14, ftol=1e-14).x
    beta, omega = fit_outputs(x, y, 5, ridge)
    np.testing.assert_allclose([beta, *omega], expected, atol=1e-5)


def test_families_are_fitted_as_their_members():
    x, y = noisy_examples(15, 0.3, np.random.default_rng(3), (4, 2))
    for ridge in (0.0, 0.1):
        beta, omega = fit_outputs(x, y, 6, ridge)
        assert beta.shape == (4, 2)
        for index in np.ndindex(4, 2):
            alone = fit_outputs(x[index], y[index], 6, ridge)
            np.testing.assert_allclose(alone[1], omega[index], rtol=1e-7, atol=1e-9)
            curves = predict([0.1, 0.9], beta, omega)
            np.testing.assert_allclose(predict([0.1, 0.9], *alone), curves[index])


def test_with_more_parameters_than_examples_the_shortest_fit_is_returned():
    x, y = noisy_examples(5, 0.3, np.random.default_rng(4))
    beta, omega = fit_outputs(x, y, 20)
    np.testing.assert_allclose(predict(x, beta, omega), y, atol=1e-9)
    h = hidden_units(x, 20).T
    assert np.linalg.matrix_rank(h) == 5
    shortest = np.linalg.lstsq(h, y, rcond=None)[0]
    np.testing.assert_allclose([*omega, beta], shortest, atol=1e-9)


def test_published_values_come_out():
    x, y = noisy_examples(15, 0.3, legacy(), (100,), PUBLISHED_PI)
    grid = np.linspace(0, 1, 100)
    fits = predict(grid, *fit_outputs(x, y, 5))
    bias = np.mean((fits.mean(axis=0) - curve(grid, PUBLISHED_PI)) ** 2)
    assert bias == pytest.approx(0.010947585, rel=1e-7)
    assert np.mean(fits.var(axis=0)) == pytest.approx(0.03386255, rel=1e-7)
    x, y = noisy_examples(15, 0.3, legacy(), pi=PUBLISHED_PI)
    single = predict(grid, *fit_outputs(x, y, 14, ridge=1e-5))
    error = np.mean((single - curve(grid, PUBLISHED_PI)) ** 2)
    assert error == pytest.approx(0.195, abs=5e-4)
