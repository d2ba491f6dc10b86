"""Probing against derivatives that are known in closed form."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from udl.gradients.finite_differences import (
    central_differences,
    complex_step,
    forward_differences,
)

AT = np.array([[0.3, -1.2, 2.0], [0.5, 1.0, -0.7]])
SLOPE = np.cos(AT) + 2 * AT


def function(x):
    return np.sum(np.sin(x) + x**2)


@pytest.mark.parametrize(
    ("method", "tolerance"),
    [(forward_differences, 1e-6), (central_differences, 1e-8), (complex_step, 1e-15)],
)
def test_gradient_of_a_table_has_its_shape_and_values(method, tolerance):
    gradient = method(function, AT)
    assert gradient.shape == AT.shape
    assert_allclose(gradient, SLOPE, rtol=tolerance, atol=tolerance)


def test_errors_shrink_as_the_order_says():
    def error(method, step):
        return np.abs(method(function, AT, step) - SLOPE).max()

    assert_allclose(
        error(forward_differences, 2e-3) / error(forward_differences, 1e-3), 2, 0.01
    )
    assert_allclose(
        error(central_differences, 2e-2) / error(central_differences, 1e-2), 4, 0.01
    )
    assert_allclose(error(complex_step, 2e-2) / error(complex_step, 1e-2), 4, 0.01)


def test_entries_are_probed_one_at_a_time_and_put_back():
    at, seen = AT.copy(), []
    central_differences(lambda x: seen.append(x.copy()) or 0.0, at, step=0.25)
    assert_array_equal(at, AT)
    assert len(seen) == 2 * AT.size
    assert all(np.count_nonzero(probe != AT) == 1 for probe in seen)


def test_one_number_may_come_as_an_array_of_one():
    assert_allclose(central_differences(lambda x: x[:1] ** 2, [3.0]), [6.0])


@pytest.mark.parametrize(
    "method", [forward_differences, central_differences, complex_step]
)
def test_several_results_and_no_step_are_refused(method):
    with pytest.raises(ValueError, match=r"returned shape \(2, 3\)"):
        method(np.sin, AT)
    with pytest.raises(ValueError, match="step is 0"):
        method(function, AT, 0)


def test_a_lost_imaginary_part_is_announced():
    with pytest.raises(ValueError, match="absolute value"):
        complex_step(lambda x: np.sum(np.abs(x)), AT)


def test_orders_of_the_errors():
    for differences, order in ((forward_differences, 1), (central_differences, 2)):
        errors = [np.abs(differences(function, AT, d) - SLOPE) for d in (1e-2, 1e-3)]
        found = np.log10(np.max(errors[0]) / np.max(errors[1]))
        assert_allclose(found, order, atol=0.1)


@pytest.mark.parametrize(
    ("differences", "calls"), [(forward_differences, 7), (central_differences, 12)]
)
def test_how_often_the_function_is_called(differences, calls):
    seen = []
    differences(lambda at: seen.append(1) or 0.0, AT)
    assert len(seen) == calls
