"""Page 3.2 uses the parameters of its record, which states no values to reproduce."""

import numpy as np
from numpy.testing import assert_allclose
from values import RECORDS, assert_printed

VALUES = {
    "regions": "count_regions(beta_0, omega_0)",
    "triangle-first": "y1[middle]",
    "triangle-second": "y2[middle]",
    "mix-total": "total[0]",
    "corner-value": "value",
}

DATA = RECORDS["3_2"]["data"]


def by_loops(x1, x2, phi):
    y = phi[0]
    for weight, (offset, first, second) in zip(phi[1:], DATA["theta"], strict=True):
        y += weight * max(0.0, offset + first * x1 + second * x2)
    return y


def test_the_record_states_no_values():
    assert RECORDS["3_2"]["expected"] == RECORDS["3_2"]["reference"] == []


def test_the_page_computes_the_network_of_the_record(evaluated):
    values = evaluated("3.2", VALUES)
    at_corner = by_loops(10.0, 0.0, DATA["phi_one_output"])
    assert_allclose(values["corner-value"], at_corner, rtol=1e-12)
    in_triangle = [by_loops(3.6, 4.7, phi) for phi in DATA["phi_two_outputs"]]
    shown = [values["triangle-first"], values["triangle-second"]]
    assert_allclose(shown, in_triangle, atol=1e-12)


def test_the_number_of_regions_is_that_of_a_fine_mesh(evaluated):
    x = np.stack(np.meshgrid(*2 * [np.linspace(0, 10, 301)])).reshape(2, -1)
    theta = np.array(DATA["theta"])
    signs = {tuple(column) for column in (theta[:, :1] + theta[:, 1:] @ x > 0).T}
    assert evaluated("3.2", VALUES)["regions"] == len(signs)


def test_the_values_are_printed_by_the_text(page):
    for name in ("corner-value", "triangle-first", "triangle-second", "mix-total"):
        assert_printed(VALUES[name], page("3.2"))
