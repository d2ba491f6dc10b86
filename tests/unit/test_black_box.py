"""The black box: ten bumps give what 900 steps between them add up."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.society import black_box


def by_steps(x):
    """Walk from bump to bump for one person; each step counts a share of both."""
    rng = np.random.RandomState(3)
    centers, widths = rng.uniform(size=(4, 10)), rng.uniform(size=(4, 10)) + 0.1
    values = rng.normal(size=10)
    values = (values - sum(values) / 10) / 10
    total = 0.0
    for j in range(9):
        for k in range(100):
            for share, bump in ((k / 100, j), (1 - k / 100, j + 1)):
                far = sum(
                    ((x[d] - centers[d, bump]) / widths[d, bump]) ** 2 for d in range(4)
                )
                total += share * values[bump] * np.exp(-far)
    return total


def test_ten_bumps_are_as_good_as_900_steps():
    X = np.random.default_rng(0).random((4, 6))
    walked = [by_steps(x) for x in X.T]
    assert_allclose(black_box.score(X), walked, rtol=1e-10, atol=1e-12)


def test_the_published_person_has_the_published_score():
    x = np.array(black_box.PERSON)
    assert_allclose(black_box.score(x[:, None]), [-3.28803516], atol=5e-9)


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
