"""A disk that lines cut: pieces as many as the formula counts, and named curves."""

import numpy as np
import pytest
from plotted import names

from udl.networks.regions import regions_in_disk
from udl.plotting.networks.cuts import cut_disk, growth, pieces


def area(corners):
    x, y = corners.T
    return abs(np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y)) / 2


@pytest.mark.parametrize("seed", range(6))
def test_pieces_are_those_that_are_counted_and_cover_the_disk(seed):
    rng = np.random.default_rng(seed)
    beta_0, omega_0 = 0.5 * rng.normal(size=6), rng.normal(size=(6, 2))
    found = pieces(beta_0, omega_0)
    assert len(found) == regions_in_disk(beta_0, omega_0)
    assert sum(map(area, found)) == pytest.approx(area(*pieces([], [])))
    assert area(*pieces([], [])) == pytest.approx(np.pi, rel=1e-3)


def test_lines_through_one_point_and_parallel_ones_are_counted():
    star = np.array([[1, 0], [1, 2], [-1, 1.0]])
    assert regions_in_disk(np.zeros(3), star) == len(pieces(np.zeros(3), star)) == 6
    stripes = np.ones((2, 2))
    assert regions_in_disk([0.1, -0.1], stripes) == 3
    with pytest.raises(ValueError, match="do not fit"):
        regions_in_disk([0.1], stripes)


def test_the_sum_beside_the_disk_says_what_the_last_line_adds():
    beta_0, omega_0 = np.array([0, 0, 0.25]), np.array([[1, 0], [0, 1], [1, 1]])
    (axes,) = cut_disk(beta_0, omega_0).axes
    assert names(axes)[-3:] == ["   4 pieces before", "+ 3 pieces cut in two",
                                "= 7 pieces"]  # fmt: skip
    assert len(axes.patches) == 7
    assert names(cut_disk(beta_0[:1], omega_0[:1]).axes[0])[-1] == "= 2 pieces"


def test_curves_of_growth_have_names_and_a_dot_each():
    x = np.arange(11)
    logs = {"one": 0.3 * x, "two": 0.1 * x}
    (axes,) = growth(x, logs, xlabel="units", marks=[2, 4], limit=0.5 * x).axes
    assert {"one", "two", "$2^D$"} == set(names(axes))
    dots = [line for line in axes.get_lines() if line.get_marker() == "o"]
    assert [dot.get_ydata()[0] for dot in dots] == pytest.approx([0.6, 0.4])
