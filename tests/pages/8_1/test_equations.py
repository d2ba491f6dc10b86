"""Page 8.1: each derived result against a route without it and udl."""

from itertools import product
from math import exp, log

import numpy as np
import pytest
from numpy.testing import assert_allclose


@pytest.mark.verifies("res-8-1-parameters")
def test_parameters_are_counted_one_by_one(claim):
    for i, h, o in ((40, 100, 10), (3, 5, 2)):
        shapes = [(h, i), (h,), (h, h), (h,), (o, h), (o,)]
        counted = sum(np.zeros(shape).size for shape in shapes)
        assert_allclose(claim(float((i + 1) * h + (h + 1) * h + (h + 1) * o)), counted)


@pytest.mark.verifies("res-8-1-guessing")
def test_equal_outputs_cost_the_logarithm_of_the_number_of_classes(claim):
    f = [0.7] * 10
    loss = -log(exp(f[3]) / sum(map(exp, f)))
    assert_allclose(claim(log(10)), loss)
    assert_allclose(claim(2.303), loss, rtol=5e-4)


@pytest.mark.verifies("res-8-1-standard-error")
def test_variance_of_a_share_by_listing_all_outcomes(claim):
    for p, n in ((0.4, 5), (0.1, 8)):
        mean = square = 0.0
        for outcome in product((0, 1), repeat=n):
            weight = np.prod([p if wrong else 1 - p for wrong in outcome])
            share = sum(outcome) / n
            mean, square = mean + weight * share, square + weight * share**2
        assert_allclose(claim(p * (1 - p) / n), square - mean**2)
