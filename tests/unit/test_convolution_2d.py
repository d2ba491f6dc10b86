"""Convolution of pictures, against the seven loops and scipy."""

import itertools

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.signal import correlate

from benchmarks.page_10_3 import seven_loops
from udl.images.convolution_2d import convolve, output_size, windows

RNG = np.random.default_rng(0)


@pytest.mark.parametrize(
    ("stride", "padding", "dilation"),
    list(itertools.product((1, 2, 3), (0, 1, 2), (1, 2))),
)
def test_it_is_the_seven_loops(stride, padding, dilation):
    image, weights = RNG.normal(size=(2, 3, 9, 7)), RNG.normal(size=(4, 3, 3, 2))
    assert_allclose(
        convolve(image, weights, stride, padding, dilation),
        seven_loops(image, weights, stride, padding, dilation),
        atol=1e-12,
    )


def test_it_is_scipys_correlation_summed_over_channels():
    image, weights = RNG.normal(size=(2, 3, 6, 5)), RNG.normal(size=(2, 3, 3, 3))
    h = convolve(image, weights)
    for b, o in np.ndindex(2, 2):
        expected = sum(correlate(image[b, c], weights[o, c], "valid") for c in range(3))
        assert_allclose(h[b, o], expected)


def test_the_size_counts_the_places_where_the_kernel_fits():
    for size, kernel, stride, padding, dilation in itertools.product(
        range(7, 12), (1, 2, 3), (1, 2, 3), (0, 1), (1, 2)
    ):
        last = size + 2 * padding - 1
        places = range(0, last + 1, stride)
        fitting = [p for p in places if p + dilation * (kernel - 1) <= last]
        assert output_size(size, kernel, stride, padding, dilation) == len(fitting)


def test_windows_share_the_memory_of_the_picture():
    image = RNG.normal(size=(2, 3, 6, 5))
    view = windows(image, (3, 2))
    assert np.shares_memory(view, image)
    assert view.shape == (2, 3, 4, 4, 3, 2)
    assert_allclose(view[1, 2, 3, 1], image[1, 2, 3:6, 1:3])


def test_single_precision_stays_single():
    image = np.ones((1, 1, 4, 4), dtype=np.float32)
    assert convolve(image, np.ones((1, 1, 3, 3), np.float32)).dtype == np.float32


def test_it_is_torchs():
    torch = pytest.importorskip("torch")
    image, weights = RNG.normal(size=(2, 3, 9, 7)), RNG.normal(size=(4, 3, 3, 3))
    theirs = torch.conv2d(
        torch.tensor(image), torch.tensor(weights), stride=2, padding=1, dilation=2
    )
    assert_allclose(convolve(image, weights, 2, 1, 2), theirs.numpy(), atol=1e-12)
