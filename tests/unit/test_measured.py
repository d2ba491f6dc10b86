"""Measured errors, against loops and repeated draws."""

import numpy as np
from numpy.testing import assert_allclose

from udl.generalization.measured import compare, error_in_batches, standard_error


def test_batches_of_any_size_give_the_same_error():
    rng = np.random.default_rng(0)
    f, y = rng.normal(size=(23, 4)), rng.integers(4, size=23)
    expected = sum(max(range(4), key=row.__getitem__) != d
                   for row, d in zip(f, y, strict=True)) / 23  # fmt: skip
    for size in (1, 5, 22, 23, 100):
        assert_allclose(error_in_batches(lambda x: x, f, y, size), expected)


def test_standard_errors_are_those_of_repeated_draws():
    rng = np.random.default_rng(1)
    a = rng.random((20_000, 50)) < 0.4
    b = a ^ (rng.random(a.shape) < 0.2)  # wrong about much the same
    assert_allclose(a.mean(axis=1).std(), standard_error(0.4, 50), rtol=0.02)
    gaps = a.mean(axis=1) - b.mean(axis=1)
    told = [compare(*pair) for pair in zip(a[:500], b[:500], strict=True)]
    assert_allclose(np.mean([error for _, error in told]), gaps.std(), rtol=0.03)
    assert_allclose([gap for gap, _ in told], gaps[:500])
