"""Every value of the record of notebook 10.1 is on page 10.1; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.images import convolution

EXPECTED = expected("10_1")
NAMES = ("x", "smooth", "steps", "five", "wide", "half", "omega", "ours", "full",
         "narrow", "strided", "twice", "once", "level", "A", "turned")  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("10.1", {name: name for name in NAMES})


def test_the_page_has_the_published_signal(values):
    assert_allclose(values["x"], RECORDS["10_1"]["data"]["x"])


def test_sums_are_the_published_ones(values):
    for name, found in (("sum kernel 3", "smooth"), ("sum kernel 5", "five")):
        assert round(values[found].sum(), 1) == EXPECTED[name]["value"]
    assert round(values["wide"].sum(), 1) == 68.3


def test_outputs_with_stride_2_are_the_published_ones(values):
    stated = [float(v) for v in EXPECTED["stride 2 output"]["got"].split(",")]
    assert_allclose(values["half"], stated, atol=6e-4)
    assert_allclose(values["half"], values["smooth"][::2])


def test_the_kernel_of_three_different_weights_gives_the_published_outputs(values):
    assert_allclose(values["ours"], reference("10_1")["h6 = conv with [-1,.5,-.2]"])


def test_ends_are_about_two_thirds(values):
    x, h = values["x"], values["smooth"]
    for end in (0, -1):
        assert 0.6 < h[end] / x[end] < 0.72
    assert_allclose(values["level"], [2, 3, 3, 3, 3, 3, 3, 2])


def test_differences_are_large_at_the_steps_and_small_where_it_is_level(values):
    steps = np.abs(values["steps"])
    assert steps[[3, 4, 7, 8]].min() > 2
    assert steps[[1, 2, 5, 6, 9, 10]].max() < 0.3


def test_the_matrices_have_as_many_weights_as_the_text_says(values):
    assert np.count_nonzero(values["full"]) == 144
    assert np.count_nonzero(values["narrow"]) == 34
    assert values["strided"].shape == (6, 12)


@pytest.mark.parametrize(
    ("weights", "lossy"), [([1 / 3] * 3, {11}), ([-0.5, 0, 0.5], {11, 13})]
)
def test_a_signal_is_lost_at_some_lengths(weights, lossy):
    for n in (11, 12, 13):
        A = convolution.convolution_matrix(n, weights)
        assert (np.linalg.matrix_rank(A) < n) == (n in lossy)


def test_the_lost_signal_is_the_eighth():
    v = np.sin(8 * np.pi * np.arange(1, 12) / 12)
    assert_allclose(convolution.convolve(v, [1 / 3] * 3), np.zeros(11), atol=1e-12)


def test_a_layer_with_stride_2_follows_shifts_by_two_and_not_by_one(values):
    signal = np.zeros(24)
    signal[8:12] = [1, 3, -2, 1]
    before = convolution.convolve(signal, values["omega"], 2)
    for places, follows in ((1, False), (2, True)):
        after = convolution.convolve(
            convolution.shift(signal, places), values["omega"], 2
        )
        same = [n for n in range(4) if np.allclose(after, convolution.shift(before, n))]
        assert same == ([1] if follows else [])


def test_two_layers_differ_from_one_at_the_ends_only(values):
    differ = np.flatnonzero(~np.isclose(values["twice"], values["once"]))
    assert differ.tolist() == [0, 11]


def test_the_reach_of_the_page_is_that_of_its_formula(values):
    seen = np.flatnonzero(values["A"][50])
    assert np.ptp(seen) + 1 == convolution.receptive_field(
        [3] * 3, [1, 2, 1], [1, 1, 2]
    )


def test_a_turned_kernel_passes_only_the_test_with_equal_weights(values):
    assert abs(values["turned"][0] - values["ours"][0]) > 1
    kernel = [0.33] * 3
    assert_allclose(convolution.convolve(values["x"], kernel[::-1]), values["smooth"])


def test_an_alternating_signal_grows_with_the_third_kernel(values):
    signal = (-1.0) ** np.arange(20)
    once = convolution.convolve(signal, values["omega"])
    assert_allclose(np.abs(once[2:-2]), 1.7)
