"""Halving and doubling, against loops, scipy, and inner products."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.ndimage import map_coordinates

from udl.images import resampling
from udl.images.scene import lighthouse

RNG = np.random.default_rng(0)
SIZES = [(2, 2), (4, 6), (5, 4), (3, 7), (1, 5)]


def blocks(x):
    h, w = x.shape[0] // 2, x.shape[1] // 2
    for i in range(h):
        for j in range(w):
            yield i, j, x[2 * i : 2 * i + 2, 2 * j : 2 * j + 2]


@pytest.mark.parametrize("size", SIZES)
def test_each_block_becomes_its_first_its_largest_and_its_mean(size):
    x = RNG.normal(size=size)
    small, largest = resampling.downsample(x), resampling.maxpool(x)
    mean = resampling.meanpool(x)
    assert small.shape == (-(-size[0] // 2), -(-size[1] // 2))
    assert largest.shape == mean.shape == (size[0] // 2, size[1] // 2)
    for i, j, block in blocks(x):
        assert small[i, j] == block[0, 0]
        assert largest[i, j] == max(block.ravel())
        assert_allclose(mean[i, j], sum(block.ravel()) / 4)
    assert small[-1, -1] == x[(size[0] - 1) // 2 * 2, (size[1] - 1) // 2 * 2]


def test_bytes_do_not_overflow():
    white = np.full((2, 2), 255, dtype=np.uint8)
    assert resampling.meanpool(white) == 255
    assert_allclose(resampling.bilinear(np.full((3, 3), 255, np.uint8))[:4, :4], 255)


@pytest.mark.parametrize("size", SIZES)
def test_copies_are_the_pixel(size):
    x = RNG.normal(size=size)
    for i, j, block in blocks(resampling.duplicate(x)):
        assert np.all(block == x[i, j])


def test_an_unpooled_block_has_its_value_where_the_largest_was():
    x, high = RNG.normal(size=(3, 4)), RNG.normal(size=(7, 8))
    out = resampling.max_unpool(x, high)
    assert out.shape == (6, 8)
    for (i, j, put), (_, _, block) in zip(blocks(out), blocks(high), strict=True):
        expected = np.where(block == block.max(), x[i, j], 0)
        assert_allclose(put, expected)
    ties = resampling.max_unpool([[3.0]], np.ones((2, 2)))
    assert_allclose(ties, [[3, 0], [0, 0]])


@pytest.mark.parametrize("size", SIZES)
def test_values_in_between_are_scipys(size):
    x = RNG.normal(size=size)
    padded = np.pad(x, [(0, 1), (0, 1)])
    places = np.indices((2 * size[0], 2 * size[1])) / 2
    assert_allclose(resampling.bilinear(x), map_coordinates(padded, places, order=1))


def test_a_transposed_convolution_gives_where_the_convolution_takes():
    for size, stride in ((3, 2), (5, 2), (3, 3), (1, 1)):
        h, omega = RNG.normal(size=6), RNG.normal(size=size)
        out = np.zeros(stride * 6 + 2 * size)
        for j in range(6):
            start = size + stride * j - size // 2
            out[start : start + size] += h[j] * omega
        inside = out[size : size + stride * 6]
        assert_allclose(resampling.transposed_convolution(h, omega, stride), inside)


def test_each_way_up_is_the_transpose_of_a_way_down():
    x, g = RNG.normal(size=(8, 6)), RNG.normal(size=(4, 3))
    for down, up in (
        (resampling.meanpool(x), resampling.duplicate(g) / 4),
        (resampling.maxpool(x), resampling.max_unpool(g, x)),
    ):
        assert_allclose(np.sum(down * g), np.sum(x * up))


def test_the_lighthouse_has_edges_gradients_and_fine_waves():
    picture = lighthouse()
    assert picture.shape == (279, 300)
    assert picture.dtype == np.uint8
    assert np.array_equal(picture, lighthouse())
    sky, horizon = picture[90:120, 150].astype(int), picture[127:143, 10].astype(float)
    assert set(np.diff(sky)) <= {0, 1}
    assert sky[-1] - sky[0] > 15
    assert np.abs(np.diff(picture[150].astype(int))).max() > 100
    strongest = np.argmax(np.abs(np.fft.rfft(horizon - horizon.mean())))
    assert 0.35 < strongest / len(horizon) < 0.45


def test_what_a_larger_picture_has_beyond_does_not_matter():
    x, high = RNG.normal(size=(2, 3)), RNG.normal(size=(9, 11))
    inside = resampling.max_unpool(x, high[:4, :6])
    assert_allclose(resampling.max_unpool(x, high), inside)
