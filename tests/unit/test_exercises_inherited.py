"""A right function on top of a wrong one: the mistake is named where it is."""

import exercises_reader
import numpy as np
import pytest
from exercises_reader import bell, cell, declare_scaled, scaled

from udl.exercises import check
from udl.exercises.declare import case, exercise, mistake

SOURCE = "def bell(y, mu, sigma):\n    return np.exp(-scaled(y, mu, sigma)**2 / 2)\n"


@pytest.fixture(autouse=True)
def _declared(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)
    declare_scaled()
    exercise(
        "0.1.2",
        title="A bell",
        stub="def bell(y, mu, sigma): ...",
        reference=bell,
        cases=[case(1.0, -1.0, 2.5), case(np.array([0.0, 1.0]), 0.25, 2.0)],
        uses={"scaled": "0.1.1", "standard": "0.1.1"},
        planted=[
            mistake(lambda y, mu, sigma: np.exp(-((y - mu) ** 2) / 2), "Planted.")
        ],
    )


@pytest.mark.parametrize(
    "earlier", [lambda y, mu, sigma: y - mu, lambda y, mu, sigma: None]
)
def test_the_mistake_is_in_the_earlier_function(earlier):
    mine = cell(SOURCE, "bell", scaled=earlier)
    card = check("0.1.2", mine)
    assert card.status == "wrong"
    assert card.sentences == (
        "This function is right once `scaled` is: "
        "the mistake is in Exercise 0.1.1: Standard units.",
    )
    assert mine.__globals__["scaled"] is earlier


def test_it_is_found_under_another_name_and_inside_a_comprehension():
    source = (
        "def bell(y, mu, sigma, *, half=0.5):\n"
        "    z = [standard(v, mu, sigma) for v in np.ravel(y)]\n"
        "    return np.exp(-half * np.reshape(z, np.shape(y)) ** 2)\n"
    )
    mine = cell(source, "bell", standard=lambda y, mu, sigma: y - mu)
    assert "right once `standard` is" in str(check("0.1.2", mine))


def test_of_two_earlier_functions_the_wrong_one_is_named():
    source = (
        "def bell(y, mu, sigma):\n"
        "    z = (scaled(y, mu, sigma) + standard(y, mu, sigma)) / 2\n"
        "    return np.exp(-z**2 / 2)\n"
    )

    def wrong(y, mu, sigma):
        return y - mu

    mine = cell(source, "bell", scaled=scaled, standard=wrong)
    assert "right once `standard` is: the mistake" in str(check("0.1.2", mine))
    mine = cell(source, "bell", scaled=wrong, standard=wrong)
    assert "right once `scaled` and `standard` are: the" in str(check("0.1.2", mine))


def test_an_earlier_function_that_is_not_there_is_missed():
    card = check("0.1.2", cell(SOURCE, "bell"))
    assert "There is no `scaled` yet: run the cell of Exercise 0.1.1" in str(card)


def test_a_mistake_of_its_own_is_not_blamed_on_the_earlier_function():
    source = SOURCE.replace("/ 2", "/ 3")
    for earlier in (scaled, lambda y, mu, sigma: y - mu):
        card = check("0.1.2", cell(source, "bell", scaled=earlier))
        assert card.status == "wrong"
        assert "0.1.1" not in str(card)


def test_a_function_that_does_not_use_it_is_judged_by_itself():
    assert (
        check("0.1.2", lambda y, mu, sigma: np.exp(-((y - mu) ** 2) / 2)).sentences[0]
        == "Planted."
    )
    assert check("0.1.2", cell(SOURCE, "bell", scaled=scaled)).status == "correct"


def test_a_right_earlier_function_is_not_blamed_for_what_it_was_never_asked():
    def narrow(y, mu, sigma):
        if np.max(sigma) > 999:
            raise ValueError("too wide")
        return scaled(y, mu, sigma)

    assert check("0.1.1", narrow).status == "correct"
    source = SOURCE.replace("sigma)**2", "1000 * sigma)**2 * 1000**2")
    card = check("0.1.2", cell(source, "bell", scaled=narrow))
    assert card.status == "wrong"
    assert "ValueError" in str(card)
    assert "0.1.1" not in str(card)
