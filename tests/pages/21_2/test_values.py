"""Every value of the record of notebook 21.2 is on page 21.2; what it counts is so."""

import numpy as np
import pytest
from numpy.polynomial.legendre import leggauss
from numpy.testing import assert_allclose
from values import expected, reference

from udl.society import black_box, explanations

RECORD = reference("21_2")
READ = {
    name: name
    for name in (
        "you", "nudges", "highest", "where", "curves", "fine", "tops", "maps", "beta",
        "phi", "at_you", "wide", "narrow", "table", "radii", "expected", "needed",
        "soft", "wrong", "along", "lengths", "asked", "mixed", "score", "x",
    )
}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("21.2", READ)


def drawn(seed, samples=100):
    return np.random.default_rng(seed).random((4, samples))


def test_your_score_and_the_plane_are_those_of_the_record(values):
    assert_allclose(values["you"], RECORD["score at x"], atol=5e-9)
    assert_allclose(
        [values["beta"], *values["phi"]],
        RECORD["LIME coefficients (intercept, 4 slopes)"],
        atol=5e-5,
    )
    assert abs(values["at_you"] - values["you"]) > 0.03


def test_the_code_on_the_page_is_the_library(values):
    X = drawn(8)
    assert_allclose(values["score"](X), black_box.score(X), atol=1e-10)


def test_best_single_changes_are_those_of_the_record(values):
    (record,) = expected("21_2").values()
    assert record["agrees"] == "NO"
    for text in ("x2=0.122 gives +2.91", "x0=0 gives +0.59", "x1=0 gives +0.17"):
        assert text in record["got"]
    assert_allclose(values["highest"][:3], [0.59, 0.17, 2.91], atol=0.005)
    assert_allclose(values["where"][:3], [0, 0, 0.122], atol=1e-9)
    assert "never exceeds -1.85" in record["got"]
    assert_allclose(values["highest"][3], -1.85, atol=0.005)
    assert np.argmax(np.abs(values["phi"])) == 0 != np.argmax(values["highest"])


def test_the_curve_of_x_1_has_a_valley_on_the_way_down(values):
    below = values["curves"][1][values["fine"] <= 0.8]
    assert below.min() < 2 * values["you"]


def test_the_nudges_have_the_order_of_the_slopes(values):
    assert np.all(np.sign(values["nudges"]) == [-1, 1, -1, -1])
    assert np.all(np.diff(np.abs(values["nudges"])) < 0)


def test_two_inputs_reach_more_than_one(values):
    tops, highest = values["tops"], values["highest"]
    assert tops[2, 3] > 2 * max(highest[2], highest[3])
    assert tops[2, 3] == max(tops.values())
    assert values["asked"] == 6 * 61 * 61
    assert 100 * 99 // 2 == 4950
    assert all(m.min() < 0 < m.max() for m in values["maps"])


def test_scatter_shrinks_five_times_with_the_radius(values):
    assert_allclose(values["wide"] / values["narrow"], 5, rtol=0.12)
    for seed in (11, 12):
        deviations = [
            np.std(
                [
                    explanations.lime(
                        black_box.score, values["x"], drawn((seed, i)), r
                    ).phi
                    for i in range(150)
                ],
                axis=0,
            )
            for r in (0.05, 0.01)
        ]
        assert_allclose(deviations[0] / deviations[1], 5, rtol=0.25)


def test_steepest_inputs_come_in_the_same_order_in_each_draw(values):
    for seed in range(30):
        phi = explanations.lime(black_box.score, values["x"], drawn(seed), 0.05).phi
        assert np.argsort(-np.abs(phi)).tolist()[:2] == [0, 1]
        assert np.sign(phi).tolist() == [-1, 1, -1, -1]


def test_small_cubes_have_the_derivatives_and_large_ones_do_not(values):
    step, x = 1e-5 * np.eye(4), values["x"][:, None]
    derivatives = (black_box.score(x + step) - black_box.score(x - step)) / 2e-5
    table = np.array(values["table"])
    assert_allclose(table[0, :4], derivatives, atol=0.05)
    assert np.all(np.diff(table[:, 4]) < 0)
    assert table[0, 4] > 0.999
    assert table[-1, 4] < 0.7
    assert np.all(np.abs(table[-1, :4]) < 0.7 * np.abs(derivatives))


def test_the_height_is_off_by_the_mean_curvature(values):
    h, x = 1e-3, values["x"][:, None]
    twice = [
        (black_box.score(x + s) + black_box.score(x - s) - 2 * black_box.score(x))[0]
        for s in h * np.eye(4)[:, :, None]
    ]
    bend = 0.05**2 / 6 * sum(twice) / h**2
    X = explanations.neighbors(values["x"], drawn(5, 20_000), 0.05)
    beta, phi = explanations.fit_plane(X, black_box.score(X))
    assert_allclose(beta + phi @ values["x"] - values["you"], bend, rtol=0.1)


def test_straight_along_the_slopes_is_too_long_for_the_experiment(values):
    assert values["expected"] < 0.14 < values["needed"]
    assert_allclose(values["needed"], 0.16, atol=0.0015)
    rises = np.diff(values["along"][values["lengths"] <= values["needed"]])
    assert np.all(np.diff(rises) < 0)  # smaller and smaller
    way = np.random.default_rng(41).normal(size=(4, 4000))
    near = values["x"][:, None] + 0.135 * way / np.linalg.norm(way, axis=0)
    assert np.max(black_box.score(near)) > 0  # there is a shorter way


def test_weights_make_the_large_cube_a_small_one(values):
    table = np.array(values["table"])[:, :2]
    assert np.all(
        np.abs(values["soft"].phi[:2] - table[1]) < np.abs(table[3] - table[1])
    )
    for seed in (31, 32, 33):
        X = explanations.neighbors(values["x"], drawn(seed, 20_000), 0.2)
        far = np.sum((X - values["x"][:, None]) ** 2, axis=0)
        plane = explanations.fit_plane(
            X, black_box.score(X), np.exp(-0.5 * far / 0.05**2)
        )
        assert_allclose(plane.phi[:2], table[1], atol=1.5)
        assert abs(plane.phi[0] - table[1][0]) < abs(table[3] - table[1])[0]


def test_ten_samples_are_too_few(values):
    assert 0.04 < values["wrong"] < 0.12
    for seed in (21, 22):
        flips = [
            explanations.lime(
                black_box.score, values["x"], drawn((seed, i), 10), 0.05
            ).phi[3] > 0
            for i in range(500)
        ]  # fmt: skip
        assert 0.04 < np.mean(flips) < 0.12


def test_one_number_a_sample_measures_the_sum_of_the_slopes_only(values):
    assert abs(values["mixed"].sum() - values["phi"].sum()) < 1
    assert np.all(np.sign(values["mixed"]) == -1)
    assert np.max(np.abs(values["mixed"] - values["phi"])) > 10


def test_several_inputs_obey_the_same_formula():
    def f(a, b):
        return np.exp(a) * np.cos(2 * b)

    x, r = (0.3, 0.8), 0.3
    nodes, weights = leggauss(40)
    u, v = np.meshgrid(r * nodes, r * nodes)
    w = np.outer(weights, weights) / 4
    y = f(x[0] + u, x[1] + v)
    root = np.sqrt(w.ravel())
    rows = np.column_stack([np.ones(u.size), u.ravel(), v.ravel()])
    fitted = np.linalg.lstsq(root[:, None] * rows, root * y.ravel(), rcond=None)[0]
    means = [np.sum(w * y), *(3 / r**2 * np.sum(w * s * y) for s in (u, v))]
    assert_allclose(fitted, means, rtol=1e-9)
