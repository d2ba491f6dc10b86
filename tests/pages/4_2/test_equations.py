"""Page 4.2: each derived result against a route that uses neither it nor udl."""

from itertools import pairwise

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq

THETA = np.array([[0.3, -1.0], [-1.0, 2.0], [-0.5, 0.65]])
PSI = np.array([[0.3, 2, -1, 7], [-0.2, 2, 1.2, -8], [0.3, -2.3, -0.8, 2]])
PHI = np.array([0.0, 0.5, -1.5, 2.2])


def received(d, x, psi=PSI):
    total = psi[d, 0]
    for j, (offset, slope) in enumerate(THETA, start=1):
        total += psi[d, j] * max(0.0, offset + slope * x)
    return total


def output(x, psi=PSI):
    return PHI[0] + sum(PHI[1 + d] * max(0.0, received(d, x, psi)) for d in range(3))


@pytest.mark.verifies("res-4-2-joint")
def test_joints_are_where_a_root_finder_ends(claim):
    bends = np.array([0, 0.3, 0.5, 0.5 / 0.65, 1])
    found = 0
    for d in range(3):
        for low, high in pairwise(bends):
            if received(d, low) * received(d, high) < 0:
                middle = (low + high) / 2
                on = [j for j, (o, s) in enumerate(THETA) if o + s * middle > 0]
                offset = PSI[d, 0] + sum(PSI[d, 1 + j] * THETA[j, 0] for j in on)
                slope = sum(PSI[d, 1 + j] * THETA[j, 1] for j in on)
                root = brentq(lambda x, d=d: received(d, x), low, high, xtol=1e-14)
                assert_allclose(claim(-offset / slope), root, rtol=1e-9)
                found += 1
    assert found == 7


@pytest.mark.verifies("res-4-2-slope")
def test_slope_is_the_sum_over_open_paths(claim):
    step = 1e-6
    for x in (0.1, 0.18, 0.25, 0.55, 0.61, 0.67, 0.72, 0.8, 0.9, 0.97):
        total = 0.0
        for d in range(3):
            for j in range(3):
                is_open = received(d, x) > 0 and THETA[j, 0] + THETA[j, 1] * x > 0
                total += is_open * PHI[1 + d] * PSI[d, 1 + j] * THETA[j, 1]
        difference = (output(x + step) - output(x - step)) / (2 * step)
        assert_allclose(claim(total), difference, rtol=1e-7)


@pytest.mark.verifies("res-4-2-shift")
def test_raised_offset_changes_the_output_case_by_case(claim):
    delta, seen = 0.2, set()
    raised = PSI.copy()
    raised[0, 0] += delta
    for x in np.linspace(0.005, 0.995, 67):
        f = received(0, x)
        if f >= 0:
            kind, change = "active", delta
        elif f > -delta:
            kind, change = "between", f + delta
        else:
            kind, change = "silent", 0.0
        seen.add(kind)
        now = output(x, raised)
        assert_allclose(output(x) + PHI[1] * change, now, atol=1e-12)
        if kind != "silent":
            assert_allclose(claim(PHI[1] * change), now - output(x), rtol=1e-9)
    assert seen == {"active", "between", "silent"}


@pytest.mark.verifies("res-4-2-flip")
def test_a_unit_and_its_mirror_image_add_up_to_the_absolute_value(claim):
    flipped = PSI.copy()
    flipped[1] *= -1
    for x in (0.05, 0.3, 0.5, 0.7, 0.95):
        f = received(1, x)
        difference = (output(x) - output(x, flipped)) / PHI[2]
        both = [max(0.0, received(1, x, psi)) for psi in (PSI, flipped)]
        assert_allclose(difference, claim(f), rtol=1e-9)
        assert_allclose(sum(both), claim(np.sqrt(f**2)), rtol=1e-9)
