"""The data of pages 7.1 and 7.2 are those of the published notebooks."""

from pathlib import Path

import numpy as np
import yaml
from numpy.testing import assert_array_equal

from udl.datasets.networks import random_network, toy_example

RECORDS = Path(__file__).parents[1] / "records.yaml"
DATA = {record["id"]: record["data"] for record in yaml.safe_load(RECORDS.read_text())}


def test_toy_example_is_that_of_the_record():
    x, y, beta, omega = toy_example()
    assert (x, y) == (DATA["7_1"]["x"], DATA["7_1"]["y"])
    assert_array_equal(beta, DATA["7_1"]["beta"])
    assert_array_equal(omega, DATA["7_1"]["omega"])


def test_random_network_is_drawn_as_the_record_says():
    x, y, betas, omegas = random_network()
    data, state = DATA["7_2"], np.random.RandomState(0)
    assert x.item() == data["net_input"]
    assert y.item() == data["target y"]
    units, hidden = data["D"], data["K"]
    assert data["draw order"].startswith("W0 (6x1), W5 (1x6), b0, b5, then")
    sizes = [(omegas[0], units), (omegas[-1], units), (betas[0], units), (betas[-1], 1)]
    for k in range(1, hidden):
        sizes += [(omegas[k], units**2), (betas[k], units)]
    for array, size in sizes:
        assert_array_equal(array.ravel(), state.standard_normal(size))
    assert len(betas) == len(omegas) == hidden + 1
