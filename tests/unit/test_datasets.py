"""The named data are those of the published notebooks, and safe to change."""

from pathlib import Path

import numpy as np
import yaml
from numpy.testing import assert_array_equal

from udl.datasets.classification import binary_classification, multiclass_classification
from udl.datasets.networks import clipping_network, networks_to_compose
from udl.datasets.regression import (
    anscombe,
    gabor_data,
    shallow_regression,
    supervised_line,
    univariate_regression,
)

RECORDS = Path(__file__).parents[1] / "records.yaml"
DATA = {record["id"]: record["data"] for record in yaml.safe_load(RECORDS.read_text())}


def test_supervised_line_is_that_of_the_record():
    x, y = supervised_line()
    assert_array_equal(x, DATA["2_1"]["x"])
    assert_array_equal(y, DATA["2_1"]["y"])


def test_anscombe_has_the_line_and_the_moments_that_made_it_famous():
    for x, y in zip(*anscombe(), strict=True):
        slope, offset = np.polyfit(x, y, 1)
        assert round(slope, 2) == 0.50
        assert round(offset, 1) == 3.0
        assert round(np.corrcoef(x, y)[0, 1], 2) == 0.82
        assert np.var(x) == 10.0


def test_univariate_regression_is_that_of_the_record():
    x, y = univariate_regression()
    assert_array_equal(x, DATA["5_1"]["x_train"])
    assert_array_equal(y, DATA["5_1"]["y_train"])


def test_shallow_regression_is_that_of_the_record():
    x, y = shallow_regression()
    assert_array_equal(x, DATA["3_1"]["x_train"])
    assert_array_equal(y, DATA["3_1"]["y_train"])


def test_supervised_line_is_that_of_the_record_of_6_2():
    assert_array_equal(supervised_line(), DATA["6_2"]["data"])


def test_gabor_is_that_of_the_records():
    x, y = gabor_data()
    for record in "6_3", "6_4":
        assert_array_equal(x, DATA[record]["data_x"])
        assert_array_equal(y, DATA[record]["data_y"])


def test_binary_classification_is_that_of_the_record():
    x, y = binary_classification()
    assert_array_equal(x, DATA["5_1"]["x_train"])
    assert_array_equal(y, DATA["5_2"]["y_train"])


def test_multiclass_classification_is_that_of_the_record():
    x, y = multiclass_classification()
    assert_array_equal(x, DATA["5_1"]["x_train"])
    assert_array_equal(y, DATA["5_3"]["y_train"])
    assert y.dtype.kind == "i"


def test_networks_to_compose_are_those_of_the_record():
    networks = networks_to_compose()
    for number, (beta_0, omega_0, beta_1, omega_1) in enumerate(networks, start=1):
        theta, phi = DATA["4_1"][f"n{number}_theta"], DATA["4_1"][f"n{number}_phi"]
        assert_array_equal(np.stack([beta_0, omega_0], axis=1).ravel(), theta)
        assert_array_equal([beta_1, *omega_1], phi)


def test_clipping_network_is_that_of_the_record():
    betas, omegas = clipping_network()
    for name, beta, omega in zip(("theta", "psi", "phi"), betas, omegas, strict=True):
        assert_array_equal(np.hstack([beta, omega]), np.atleast_2d(DATA["4_2"][name]))


def test_every_call_gives_fresh_arrays():
    x, _ = univariate_regression()
    x[:] = 0
    assert np.all(univariate_regression()[0] > 0)
