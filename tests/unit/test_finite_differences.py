"""Finite differences against derivatives known by hand."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from udl.finite_differences import central_differences, forward_differences


def wavy(phi):
    return np.sin(phi[0]) * np.exp(phi[1]) + phi[2] ** 3


PHI = np.array([0.4, -0.3, 1.2])
EXACT = np.array([np.cos(0.4) * np.exp(-0.3), np.sin(0.4) * np.exp(-0.3), 3 * 1.2**2])


def test_both_approach_the_derivative():
    assert_allclose(forward_differences(wavy, PHI, 1e-7), EXACT, rtol=1e-5)
    assert_allclose(central_differences(wavy, PHI, 1e-5), EXACT, rtol=1e-8)


def test_orders_of_the_errors():
    for differences, order in ((forward_differences, 1), (central_differences, 2)):
        errors = [np.abs(differences(wavy, PHI, d) - EXACT) for d in (1e-2, 1e-3)]
        assert_allclose(np.log10(errors[0] / errors[1]), order, atol=0.05)


@pytest.mark.parametrize(
    ("differences", "calls"), [(forward_differences, 4), (central_differences, 6)]
)
def test_how_often_the_loss_is_called(differences, calls):
    seen = []
    differences(lambda phi: seen.append(1) or 0.0, PHI)
    assert len(seen) == calls


@pytest.mark.parametrize("differences", [forward_differences, central_differences])
def test_nonsense_is_refused(differences):
    with pytest.raises(ValueError, match="phi has shape"):
        differences(wavy, np.ones((3, 1)))
    with pytest.raises(ValueError, match="delta is 0"):
        differences(wavy, PHI, 0)
