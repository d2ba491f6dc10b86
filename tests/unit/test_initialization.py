"""Initialization against samples, loops over layers and quadrature."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.integrate import quad
from scipy.stats import norm

from udl.gradients.initialization import (
    he_variance,
    he_weights,
    random_parameters,
    relu_moments,
)
from udl.gradients.mean_squares import (
    mean_squares_forward,
    measure,
    predict_backward,
    predict_forward,
)

WIDTHS, VARIANCES = [2, 5, 3, 4, 2], [0.7, 0.3, 0.5, 0.9]


def test_moments_are_those_of_an_integral():
    for variance in (0.3, 2.0):
        density = norm(0, np.sqrt(variance)).pdf
        first, second = (
            quad(lambda f, p=p, pdf=density: f**p * pdf(f), 0, np.inf)[0]
            for p in (1, 2)
        )
        assert_allclose(relu_moments(variance), [first, second, second - first**2])


def test_he_variance():
    assert_allclose(he_variance(50), 0.04)


def test_he_weights_have_the_variance_of_their_fan_in():
    z = np.random.default_rng(0).normal(size=(300, 200))
    assert_allclose(np.var(he_weights(z)), 2 / 200, rtol=0.02)


def test_parameters_are_drawn_first_last_between():
    ours = np.random.RandomState(3)
    betas, omegas = random_parameters(WIDTHS, VARIANCES, ours)
    theirs = np.random.RandomState(3)
    for k in (0, 3, 1, 2):
        drawn = theirs.normal(size=(WIDTHS[k + 1], WIDTHS[k])) * VARIANCES[k] ** 0.5
        assert_allclose(omegas[k], drawn)
    assert [beta.tolist() for beta in betas] == [[0.0] * d for d in WIDTHS[1:]]


def test_forward_sizes_are_those_of_loops():
    rng = np.random.default_rng(0)
    omegas = [rng.normal(size=(4, 2)), rng.normal(size=(3, 4))]
    x = rng.normal(size=(2, 6))
    squares = [[], []]
    for example in x.T:
        h = list(example)
        for layer, omega in zip(squares, omegas, strict=True):
            h = [max(0.0, sum(w * v for w, v in zip(r, h, strict=True))) for r in omega]
            layer += [v * v for v in h]
    expected = [sum(layer) / len(layer) for layer in squares]
    assert_allclose(mean_squares_forward(x, omegas), expected)


def test_predictions_are_the_averages_over_many_networks():
    rng, widths = np.random.default_rng(0), [2, 12, 9, 15, 2]
    both = np.mean([measure(widths, VARIANCES, rng, 3) for _ in range(9000)], axis=0)
    assert_allclose(both[0], predict_forward(widths, VARIANCES), rtol=0.03)
    assert_allclose(both[1], predict_backward(widths, VARIANCES), rtol=0.03)


def test_predictions_by_hand_and_scaled():
    assert_allclose(
        predict_forward(WIDTHS, VARIANCES, 2.0),
        2 * np.cumprod([2 * 0.7, 5 * 0.3 / 2, 3 * 0.5 / 2, 4 * 0.9 / 2]),
    )
    last = 2 * 0.9 / 2
    middle = last * 4 * 0.5 / 2
    first = middle * 3 * 0.3 / 2
    assert_allclose(
        predict_backward(WIDTHS, VARIANCES, 3.0), [3 * first, 3 * middle, 3 * last, 3]
    )
    assert_allclose(predict_forward([1, 4, 4, 1], 0.5), [0.5, 0.5, 0.5])


def test_measured_derivatives_are_finite_differences_of_the_output():
    widths, rng = [1, 6, 5, 1], np.random.default_rng(4)
    _, backward = measure(widths, 0.4, rng, 3)
    again = np.random.default_rng(4)
    _, (first, second, last) = random_parameters(widths, 0.4, again)
    x = again.normal(size=(1, 3))

    def output(change):
        f = first @ x + change
        return last @ np.maximum(second @ np.maximum(f, 0), 0)

    eps, squares = 1e-6, []
    for unit in np.eye(6):
        change = eps * unit[:, np.newaxis]
        squares.append((output(change) - output(-change)) ** 2 / (4 * eps**2))
    assert_allclose(backward[0], np.mean(squares), rtol=1e-6)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: he_weights([1.0, 2.0]), "D_out"),
        (lambda: predict_forward([1, 2], 1.0), "three"),
        (lambda: predict_backward([1, 2, 3], [1.0]), "variances"),
        (lambda: random_parameters([[1, 2, 3]], 1.0, None), "widths"),
    ],
)
def test_nonsense_is_refused(call, message):
    with pytest.raises(ValueError, match=message):
        call()


def test_biases_are_drawn_without_a_change_to_the_outer_weights():
    plain, drawn = (
        random_parameters([1, 4, 4, 2], 0.5, np.random.default_rng(0), biases)
        for biases in (None, [1, 0, 4])
    )
    for k in (0, 2):
        assert_allclose(plain[1][k], drawn[1][k])
    assert [np.any(beta) for beta in drawn[0]] == [True, False, True]
    betas = [
        random_parameters([1, 50, 1], 1, np.random.default_rng(seed), [4, 1])[0][0]
        for seed in range(40)
    ]
    assert abs(np.var(betas) - 4) < 0.5
