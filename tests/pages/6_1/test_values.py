"""Every value of the record of notebook 6.1 is on page 6.1; what it counts is so."""

import math

import numpy as np
import pytest
from numpy.testing import assert_allclose
from values import expected, reference

from udl.fitting.golden_section import golden_section
from udl.fitting.line_search import line_search

RESULT = reference("6_1")["line search result"]
READ = {
    "found": "found",
    "loss": "loss(found)",
    "done": "len(history) - 1",
    "patient": "patient",
    "patient-done": "len(longer) - 1",
    "gap": "c - b",
    "off": "abs(found - bottom)",
    "bottom": "bottom",
    "turns": "turns",
    "exact": "exact",
    "two": "two_valleys",
    "price": "price",
    "asked": "len(asked)",
    "distinct": "distinct",
    "cliff": "cliff",
}


@pytest.fixture(scope="module")
def values(evaluated):
    return evaluated("6.1", READ)


def test_the_notebook_states_no_value():
    assert expected("6_1") == {}


def test_search_ends_where_the_record_says(values):
    assert_allclose(
        [values["found"], values["loss"]], list(RESULT.values()), rtol=1e-10
    )


def test_the_text_prints_the_answer_in_the_digits_of_the_record(page):
    assert "{eval}`brackets[-1, 1:3].mean():.4f`" in page("6.1").text


def test_the_cap_ends_the_search_before_the_tolerance(values):
    assert values["done"] == 10
    assert values["gap"] > 50 * 1e-4
    assert values["patient-done"] == 20
    assert abs(values["patient"] - values["bottom"]) < 1e-4 < values["off"]
    assert f"{values['found']:.2f}" == f"{values['bottom']:.2f}"
    assert f"{values['found']:.3f}" != f"{values['bottom']:.3f}"


def test_exact_position_is_the_root_of_the_slope_in_thirty_digits(values):
    assert_allclose(values["exact"], 0.380321528823942174607, rtol=1e-14)


def test_the_loss_has_one_valley(values):
    assert values["turns"] == 1


def test_a_dozen_evaluations_find_the_bottom_to_a_hundredth(values):
    asked = []

    def counted(phi):
        asked.append(phi)
        wide = 0.5 * math.exp(-((phi - 0.65) ** 2) / 0.1)
        return 1 - wide - 0.45 * math.exp(-((phi - 0.35) ** 2) / 0.02)

    found = golden_section(counted, 0, 1, 0.02)
    assert len(asked) <= 12
    assert abs(found - values["exact"]) < 0.01


def test_half_of_the_evaluations_are_at_old_places(values):
    assert values["asked"] == 40
    assert values["distinct"] == 4 + 2 * 9


def test_golden_section_needs_less_than_a_fourth_of_the_rules_as_written(values):
    price = values["price"]
    assert price["golden section"] < price["rules, as written"] / 4
    assert price["golden section"] < price["rules, remembering"]


@pytest.mark.parametrize("seed", range(5))
def test_with_two_valleys_the_search_is_no_better_than_a_coin(values, seed):
    grid = np.linspace(0, 1, 401)
    arrived = 0
    for place in np.random.default_rng(seed).uniform(0.05, 0.95, (1000, 2)):

        def pair(phi, place=place):
            return values["two"](phi, *place)

        answer = line_search(pair, 0.001, 40)
        arrived += pair(answer) < pair(grid).min() + 0.001
    assert 0.40 < arrived / 1000 < 0.56


def test_the_cliff_is_measured_and_forgotten(values):
    cliff = values["cliff"]
    assert min(cliff(phi) for phi in (0, 0.33, 0.66)) > cliff(1)
    assert cliff(line_search(cliff, 1e-4, 100)) > cliff(1) + 0.1
