"""Every value of the record is on page B.4; what its sentences claim is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected

from udl.losses.distributions import joint_normal_log_pdf
from udl.theory import gaussian_process as gp

DATA = RECORDS["B_4"]["data"]
NAMES = [
    "x", "y", "sigma_sq", "sigma_p_sq", "grid", "gaps", "joints", "kernels", "found",
    "kept", "drawn", "prior", "posterior", "in_gap", "evidence", "close", "smooth",
]  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("B.4", {name: name for name in NAMES})


def test_the_data_are_those_of_the_notebook(values):
    assert expected("B_4") == {}
    assert DATA["nonlinear"] == (
        "seed 7, 15 points U[-1.4,1.4], y=0.5 cos(4.5x) exp(-x-1) + 0.1 normal"
    )
    assert len(values["x"]) == 15
    assert np.all(np.abs(values["x"]) < 1.4)
    curve = 0.5 * np.cos(4.5 * values["x"]) * np.exp(-values["x"] - 1)
    assert 0.05 < np.std(values["y"] - curve) < 0.15
    assert values["sigma_p_sq"] == DATA["sigma_sq_p"]
    assert values["sigma_sq"] == pytest.approx(2 * DATA["sigma_sq_n"])
    assert DATA["relu"] == "knots " + ",".join(f"{j:g}" for j in values["joints"])
    assert DATA["polynomial"] == "degree 4"
    assert DATA["kernel"] == "exp(-0.5 d^2/0.25)"
    assert_allclose(
        values["smooth"]([0.3], [0.1]), [[0.4 * np.exp(-0.5 * 0.2**2 / 0.25)]]
    )


def test_both_views_agree(values):
    assert max(values["gaps"]) < 1e-10


@pytest.mark.parametrize("seed", range(5))
def test_pairs_that_are_kept_have_the_formula_s_mean_and_covariance(values, seed):
    rng = np.random.default_rng(seed)
    K = values["smooth"](np.array([0, 0.3]), np.array([0, 0.3]))
    drawn = gp.draw_functions([0, 0], K, rng.normal(size=(2, 400_000)))
    noisy = drawn[:, 0] + rng.normal(0, 0.1, size=400_000)
    kept = drawn[np.abs(noisy - 0.5) < 0.02]
    assert_allclose(kept.mean(axis=0), values["found"][0], atol=0.02)
    assert_allclose(np.cov(kept.T), values["found"][1], atol=0.012)
    assert values["found"][1][0, 0] < values["found"][1][1, 1]  # less about the second


def test_all_but_the_smooth_kind_grow_wilder_somewhere(values):
    for name, (_, sigma, _) in values["prior"].items():
        grows = sigma.max() > 1.2 * sigma.min()
        assert grows == (name != "smooth")


def test_in_the_gap_the_smooth_curves_leave_room(values):
    gap = values["in_gap"]
    assert values["grid"][24] == pytest.approx(-0.9)
    assert not np.any((values["x"] > -1.18) & (values["x"] < -0.65))
    assert all(gap["smooth"] > 1.5 * gap[name] for name in gap if name != "smooth")


def test_lines_and_bent_lines_are_sure_and_wrong_in_places(values):
    truth = 0.5 * np.cos(4.5 * values["grid"]) * np.exp(-values["grid"] - 1)
    inside = np.abs(values["grid"]) < 1.2
    for name in ("lines", "five joints"):
        mean, sigma, _ = values["posterior"][name]
        assert np.any((np.abs(truth - mean) > 3 * sigma)[inside]), name


def test_the_evidence_prefers_the_smooth_kind_and_lines_come_last(values):
    order = sorted(values["evidence"], key=values["evidence"].get)
    assert order[0] == "lines"
    assert order[-2:] == ["polynomials", "smooth"]


def test_three_lengths_away_the_prior_is_left(values):
    far = np.array([3.0])
    mean, variance = gp.condition(
        values["smooth"](values["x"], values["x"]), values["smooth"](values["x"], far),
        values["smooth"](far, far), values["y"], 0.01,
    )  # fmt: skip
    assert (3.0 - values["x"].max()) / 0.5 > 3
    assert abs(mean[0]) < 0.05
    assert variance[0, 0] == pytest.approx(0.4, rel=0.02)


def test_equal_when_close_is_no_covariance(values):
    assert np.linalg.eigvalsh(values["close"])[0] < -0.1


def test_too_short_and_too_long_have_less_evidence(values):
    def fits(length):
        K = gp.squared_exponential(values["x"], values["x"], length, 0.4)
        return joint_normal_log_pdf(values["y"], K + 0.01 * np.eye(15))

    assert fits(0.5) > max(fits(0.05), fits(1.2), fits(2.0))


def test_a_longer_length_goes_with_a_larger_variance(values):
    def best(variance):
        lengths = np.geomspace(0.05, 3, 60)
        fits = [
            joint_normal_log_pdf(
                values["y"],
                gp.squared_exponential(values["x"], values["x"], k, variance)
                + 0.01 * np.eye(15),
            )
            for k in lengths
        ]
        return lengths[np.argmax(fits)]

    assert best(0.05) < best(0.2) < best(1.0)
