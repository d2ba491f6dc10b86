"""Page 4.2 against its record: the notebook states no values, the data are its own."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

VALUES = {
    "n-new": "new.size",
    "n-joints": "edges.size - 2",
    "n-pieces": "edges.size - 1",
    "joint-3": "crossings[2][0]",
    "joint-2": "zero_crossings(bends, at_bends[1])[0]",
}

DATA = RECORDS["4_2"]["data"]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("4.2", VALUES)


def test_the_notebook_states_no_values():
    assert expected("4_2") == {}
    assert reference("4_2") == {}


def test_pieces_are_those_counted_on_a_fine_grid_from_the_data(values):
    theta, psi, phi = (np.array(DATA[name]) for name in ("theta", "psi", "phi"))
    x = np.linspace(0, 1, 300_001)
    h = np.maximum(0, theta[:, :1] + theta[:, 1:] * x)
    y = phi[0] + phi[1:] @ np.maximum(0, psi[:, :1] + psi[:, 1:] @ h)
    slopes = np.diff(y) / np.diff(x)
    bends = np.flatnonzero(np.abs(np.diff(slopes)) > 1e-3)
    joints = 1 + int(np.sum(np.diff(bends) > 2))  # a joint may show up twice
    assert values["n-joints"] == joints
    assert values["n-pieces"] == joints + 1
    assert values["n-new"] == joints - 3


def test_the_joints_by_hand(values):
    assert_allclose(values["joint-3"], 0.39 / 2.3)
    assert_allclose(values["joint-2"], 0.2)
