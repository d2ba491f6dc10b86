"""The named data are those of the published notebooks, and safe to change."""

from pathlib import Path

import numpy as np
import yaml
from numpy.testing import assert_array_equal

from udl import datasets

RECORDS = Path(__file__).parents[1] / "records.yaml"
DATA = {record["id"]: record["data"] for record in yaml.safe_load(RECORDS.read_text())}


def test_supervised_line_is_that_of_the_record():
    x, y = datasets.supervised_line()
    assert_array_equal(x, DATA["2_1"]["x"])
    assert_array_equal(y, DATA["2_1"]["y"])


def test_anscombe_has_the_line_and_the_moments_that_made_it_famous():
    for x, y in zip(*datasets.anscombe(), strict=True):
        slope, offset = np.polyfit(x, y, 1)
        assert round(slope, 2) == 0.50
        assert round(offset, 1) == 3.0
        assert round(np.corrcoef(x, y)[0, 1], 2) == 0.82
        assert np.var(x) == 10.0


def test_univariate_regression_is_that_of_the_record():
    x, y = datasets.univariate_regression()
    assert_array_equal(x, DATA["5_1"]["x_train"])
    assert_array_equal(y, DATA["5_1"]["y_train"])


def test_binary_classification_is_that_of_the_record():
    x, y = datasets.binary_classification()
    assert_array_equal(x, DATA["5_1"]["x_train"])
    assert_array_equal(y, DATA["5_2"]["y_train"])


def test_multiclass_classification_is_that_of_the_record():
    x, y = datasets.multiclass_classification()
    assert_array_equal(x, DATA["5_1"]["x_train"])
    assert_array_equal(y, DATA["5_3"]["y_train"])
    assert y.dtype.kind == "i"


def test_every_call_gives_fresh_arrays():
    x, _ = datasets.univariate_regression()
    x[:] = 0
    assert np.all(datasets.univariate_regression()[0] > 0)
