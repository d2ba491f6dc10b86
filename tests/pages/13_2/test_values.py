"""Every value of the record of notebook 13.2 is on page 13.2; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal
from values import RECORDS, expected, reference

from udl.graphs import networks

RECORD = RECORDS["13_2"]
READ = {
    name: name
    for name in ("A", "X", "f_ethanol", "f_propanol", "f_twice", "outputs", "careless",
                 "parameters")
}  # fmt: skip


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("13.2", READ)


def test_published_output_for_renumbered_ethanol(values):
    (record,) = expected("13_2").values()
    P = np.array(RECORD["data"]["P"])
    f = networks.graph_network(
        P.T @ values["A"] @ P, values["X"] @ P, values["parameters"]
    )
    assert_allclose(f.item(), record["value"], atol=float(record["tolerance"]))
    assert_allclose(f.item(), values["f_ethanol"], rtol=1e-12)


def test_the_published_numbering_exchanges_atoms_of_one_element_only(values):
    P = np.array(RECORD["data"]["P"])
    assert_array_equal(values["X"] @ P, values["X"])


def test_propanol_is_that_of_the_record(values):
    assert_allclose(
        values["f_propanol"], reference("13_2")["f (1-propanol)"], atol=1e-9
    )
    assert f"{values['f_propanol']:.4f}" != f"{values['f_ethanol']:.4f}"
    assert abs(values["f_propanol"] - values["f_ethanol"]) < 1e-3


def test_molecule_is_that_of_the_record(values):
    A = np.zeros((9, 9))
    for m, n in RECORD["data"]["edges"]:
        A[m, n] = A[n, m] = 1
    assert_array_equal(values["A"], A)
    assert RECORD["data"]["elements"].replace(" ", "") == networks.ETHANOL


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_fair_test_sees_who_forgets_the_data(values, seed):
    assert np.ptp(values["outputs"]) < 1e-12
    assert np.ptp(values["careless"]) > 1e-6
    rng, found = np.random.default_rng(seed), []
    for _ in range(20):
        P = np.eye(9)[:, rng.permutation(9)]
        A = P.T @ values["A"] @ P
        found.append(
            networks.graph_network(A, values["X"], values["parameters"]).item()
        )
    assert np.ptp(found) > 1e-6


def test_self_connections_added_twice_change_the_output(values):
    assert f"{values['f_twice']:.6f}" != f"{values['f_ethanol']:.6f}"


def test_published_weights_are_a_tenth_of_he_initialization(values):
    deviation = np.std(values["parameters"][1][1])
    assert_allclose(deviation / np.sqrt(2 / 200), 0.1, rtol=0.01)


def test_normalized_tables_have_one_as_their_largest_eigenvalue():
    for seed in range(20):
        rng = np.random.default_rng(seed)
        A = np.triu(rng.random((8, 8)) < 0.4, 1).astype(int)
        table = networks.normalized(A + A.T)
        assert_allclose(np.linalg.eigvalsh(table).max(), 1)
        roots = np.sqrt((A + A.T).sum(axis=0) + 1)
        assert_allclose(table @ roots, roots)


def test_a_ring_and_two_triangles_are_confused_by_every_network():
    ring = np.roll(np.eye(6), 1, axis=1) + np.roll(np.eye(6), -1, axis=1)
    triangles = np.kron(np.eye(2), 1 - np.eye(3))
    for seed in range(20):
        parameters = networks.drawn_parameters(hidden=8, kinds=2, seed=seed)
        both = [
            networks.graph_network(A, np.ones((2, 6)), parameters).item()
            for A in (ring, triangles)
        ]
        assert_allclose(*both, rtol=1e-12)


def test_sides_of_the_molecule_are_four_steps_apart(values):
    steps = values["A"] + np.eye(9)
    assert np.linalg.matrix_power(steps, 3)[0, 8] == 0
    assert np.linalg.matrix_power(steps, 4)[0, 8] > 0
