"""Every value of the record of notebook 16.3 is on page 16.3; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from scipy.optimize import brentq
from values import expected, reference

from udl.generative import fixed_points

READ = {name: name for name in ("f_1", "f_2", "f_3", "f_4", "paths", "undone", "errors",
                                "bounds", "at_3", "steep")}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("16.3", READ)


def test_fixed_points_are_those_of_the_record(values):
    record = reference("16_3")["fixed points"]
    assert_allclose(values["paths"][0][-1], record["f"], atol=1e-9)
    assert_allclose(values["paths"][1][-1], record["f2"], atol=1e-8)
    assert "673.7" in record["f3"]
    assert_allclose(values["paths"][2][-1], 673.7, atol=0.05)
    assert "0.414156" in record["f3"]
    assert_allclose(values["at_3"], 0.414156, atol=1e-6)


def test_the_layer_is_undone_as_published(values):
    (record,) = expected("16_3").values()
    y = values["undone"] + values["f_4"](values["undone"])
    assert_allclose(y, float(record["got"]), rtol=1e-12)
    assert_allclose(y, 0.8, atol=1e-5)


def test_each_function_crosses_the_diagonal_once(values):
    z = np.linspace(-3, 3, 60_001)
    for name in ("f_1", "f_2", "f_3"):
        signs = np.sign(values[name](z) - z)
        assert np.sum(signs[1:] != signs[:-1]) == 1


def test_repelling_point_is_a_fixed_point(values):
    root = brentq(lambda z: values["f_3"](z) - z, 0, 1)
    assert_allclose(values["at_3"], root, atol=1e-10)


def test_lipschitz_constants_are_those_of_the_formulas(values):
    z = np.linspace(-1, 2, 300_001)
    for name, constant in (("f_1", 0.8), ("f_2", 1.05), ("f_3", 3.0)):
        found = fixed_points.steepest(values[name], z)
        assert found <= constant + 1e-9
        assert_allclose(found, constant, atol=1e-4)


def test_slopes_at_fixed_points_attract_and_repel(values):
    for name, at, attracts in (
        ("f_2", values["paths"][1][-1], True), ("f_3", values["at_3"], False)
    ):  # fmt: skip
        f = values[name]
        slope = (f(at + 1e-6) - f(at - 1e-6)) / 2e-6
        assert (abs(slope) < 1) == attracts
    assert abs(slope - 3) < 0.05


def test_the_bound_is_never_below_the_error(values):
    assert np.all(values["bounds"] >= values["errors"])


def test_the_walk_of_f_3_only_leaves(values):
    path = values["paths"][2]
    assert np.all(np.diff(path) > 0)


@pytest.mark.parametrize("start", [-3.0, 0.0, 0.4, 2.0, 10.0])
def test_f_2_settles_from_other_starts(values, start):
    end = fixed_points.iterate(values["f_2"], start, 400)[-1]
    assert_allclose(end, values["paths"][1][-1], atol=1e-6)


def test_cosine_settles_at_the_number_of_the_first_sentence():
    for start in (-3.0, 0.0, 12345.0):
        assert f"{fixed_points.iterate(np.cos, start, 100)[-1]:.6f}" == "0.739085"


def test_the_friend_with_small_steps_is_far_off():
    z, step = 0.0, np.inf
    while step > 1e-3:
        step, z = abs(0.99 * z + 0.01 - z), 0.99 * z + 0.01
    assert abs(z - 1) > 50 * 1e-3


def test_a_steep_layer_gives_two_inputs_the_same_output(values):
    outputs = [z + values["steep"](z) for z in (0.0, 2 / 3)]
    assert_allclose(outputs[0], outputs[1], atol=1e-12)


def test_any_factor_between_leads_to_the_repelling_point(values):
    for a in (-0.2, -0.5, -0.8):
        path = fixed_points.iterate(
            lambda z, a=a: (1 - a) * z + a * values["f_3"](z), 0.7, 50
        )
        assert_allclose(path[-1], values["at_3"], atol=1e-6)
