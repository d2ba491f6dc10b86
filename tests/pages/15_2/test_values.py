"""Every value of the record of notebook 15.2 is on page 15.2; what it says is so."""

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import RECORDS, expected, reference

from udl.exercises import check
from udl.generative import divergences, transport

DATA = RECORDS["15_2"]["data"]
P, Q = (np.array(DATA[name]) / np.sum(DATA[name]) for name in ("p", "q"))
COST = transport.distance_matrix(10)


@pytest.fixture(scope="module")
def values(evaluated):
    names = ("p", "q", "plan", "u", "v", "best", "shifts", "far", "near", "way", "sand",
             "hole")  # fmt: skip
    return evaluated("15.2", {name: name for name in names})


def test_the_notebook_states_no_value_and_the_page_has_its_data(values):
    assert expected("15_2") == {}
    assert_allclose(values["p"], P)
    assert_allclose(values["q"], Q)


def test_divergences_are_those_of_the_record():
    record = reference("15_2")["divergences"]
    assert divergences.kl_divergence(P, Q) == np.inf
    assert "infinite" in record["KL[p,q]"]
    assert_allclose(divergences.kl_divergence(Q, P), record["KL[q,p]"], rtol=1e-12)
    assert_allclose(divergences.jensen_shannon(P, Q), record["JS"], rtol=1e-11)


def test_the_distance_is_the_one_that_the_notebook_prints(values):
    assert_allclose(np.sum(values["plan"] * COST), 0.15148578811369506, rtol=1e-12)
    assert_allclose(transport.line_distance(P, Q), 0.15148578811369506, rtol=1e-12)


def test_prices_prove_it(values):
    u, v = values["u"], values["v"]
    assert np.all(u[:, np.newaxis] + v <= COST + 1e-9)
    assert_allclose(u @ P + v @ Q, np.sum(values["plan"] * COST), rtol=1e-9)
    assert check("15.2.5", lambda plan, u, v, cost: True).status == "wrong"


def test_boxes_that_do_not_meet_have_a_flat_divergence_and_a_sloping_distance():
    line = np.arange(0, 4.5, 0.05)

    def box(at):
        inside = (line >= at) & (line < at + 1)
        return inside / inside.sum()

    for shift in (1.2, 2.0, 3.0):
        p, q = box(0.2), box(0.2 + shift)
        assert_allclose(divergences.jensen_shannon(p, q), np.log(2))
        length = line[-1] - line[0]
        assert_allclose(transport.line_distance(p, q) * length, shift, atol=0.051)
        assert divergences.kl_divergence(p, q) == np.inf
    assert divergences.kl_divergence(box(0.2), box(0.25)) == np.inf


def test_much_blur_is_dear_and_biased_and_little_blur_is_not_done():
    best = transport.line_distance(P, Q)

    def blurred(epsilon):
        plan = transport.sinkhorn(P, Q, COST, epsilon, steps=100)
        same = transport.sinkhorn(P, P, COST, epsilon, steps=100)
        off = np.abs(plan.sum(axis=1) - P).max()
        return np.sum(plan * COST) / best, off, np.sum(same * COST)

    dear, off, bias = blurred(0.5)
    assert dear > 1.5
    assert off < 1e-9
    assert bias > 0.1
    dear, off, bias = blurred(0.005)
    assert dear < 1
    assert off > 0.01
    assert bias < 1e-6


def test_a_tiny_number_never_settles():
    found = [
        divergences.kl_divergence(P, (Q + tiny) / np.sum(Q + tiny))
        for tiny in (1e-3, 1e-6, 1e-9, 1e-12)
    ]
    assert np.all(np.diff(found) > 0.2)


def test_two_plans_cost_the_same(values):
    far, near, way = values["far"], values["near"], values["way"]
    for plan in (far, near):
        assert_allclose(plan.sum(axis=1), values["sand"])
        assert_allclose(plan.sum(axis=0), values["hole"])
    assert_allclose(np.sum(far * way), np.sum(near * way))
    assert not np.allclose(far, near)
