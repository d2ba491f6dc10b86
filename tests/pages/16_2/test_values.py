"""Every value of the record of notebook 16.2 is on page 16.2; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.generative import autoregressive_flow as flow

READ = {name: name for name in ("phi", "h", "h_prime", "found", "J", "total", "there",
                                "rough", "other", "back", "bins", "waves")}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("16.2", READ)


def test_the_notebook_states_no_value():
    assert expected("16_2") == {}


def test_mapped_point_is_that_of_the_record(values):
    assert_allclose(values["h_prime"], reference("16_2")["h'"], atol=1e-8)


def test_the_bins_of_the_page_are_those_of_the_library(values):
    for earlier in ([], [0.3], [0.1, 0.9], [0.5, 0.2, 0.7]):
        earlier = np.array(earlier)
        assert_allclose(values["bins"](earlier), flow.example_bins(earlier))


def test_the_point_comes_back(values):
    assert_allclose(values["found"], values["h"], atol=1e-10)
    assert_allclose(flow.backward(values["there"], values["rough"]), values["h"])


def test_a_fifth_of_the_inputs_is_squeezed_into_the_fourth_rise(values):
    phi = values["phi"]
    ends = flow.piecewise_linear([0.6, 0.8], phi)
    assert_allclose(np.diff(ends), phi[3])
    assert phi[3] == phi.min() < 0.2


def test_the_jacobian_is_triangular_with_the_determinant_of_the_page(values):
    J = values["J"]
    assert_allclose(J[np.triu_indices(4, 1)], 0, atol=1e-9)
    determinant = flow.log_determinant(values["h"], flow.example_bins)
    assert_allclose(np.log(np.linalg.det(J)), determinant, atol=1e-6)


@pytest.mark.parametrize("strength", [0.4, 0.8, 1.2])
def test_the_density_integrates_to_one(values, strength):
    cells = (np.arange(800) + 0.5) / 800
    square = np.stack(np.meshgrid(cells, cells)).reshape(2, -1)
    total = flow.density(square, values["waves"](strength)).mean()
    assert abs(total - 1) < 2e-3
    assert abs(values["total"] - 1) < 2e-3


def test_the_other_flow_passes_the_round_trip_and_differs(values):
    assert_allclose(values["back"], values["h"], atol=1e-10)
    assert abs(values["other"][2] - values["h_prime"][2]) > 0.1


def test_the_published_search_misses_what_is_above_its_end(values):
    phi = values["phi"]
    low, high = 0.0, 0.999
    for _ in range(50):
        middle = (low + high) / 2
        if flow.piecewise_linear(middle, phi) < 0.9999:
            low = middle
        else:
            high = middle
    assert flow.inverse(0.9999, phi) - middle > 5e-4
