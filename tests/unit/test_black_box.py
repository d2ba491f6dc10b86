"""The black box: ten bumps give what 900 steps between them add up."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from benchmarks.page_21_2 import by_steps
from udl.society import black_box


def test_ten_bumps_are_as_good_as_900_steps():
    X = np.random.default_rng(0).random((4, 50))
    assert_allclose(black_box.score(X), by_steps(X), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize(("count", "steps"), [(2, 5), (4, 100), (10, 7)])
def test_weights_are_those_of_a_counted_walk(count, steps):
    counted = np.zeros(count)
    for j in range(count - 1):
        for k in range(steps):
            counted[j] += k / steps
            counted[j + 1] += 1 - k / steps
    assert_allclose(black_box.walk_weights(count, steps), counted)


def test_other_bumps_can_be_asked():
    one = black_box.Bumps(np.zeros((2, 1)), np.ones((2, 1)), np.array([3.0]))
    assert_allclose(black_box.score([[0, 1], [0, 2]], one), [3, 3 * np.exp(-5)])


@pytest.mark.parametrize("shape", [(4,), (3, 5), (5, 4)])
def test_people_of_another_shape_are_refused(shape):
    with pytest.raises(ValueError, match=r"X has shape .*\(4, N\)"):
        black_box.score(np.zeros(shape))
