"""Values of the record of notebook 4.1 on page 4.1, and what the page counts."""

import numpy as np
import pytest
from values import RECORDS, reference

from udl.datasets.networks import networks_to_compose
from udl.networks.composition import compose, matrix_form
from udl.networks.parameters import random_network
from udl.networks.pieces import affine_pieces

VALUES = {
    "first-low": "heights.min()",
    "first-high": "heights.max()",
    "n-first": "x.size - 1",
    "n-second": "cuts.size + 1",
    "n-composed": "composed[0].size - 1",
    "n-second-changed": "n_second_changed",
    "n-first-changed": "n_first_changed",
    "n-itself": "n_itself",
    "n-three": "n_copies[2]",
    "n-four": "n_copies[3]",
    "first": "first",
    "second": "second",
    "labels": "labels",
    "outputs": "outputs",
    "apart": "apart",
    "counts": "counts",
    "scales": "scales",
    "adapted": "adapted",
    "psi": "psi",
    "psi-0": "psi_0",
    "patterns": "patterns[middle]",
    "pieces": "pieces[middle]",
    "lines": "len(lines)",
    "heights": "heights",
    "cuts": "cuts",
}

COUNTED = reference("4_1")["linear regions counted numerically on [-1,1]"]
COUNTS = [
    ("n-first", "n1"),
    ("n-second", "n2"),
    ("n-composed", "n2(n1)"),
    ("n-itself", "n1(n1)"),
    ("n-three", "n2(n1(n1))"),
    ("n-four", "n2(n1^3)"),
    ("n-second-changed", "modified net2"),
    ("n-first-changed", "n2(modified net1)"),
]


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("4.1", VALUES)


@pytest.mark.parametrize(("name", "record"), COUNTS)
def test_counts_are_those_of_the_record(values, name, record):
    assert values[name] == COUNTED[record]


@pytest.mark.parametrize("name", [name for name, _ in COUNTS])
def test_each_count_is_printed_by_the_text(page, name):
    assert f"{{eval}}`{VALUES[name]}`" in page("4.1").text


def test_three_copies_of_the_first_network_have_as_many_pieces_as_the_record_says():
    one, _ = (matrix_form(*network) for network in networks_to_compose())
    three = compose(one, compose(one, one))
    assert affine_pieces(*three, -1, 1)[1].size == COUNTED["n1^3"]


def test_the_rule_is_that_of_the_record(page):
    assert COUNTED["rule"] == "4*3^N"
    assert r"N = 4 \cdot 3^{n}" in page("4.1").text


def test_the_first_network_leaves_the_interval_as_noted(values):
    assert values["first-low"] == pytest.approx(-1.01)
    assert values["first-high"] == pytest.approx(1.069)


@pytest.mark.parametrize("name", ["first", "second"])
def test_the_tables_in_the_page_are_the_numbers_of_the_record(values, name):
    theta, phi = values[name]
    number = {"first": 1, "second": 2}[name]
    assert theta.ravel().tolist() == RECORDS["4_1"]["data"][f"n{number}_theta"]
    assert phi.tolist() == RECORDS["4_1"]["data"][f"n{number}_phi"]


def test_one_cut_through_five_folds_in_three_is_243_cuts(page):
    assert "makes 243" in page("4.1").text
    assert 3**5 == 243


def test_each_piece_of_the_first_passes_all_joints_of_the_second(values):
    for low, high in np.sort(
        np.stack([values["heights"][:-1], values["heights"][1:]]), axis=0
    ).T:
        assert low < values["cuts"].min()
        assert values["cuts"].max() < high


def test_labels_alternate_and_heights_are_at_least_one_from_zero(values):
    assert values["labels"].tolist() == [0, 1] * 14
    assert np.all(np.abs(values["outputs"]) >= 1 - 1e-12)


def test_at_the_scale_of_the_exercise_the_count_reaches_twelve(values):
    counts, scales = values["counts"], values["scales"]
    assert counts[0] == 3
    assert np.all(counts[scales > 0.601] == 12)
    for scale, count in ((0.6001, 12), (0.599, 11), (0.595, 11), (0.5935, 11 - 3)):
        assert affine_pieces(*values["adapted"](scale), -1, 1)[1].size == count


def test_the_constant_on_paper_and_the_rows_of_psi(values):
    assert values["psi-0"][0] == pytest.approx(-1.6)
    assert np.linalg.matrix_rank(values["psi"]) == 1
    assert values["psi"].shape == (3, 3)


def test_patterns_and_pieces_differ_where_a_joint_is_on_the_flat_part(values):
    assert (values["patterns"], values["pieces"]) == (3, 1)
    joints = 0.15 * np.array([1, -1.01])  # heights at the joints of the first
    for s in np.linspace(-1, 1, 401):
        on_flat = np.any((s + joints > -0.6) & (s + joints < -0.2))
        near = np.min(np.abs(np.subtract.outer([-0.6, -0.2], s + joints))) < 1e-9
        found = np.any(np.isclose(values["apart"], s))
        assert near or found == on_flat


def test_a_single_layer_of_nine_has_28_parameters_and_three_of_three_have_34():
    for widths, count in (([1, 9, 1], 28), ([1, 3, 3, 3, 1], 34)):
        net = random_network(widths, np.random.default_rng(0))
        assert sum(part.size for parts in net for part in parts) == count


@pytest.mark.parametrize("seed", range(10, 14))
def test_random_networks_come_nowhere_near_the_bound(seed):
    rng = np.random.default_rng(seed)
    nets = [random_network([1, 3, 3, 3, 1], rng) for _ in range(200)]
    n = [affine_pieces(*net, -100, 100)[1].size for net in nets]
    assert max(n) < 32
    assert np.mean(n) < 12


def test_all_flat_pieces_are_on_one_line(values):
    assert values["lines"] == 10
