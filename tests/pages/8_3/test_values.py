"""What page 8.3 says of its networks is so, with other draws and starts too."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.datasets.mnist1d import mnist1d
from udl.datasets.noisy_curve import noisy_examples
from udl.exercises.pages.p8_3 import ENOUGH, ERRORS, ridge_error
from udl.generalization.double_descent import (
    parameter_count,
    stored_sweep,
    threshold,
    with_label_noise,
)
from udl.generalization.fixed_joints import fit_outputs, predict
from udl.generalization.random_features import errors_by_units, random_units

READ = {
    name: name
    for name in (
        "off", "counts", "losses", "test_errors", "zero_loss", "zero_errors",
        "smallest", "sampled", "means", "line", "errors", "edges", "edge", "peak",
        "over_time",
        "more_data", "small", "widths", "true",
    )
}  # fmt: skip
DIGITS = mnist1d()


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("8.3", READ)


@pytest.fixture(scope="module")
def sweep():
    return stored_sweep()


def test_the_record_states_no_value():
    assert expected("8_3") == {}
    assert not reference("8_3")


def test_fits_of_the_hero(values):
    off = values["off"]
    assert max(off, key=off.get) == 15
    assert off[15] > 5 * off[1000] > 5 * off[4]
    x, y = noisy_examples(15, 0.3, np.random.default_rng(3))
    for units in (14, 15, 16, 20, 50, 1000):  # from 14 on through all examples
        assert_allclose(predict(x, *fit_outputs(x, y, units)), y, atol=1e-6)
    assert np.max(np.abs(predict(x, *fit_outputs(x, y, 13)) - y)) > 0.01


def features(seed, share=0.15):
    rng = np.random.default_rng(seed)
    y = with_label_noise(DIGITS.y[:200], share, rng)
    h = random_units(np.concatenate([DIGITS.x[:200], DIGITS.x_test]), 1600, rng)
    return (h[:200], y), (h[200:], DIGITS.y_test)


@pytest.mark.parametrize("seed", [None, 11, 12, 13])
def test_random_units_descend_twice(values, seed):
    counts = values["counts"]
    if seed is None:
        losses, test = values["losses"], values["test_errors"]
        assert values["zero_loss"] == 200
        assert 130 <= values["zero_errors"] < 200
    else:
        losses, _, test = errors_by_units(counts, *features(seed))
    at = {int(count): error for count, error in zip(counts, test, strict=True)}
    assert threshold(counts, losses, 1e-6) == 200
    assert max(at, key=at.get) == 200
    assert 0.86 < at[200] < 0.93  # nine of ten
    first = test[counts < 150]
    assert 0 < first.argmin() < len(first) - 1
    assert at[1600] < first.min() < at[200] - 0.08


def test_true_labels_have_the_peak_too():
    for seed in (21, 22):
        at = errors_by_units([50, 200, 1600], *features(seed, share=0))[2]
        assert at[1] > at[0] + 0.08
        assert at[1] > at[2] + 0.1


@pytest.mark.parametrize("seed", [None, 31, 32])
def test_square_matrices_have_tiny_singular_values(values, seed):
    smallest = values["smallest"]
    if seed is not None:
        h = np.random.default_rng(seed).normal(size=(100, 400))
        smallest = {d: np.linalg.svd(h[:, :d])[1][-1] for d in smallest}
    assert smallest[100] < 0.3
    assert min(smallest[d] for d in (25, 50, 200, 400)) > 2


def test_noise_is_on_the_formula(values):
    at = values["line"][values["sampled"] - 1]
    assert_allclose(values["means"], at, rtol=0.12)
    line = values["line"]
    assert_allclose(line[80 - 1], line[20 - 1], rtol=0.05)
    assert_allclose([50 / 49, 100 / 99], [1.02, 1.01], atol=0.001)  # question 8.3.3
    assert 100 / (1101 - 101) <= 0.1 < 100 / (1100 - 101)


def test_labels_that_are_wrong(sweep):
    assert round(0.15 * 0.9 * 4000) == 540
    # three deviations of a share of 13.5% among 4000
    assert abs(sweep.wrong - 0.135) < 3 * np.sqrt(0.135 * 0.865 / 4000)


def test_threshold_is_where_question_8_says(values, sweep):
    assert values["edge"] == values["edges"]["15% replaced"][-1] == 55
    assert values["edges"]["true labels"][-1] == 40
    for start in range(3):
        assert threshold(sweep.widths, sweep.noisy[-1, 0, start]) == 55
        assert 35 <= threshold(sweep.widths[:20], sweep.clean[-1, 0, start]) <= 45
    assert parameter_count(10) == 630
    assert parameter_count(55) == 5895
    assert round(np.roots([1, 52, 10 - 4000]).max(), 1) == 42.3


def test_longer_training_moves_the_threshold_to_the_left(values, sweep):
    for found in values["edges"].values():
        assert np.all(np.diff([edge for edge in found if np.isfinite(edge)]) <= 0)
    at = dict(zip(sweep.epochs.tolist(), values["edges"]["15% replaced"], strict=True))
    assert at[20] == np.inf
    assert values["edges"]["true labels"][:3] == [np.inf] * 3
    assert (at[100], at[300]) == (100, 55)


def test_double_descent_of_the_trained_networks(values, sweep):
    for test in (values["errors"][1], *sweep.noisy[-1, 1]):
        at = dict(zip(sweep.widths.tolist(), test, strict=True))
        low = min(at[width] for width in (8, 10, 14, 18))
        assert min(at, key=at.get) in (8, 10, 14, 18)
        high = max(at, key=lambda width: at[width] if width > 20 else 0)
        assert 40 <= high <= 60
        assert at[55] > low + 0.07
        assert at[55] > at[200] + 0.05
        assert at[200] > low  # the second descent does not get below the first
    mean = dict(zip(sweep.widths.tolist(), values["errors"][1], strict=True))
    assert min(mean, key=mean.get) in (10, 14)
    assert values["peak"] == 55


def test_labels_that_are_true_make_hardly_a_peak(values, sweep):
    test, noisy = values["true"][1], values["errors"][1]
    widths = sweep.widths[: len(test)]
    beyond = test[widths >= 14]
    assert beyond.max() - beyond.min() < 0.06
    assert beyond.max() == beyond[0]  # nothing later is higher
    assert np.all(test <= noisy[: len(test)] + 0.01)  # the whole curve is raised
    rise = noisy[sweep.widths == 55] - noisy[sweep.widths == 14]
    assert rise[0] > 0.09


def test_an_early_stop_sees_no_peak(values, sweep):
    over_time = values["over_time"]
    assert over_time.shape == sweep.epochs.shape
    assert sweep.epochs[over_time.argmin()] == 50
    assert over_time[-1] > over_time.min() + 0.06
    at_50 = sweep.noisy[2, 1].mean(axis=0)[sweep.widths >= 14]
    assert at_50.max() - at_50.min() < 0.07


def test_more_data_may_hurt(values):
    risks = values["more_data"]
    assert risks[25] < risks[40] < risks[45]
    assert risks[10] < risks[45] > risks[100] > risks[400]


def test_small_sweep_ends_with_every_label_known(values):
    train, test = values["small"][-1]
    assert train[-1] == 0
    assert train[0] > 0.5
    assert test.min() > 0.65


@pytest.mark.parametrize("units", ERRORS)
def test_table_of_the_experiment_is_what_other_draws_say(units):
    for ridge in (1.0, 20.0, 300.0):
        found = []
        for seed in range(50, 62):
            (h, y), (t, labels) = features(seed)
            h, t = h[:, :units], t[:, :units]
            w = h.T @ np.linalg.solve(h @ h.T + ridge * np.eye(200), np.eye(10)[y])
            found.append(np.mean(np.argmax(t @ w, axis=1) != labels))
        assert_allclose(np.mean(found), ridge_error(np.log10(ridge), units), atol=0.02)
    assert ridge_error(1.3, units) <= min(ERRORS[units]) + ENOUGH


def test_with_a_ridge_more_units_are_better():
    lowest = [min(ERRORS[units]) for units in (100, 200, 800)]
    assert lowest == sorted(lowest, reverse=True)
    powers = [ridge_error(1.3, units) for units in (100, 200, 800)]
    assert powers == sorted(powers, reverse=True)
