"""Every value of the record of notebook 10.3 is on page 10.3; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS

from udl.exercises.declare import find
from udl.images.convolution_2d import convolve, output_size
from udl.images.scene import lighthouse

GOT = {one["name"]: one["got"] for one in RECORDS["10_3"]["expected"]}
PAGES_OWN = ("first", "second", "third", "fourth")
NAMES = (*PAGES_OWN, "drawn", "omega", "picture", "channels", "horizon", "kernels",
         "large", "slow", "products", "table", "image", "weights", "view", "wide",
         "forgot", "right", "moved", "renamed", "sky", "rounding", "wrong",
         "conv", "h")  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("10.3", {name: name for name in NAMES})


@pytest.mark.parametrize(("own", "name"), [*enumerate(GOT)])
def test_outputs_are_the_published_ones(values, own, name):
    h, got = values[PAGES_OWN[own]], GOT[name]
    assert list(h.shape) == got["shape"]
    assert_allclose(h.ravel()[:3], got["first 3"], atol=6e-4)
    assert_allclose(h.sum(), got["sum"], atol=1e-9)


def test_the_kernel_is_above_zero_where_it_becomes_lighter_to_the_right(values):
    step = np.repeat([[0, 0, 0, 5, 5, 5]], 4, axis=0)[np.newaxis, np.newaxis]
    kernel = [[values["omega"]]]
    assert convolve(step, kernel).max() > 0 >= convolve(step, kernel).min()
    assert convolve(-step, kernel).min() < 0 <= convolve(-step, kernel).max()


def test_the_upright_kernel_hardly_sees_the_horizon(values):
    upright, level, spots = values["horizon"]
    assert min(level, spots) > 5 * upright
    assert values["large"].shape[2:] == lighthouse(140, 150).shape


def test_rows_are_unseen_where_the_division_leaves_a_remainder():
    for size, unseen in ((28, 1), (29, 0), (30, 1)):
        h_out = output_size(size, 3, stride=2)
        assert size - (2 * (h_out - 1) + 3) == unseen


def test_a_layer_has_as_many_weights_as_the_text_says(values):
    assert values["kernels"].size == 27
    assert values["large"].size == 21_000


def test_products_are_counted(values):
    assert values["products"] == values["slow"].size * 5 * 9
    assert_allclose(values["slow"], convolve(values["image"], values["weights"]))


def test_the_view_copies_nothing_and_the_table_holds_nearly_nine_copies(values):
    assert np.shares_memory(values["view"], values["image"])
    strides = values["view"].strides
    assert strides[2:4] == strides[4:6]
    assert values["wide"].shape[4:] == (3, 3)
    large = 9 * 998**2 / 1000**2
    assert 8.9 < large < 9
    assert values["table"].size / values["image"].size < large


@pytest.mark.parametrize("shape", [(1, 5, 4, 6, 2), (2, 5, 4, 6, 2)])
def test_the_bug_hunt_agrees_on_the_published_cases_with_stride_1(values, shape):
    image, weights = values["drawn"](*shape)
    assert_allclose(values["conv"](image, weights), convolve(image, weights, 1, 1))


def test_the_bug_hunt_is_wrong_with_a_stride_and_without_a_border(values):
    image, weights = values["drawn"](1, 1, 12, 10, 1)
    conv = values["conv"]
    assert not np.allclose(conv(image, weights, 2), convolve(image, weights, 2, 1))
    one = np.abs(
        conv(image, weights, 1, 0)[:, :, 1:] - convolve(image, weights)[:, :, 1:]
    )
    assert one.max() > 0.1


def test_a_forgotten_stride_keeps_the_shape_and_the_first_output(values):
    same = np.isclose(values["forgot"], values["right"])
    assert same[0, 0, 0, 0]
    assert same.sum() < 3
    assert values["forgot"].shape == values["right"].shape


def test_reshaping_mixes_channels(values):
    assert_allclose(values["moved"].mean(axis=(1, 2)), [1, 0, 0])
    assert_allclose(values["renamed"].mean(axis=(1, 2)), 1 / 3, atol=0.05)


def test_eight_bits_overflow(values):
    assert values["sky"].dtype == np.uint8
    assert values["sky"].sum(dtype=np.uint8) < 256 < values["sky"].sum()


def test_rounding_is_about_a_ten_millionth(values):
    assert 2e-8 < values["rounding"] < 5e-7
    assert values["wrong"] > 1


def test_the_stack_of_the_solution_sees_15_with_27_weights():
    size, field, step = 28, 1, 1
    layers = find("10.3.12").reference()
    for kernel, stride, padding in layers:
        size = output_size(size, kernel, stride, padding)
        field += (kernel - 1) * step
        step *= stride
    assert (size, field, sum(k**2 for k, _, _ in layers)) == (7, 15, 27)


def test_the_figure_shows_level_sky_both_sides_of_the_tower_and_its_inside(values):
    h = values["h"]
    assert abs(h[1, 12]) < 20
    assert h[15, 18] > 400
    assert h[15, 24] < -400
    assert abs(h[15, 21]) < 50
