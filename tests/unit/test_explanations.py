"""Explanations, against models whose answer is known and sums by hand."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import minimize

from udl.society import explanations

RNG = np.random.default_rng(0)
X = RNG.normal(size=(3, 20))
Y = RNG.normal(size=20)


def mixed(X):
    return X[0] * X[1] - X[2] ** 2


def test_a_curve_asks_about_one_input_and_leaves_the_person_alone():
    x = np.array([2.0, 3.0, 1.0])
    for k in range(3):
        found = explanations.ice_curve(mixed, x, k, [0.0, 1.0, 5.0])
        for value, there in zip([0.0, 1.0, 5.0], found, strict=True):
            person = [value if d == k else x[d] for d in range(3)]
            assert there == person[0] * person[1] - person[2] ** 2
    assert x.tolist() == [2, 3, 1]


def test_a_slice_has_the_second_input_upward():
    values = np.array([0.0, 1.0, 3.0])
    found = explanations.slice_scores(mixed, [9.0, 2.0, 9.0], (0, 2), values)
    for i, up in enumerate(values):
        for j, across in enumerate(values):
            assert found[i, j] == 2 * across - up**2


def test_neighbors_fill_a_cube_around_the_person():
    samples = explanations.neighbors([1.0, -2.0], RNG.random((2, 4000)), 0.3)
    low, high = samples.min(axis=1), samples.max(axis=1)
    assert_allclose(low, [0.7, -2.3], atol=0.002)
    assert_allclose(high, [1.3, -1.7], atol=0.002)
    assert abs(np.corrcoef(samples)[0, 1]) < 0.06


@pytest.mark.parametrize("weights", [None, RNG.random(20)])
def test_no_other_plane_has_a_smaller_sum(weights):
    counted = np.ones(20) if weights is None else weights

    def total(p):
        return sum(
            w * (y - p[0] - p[1:] @ x) ** 2
            for w, y, x in zip(counted, Y, X.T, strict=True)
        )

    found = minimize(total, np.zeros(4), tol=1e-12).x
    beta, phi = explanations.fit_plane(X, Y, weights)
    assert_allclose([beta, *phi], found, atol=1e-6)


def test_a_plane_is_explained_exactly():
    def plane(X):
        return 2 + 3 * X[0] - X[1]

    beta, phi = explanations.lime(plane, [5.0, 6.0], RNG.random((2, 9)), 0.2)
    assert_allclose([beta, *phi], [2, 3, -1])


def test_a_negative_weight_is_refused():
    with pytest.raises(ValueError, match="weights should not be negative; one is -1"):
        explanations.fit_plane(X, Y, np.r_[-1, np.ones(19)])


def test_a_score_that_is_no_number_is_refused():
    with pytest.raises(ValueError, match="should be finite"):
        explanations.fit_plane(X, np.r_[np.nan, Y[1:]])
