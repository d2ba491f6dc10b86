"""Every value of the record of notebook 8.4 is on page 8.4; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.exercises.pages.p8_4 import _most_right, _nearest_of, _truth, two_classes
from udl.generalization.high_dimensions import (
    cosines,
    distance_moments,
    distance_ratio,
    log_ball_volume,
    outer_share,
    pairwise_distances,
)

RATIOS = reference("8_4")["distance ratios"]
SHELL = reference("8_4")["outer 1% shell"]
READ = {
    "ratios": "ratios",
    "spreads": "spreads",
    "z": "z",
    "smallest": "smallest",
    "volumes": "volumes",
    "digits": "digits",
    "filled": "filled",
    "counted": "counted",
    "tried": "tried",
    "asked": "asked",
    "skin": "skin",
    "radii": "radii",
    "scores": "scores",
    "effective": "effective",
    "unit": "unit",
    "embedded": "space.distance_ratio(embedded)",
    "digit-ratio": "space.distance_ratio(digits_1d)",
    "digit-count": "len(digits_1d)",
    "lost": "np.sum(apart < 0)",
    "centered": "np.abs(space.pairwise_distances(far) - truth).max()",
    "where": "where",
    "measured": "measured",
}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("8.4", READ)


def test_the_notebook_states_no_value():
    assert expected("8_4") == {}


def test_ratios_are_those_of_the_record(values):
    assert_allclose(list(values["ratios"].values()), list(RATIOS.values()), rtol=1e-8)


def test_shells_are_those_of_the_record(values):
    dims = [1, 2, 10, 20, 50, 100, 150, 200, 250, 300]
    assert values["asked"].tolist() == dims
    assert_allclose(outer_share(dims), SHELL, atol=5e-4)
    assert_allclose(values["skin"], SHELL, atol=0.04)


def test_volumes_are_those_of_the_notebook(values):
    told = [1, 0.785, 0.524, 0.308, 0.164, 0.081, 0.037, 0.016, 0.006, 0.002]
    assert_allclose(values["volumes"], told, atol=6e-4)
    at = np.exp(log_ball_volume(1.0, values["tried"]))
    errors = 5 * np.sqrt(np.maximum(at * (1 - at), 0) / 100_000) + 1e-9
    assert np.all(np.abs(values["counted"] - at) <= errors)
    assert_allclose(values["digits"], log_ball_volume(1.0, 2000) / np.log(10))


def test_gamma_is_too_large_for_a_float_from_342_dimensions_on():
    from scipy.special import gamma

    assert np.isfinite(gamma(341 / 2 + 1))
    assert np.isinf(gamma(342 / 2 + 1))


@pytest.mark.parametrize("seed", range(3))
def test_distances_keep_their_spread(values, seed):
    assert all(0.9 < spread < 1.1 for spread in values["spreads"].values())
    rng = np.random.default_rng(100 + seed)
    for d in (10, 100, 1000):
        distances = pairwise_distances(rng.normal(size=(d, 500)))
        assert 0.9 < distances.std() < 1.1
        assert_allclose(distances.mean(), distance_moments(d)[0], rtol=0.03)


@pytest.mark.parametrize("seed", range(3))
def test_ratio_of_extremes_is_about_the_estimate(values, seed):
    assert f"{values['z']:.1f}" == "4.6"
    rng = np.random.default_rng(200 + seed)
    for d in (100, 1000):
        far = np.sqrt(2 * d)
        estimate = (far + values["z"]) / (far - values["z"])
        ratio = distance_ratio(rng.normal(size=(d, 1000)))
        assert_allclose(ratio, estimate, rtol=0.06)


@pytest.mark.parametrize("seed", range(3))
def test_directions_are_nearly_at_right_angles(values, seed):
    assert values["smallest"] > 75
    x = np.random.default_rng(300 + seed).normal(size=(1000, 1000))
    between = np.abs(cosines(x)[np.triu_indices(1000, 1)])
    assert np.degrees(np.arccos(between.max())) > 75


@pytest.mark.parametrize("seed", range(3))
def test_normal_points_lie_on_a_bubble(values, seed):
    others = np.random.default_rng(400 + seed).normal(size=(1000, 1000))
    for lengths in (values["radii"], np.linalg.norm(others, axis=0)):
        assert 28.3 < lengths.min() < 30
        assert lengths.max() < 35
        assert_allclose(lengths.std(), np.sqrt(0.5), rtol=0.08)


def test_nearest_neighbor_drowns_and_one_coordinate_saves_it(values):
    scores = values["scores"]
    assert scores[1] > 0.98
    assert 0.5 < scores[500] < 0.56
    for seed in range(500, 510):
        x, y, new = two_classes(seed)
        assert _most_right(_truth(x, y, new), x, y, new)
        assert not _most_right(_nearest_of(x, y, new), x, y, new)


def test_effective_dimension_is_not_the_number_of_coordinates(values):
    effective = values["effective"]
    assert_allclose(effective["normal"], 1000, rtol=0.08)
    assert_allclose(effective["tilted plane"], 2, rtol=0.02)
    assert values["digit-count"] == 40
    assert 8 < effective["MNIST-1D"] < 11
    assert values["digit-ratio"] > 5
    assert_allclose(values["embedded"], values["ratios"][2], rtol=1e-6)


def test_unit_ball_is_largest_at_5_and_that_of_radius_2_at_24(values):
    assert np.argmax(values["unit"]) + 1 == 5
    assert np.argmax(log_ball_volume(4.0, np.arange(1, 60))) + 1 == 24


def test_far_from_the_origin_the_gram_matrix_is_lost(values):
    assert values["lost"] > 20
    assert values["centered"] < 1e-6


def test_answers_to_the_questions():
    assert_allclose(np.exp(log_ball_volume(1.0, 10)), 0.0025, atol=5e-5)
    assert_allclose(np.exp(log_ball_volume(1.0, 6)), 0.08, atol=2e-3)
    assert_allclose(outer_share(300), 0.95, atol=5e-3)
    assert outer_share(68) < 0.5 < outer_share(69)
    assert_allclose((1 / 15 - 1 / 36) * 36, 1.4)
    rng = np.random.default_rng(0)
    squares = (rng.uniform(size=10**6) - rng.uniform(size=10**6)) ** 2
    assert_allclose([squares.mean(), (squares**2).mean()], [1 / 6, 1 / 15], rtol=5e-3)
