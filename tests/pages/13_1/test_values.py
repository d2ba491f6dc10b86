"""Every value of the record of notebook 13.1 is on page 13.1; what it counts is so."""

import numpy as np
import pytest
from numpy.testing import assert_array_equal
from values import expected, reference

from udl.graphs.walks import distance

RECORD = reference("13_1")
READ = {
    "A": "A",
    "three": "three",
    "counts": "counts",
    "routes": "routes",
    "paths": "paths",
    "whole": "whole",
    "real": "real",
    "widest": "widest",
}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("13.1", READ)


def test_the_notebook_states_no_value():
    assert expected("13_1") == {}


def test_walks_are_those_of_the_record(values):
    assert values["three"][3, 7] == RECORD["walks 3->7 length 3"]
    assert_array_equal(values["counts"], RECORD["walks of length 3 from node 0"])


def test_the_two_walks_named_in_the_text_are_all(values):
    A = values["A"]
    found = [(3, a, b, 7) for a in range(8) for b in range(8)
             if A[3, a] and A[a, b] and A[b, 7]]  # fmt: skip
    assert found == [(3, 1, 4, 7), (3, 4, 5, 7)]


def test_six_walks_and_one_path_lead_from_0_to_1(values):
    assert len(values["routes"]) == values["three"][0, 1] == 6
    assert values["paths"] == [(0, 3, 4, 1)]
    degree = values["A"].sum(axis=0)
    assert (degree[0], degree[1], degree[4]) == (2, 4, 5)


def test_no_walk_of_length_3_ends_at_node_6_only(values):
    assert list(np.flatnonzero(values["counts"] == 0)) == [6]


def test_node_6_is_four_steps_away(values):
    assert distance(values["A"], 0, 6) == 4


def test_there_are_four_triangles(values):
    assert np.trace(values["three"]) == 24


def test_the_count_of_the_diamonds_is_lost_in_whole_numbers(values):
    assert values["whole"] == 0
    assert values["real"] == 2.0**64


def test_the_widest_distance_of_the_page_falls_short_of_the_target(values):
    A = values["A"]
    assert A.sum() / 2 == 11
    assert values["widest"] == max(
        distance(A, m, n) for m in range(8) for n in range(8)
    )
    assert values["widest"] < 5


def test_no_eighth_node_and_no_shortcut_make_eleven_edges_at_distance_six():
    A = np.zeros((8, 8), dtype=int)
    for n in range(6):
        A[n, n + 1] = A[n + 1, n] = 1
    most = 0
    for joined in range(1, 2**7):
        B = A.copy()
        B[7, :7] = B[:7, 7] = [joined >> n & 1 for n in range(7)]
        if distance(B, 0, 6) == 6:
            most = max(most, B.sum() // 2)
    assert most == 9
