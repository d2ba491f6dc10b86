"""Page 10.1: each derived result against a route without it and udl."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.ndimage import correlate1d

RNG = np.random.default_rng(0)


def toeplitz(n, omega):
    return sum(w * np.eye(n, k=k) for w, k in zip(omega, (-1, 0, 1), strict=True))


@pytest.mark.verifies("res-10-1-eigenvalues")
def test_eigenvalues_are_numpys(claim):
    for n, omega in ((6, (0.4, 1.0, 0.3)), (11, (1 / 3, 1 / 3, 1 / 3))):
        cosines = np.cos(np.arange(1, n + 1) * np.pi / (n + 1))
        formula = np.sort(omega[1] + 2 * np.sqrt(omega[0] * omega[2]) * cosines)
        exact = np.sort(np.linalg.eigvals(toeplitz(n, omega)).real)
        large = np.abs(exact) > 1e-6
        assert_allclose(claim(formula)[large], exact[large], rtol=1e-6)
        assert_allclose(formula, exact, atol=1e-8)
    n, a = 7, 0.5  # a product below zero: the root is imaginary
    formula = np.sort(2 * a * np.cos(np.arange(1, n + 1) * np.pi / (n + 1)))
    exact = np.sort(np.linalg.eigvals(toeplitz(n, (-a, 0, a))).imag)
    assert_allclose(formula, exact, atol=1e-8)


@pytest.mark.verifies("res-10-1-shift")
def test_shift_and_convolution_can_be_exchanged_away_from_the_ends(claim):
    x, omega = RNG.normal(size=30), RNG.normal(size=5)
    for places in (1, 4):
        first = correlate1d(np.roll(x, places), omega, mode="constant")
        then = np.roll(correlate1d(x, omega, mode="constant"), places)
        assert_allclose(claim(then)[8:-8], first[8:-8], rtol=1e-9)
        assert not np.allclose(then, first)


@pytest.mark.verifies("res-10-1-two")
def test_two_kernels_are_one_that_sums_over_pairs(claim):
    x = RNG.normal(size=40)
    for sizes in ((3, 3), (3, 5), (5, 7)):
        first, second = (RNG.normal(size=size) for size in sizes)
        one = np.zeros(sum(sizes) - 1)
        for k in range(sizes[0]):
            for m in range(sizes[1]):
                one[k + m] += first[k] * second[m]
        twice = correlate1d(correlate1d(x, first, mode="constant"), second,
                            mode="constant")  # fmt: skip
        once = correlate1d(x, one, mode="constant")
        assert_allclose(claim(once)[8:-8], twice[8:-8], rtol=1e-7)


@pytest.mark.verifies("res-10-1-reach")
def test_the_reach_is_found_by_impulses(claim):
    """Send a 1 from each input through loops, and see which change one output."""
    for layers in (((3, 2, 1), (5, 1, 2)), ((3, 1, 1), (3, 3, 2), (3, 1, 1))):
        field, step = 1, 1
        for size, stride, dilation in layers:
            field += (size - 1) * dilation * step
            step *= stride
        seen = []
        for place in range(120):
            signal = np.zeros(120)
            signal[place] = 1
            for size, stride, dilation in layers:
                signal = np.array([
                    sum(signal[i + (k - size // 2) * dilation] for k in range(size)
                        if 0 <= i + (k - size // 2) * dilation < len(signal))
                    for i in range(0, len(signal), stride)
                ])  # fmt: skip
            if signal[len(signal) // 2]:
                seen.append(place)
        assert_allclose(claim(field), seen[-1] - seen[0] + 1, rtol=1e-9)


@pytest.mark.verifies("res-10-1-back")
def test_the_gradient_is_that_of_finite_differences(claim):
    x, omega, weights = RNG.normal(size=8), RNG.normal(size=3), RNG.normal(size=8)

    def loss(x):
        return weights @ correlate1d(x, omega, mode="constant") ** 2

    g = 2 * weights * correlate1d(x, omega, mode="constant")
    padded = np.pad(g, 1)
    formula = omega[2] * padded[:-2] + omega[1] * padded[1:-1] + omega[0] * padded[2:]
    h = 1e-6
    exact = [(loss(x + h * e) - loss(x - h * e)) / (2 * h) for e in np.eye(8)]
    assert_allclose(claim(formula), exact, rtol=1e-5)
