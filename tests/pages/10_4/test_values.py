"""Every value of the record of notebook 10.4 is on page 10.4; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, reference

from udl.images import resampling

DATA = RECORDS["10_4"]["data"]
NAMES = ("x", "small", "largest", "mean", "picture", "by_max", "by_mean", "by_drop",
         "copied", "unpooled", "smooth", "right", "halve", "signal", "row", "filled",
         "total")  # fmt: skip
SEA, SMALL_SEA = np.s_[160:230, 10:160], np.s_[20:28, 2:20]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("10.4", {name: name for name in NAMES})


def test_the_small_picture_gives_the_tables_of_the_record(values):
    found = reference("10_4")
    assert_allclose(values["x"], DATA["orig_4_4"])
    assert_allclose(values["largest"], DATA["orig_2_2"])
    assert_allclose(values["small"], found["downsample"])
    assert_allclose(values["mean"], found["meanpool"])
    unpooled = resampling.max_unpool(values["largest"], values["x"])
    assert_allclose(unpooled, found["max_unpool"])
    assert values["filled"][1, 1] == 6.5
    assert np.all(values["small"] < values["largest"])


def test_the_picture_has_the_published_size(values):
    height, width = values["picture"].shape
    assert f"{width}x{height}" in DATA["image"]


def test_the_waves_at_the_horizon_change_their_slant(values):
    """Find the strongest wave of a patch, by its Fourier transform."""

    def strongest(patch):
        size = np.abs(np.fft.fft2(patch - patch.mean()))
        i, j = np.unravel_index(np.argmax(size), size.shape)
        return np.fft.fftfreq(len(patch))[i], np.fft.fftfreq(patch.shape[1])[j]

    before = strongest(values["picture"][127:143, 0:100].astype(float))
    after = strongest(values["by_drop"][1][64:72, 0:50])
    assert abs(abs(before[0]) - 0.42) < 0.05
    assert before[0] * before[1] > 0
    assert after[0] * after[1] < 0


def test_the_sea_keeps_its_mean_under_means_only(values):
    sea = values["picture"][SEA].mean()
    assert abs(values["by_mean"][3][SMALL_SEA].mean() - sea) < 3
    assert values["by_max"][3][SMALL_SEA].mean() > sea + 60
    spread = {name: values[name][3][SMALL_SEA].std() for name in
              ("by_drop", "by_max", "by_mean")}  # fmt: skip
    assert abs(spread["by_drop"] - values["picture"][SEA].std()) < 5
    assert max(spread["by_max"], spread["by_mean"]) < 0.2 * spread["by_drop"]


def test_the_largest_of_four_is_as_bright_as_the_crests(values):
    crests = values["picture"][SEA].max()
    assert abs(values["by_max"][3][SMALL_SEA].mean() - crests) < 5


def test_unpooling_brings_a_quarter_back(values):
    assert abs(values["right"].mean() - 0.25) < 0.02
    back = resampling.max_unpool(resampling.maxpool(values["row"]), values["row"])
    assert np.array_equal(back[:, 2:], values["row"][:, 2:])
    assert not np.array_equal(back, values["row"])


def test_three_unpoolings_leave_one_pixel_of_64(values):
    black = values["unpooled"][3] == 0
    assert_allclose(black.mean(), 63 / 64, atol=0.003)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_unpooled_pools_to_the_same_if_it_is_not_negative(seed):
    rng = np.random.default_rng(seed)
    x, high = rng.random((3, 4)), rng.normal(size=(6, 8))
    assert_allclose(resampling.maxpool(resampling.max_unpool(x, high)), x)
    assert not np.allclose(resampling.maxpool(resampling.max_unpool(-x, high)), -x)


def test_the_transpose_doubles_a_row_and_is_no_inverse(values):
    halve, signal = values["halve"], values["signal"]
    assert_allclose(halve.T @ [6, 8, 4], [6, 7, 8, 6, 4, 2])
    assert not np.allclose(halve.T @ halve @ signal, signal)


def test_weights_of_one_make_a_checkerboard_and_balanced_ones_do_not():
    ones = np.ones(9)
    board = resampling.transposed_convolution(ones, [1, 1, 1])
    assert_allclose(board[2:-2], np.tile([1, 2], 7))
    level = resampling.transposed_convolution(ones, [0.3, 1.0, 0.7])
    assert_allclose(level[:-1], 1)


def test_bytes_add_up_to_too_little(values):
    assert values["total"][0] == 4 * 255 % 256


def test_a_mean_of_largest_pixels_is_brighter(values):
    ours = values["by_mean"][2].mean()
    published = resampling.meanpool(values["by_max"][1]).mean()
    assert published > ours + 10


def test_a_copy_at_the_end_leaves_equal_neighbors(values):
    ours = np.diff(values["smooth"][3]) == 0
    published = np.diff(resampling.duplicate(values["smooth"][2])) == 0
    assert published.mean() > 0.5 > ours.mean()


def test_sizes_do_not_meet(values):
    sizes = {name: [p.shape for p in values[name]] for name in
             ("by_drop", "by_max", "copied")}  # fmt: skip
    assert sizes["by_drop"] == [(279, 300), (140, 150), (70, 75), (35, 38)]
    assert sizes["by_max"] == [(279, 300), (139, 150), (69, 75), (34, 37)]
    assert sizes["copied"][3] == (272, 296)
    assert 8 * 35 > 279
    assert 8 * 38 > 300
