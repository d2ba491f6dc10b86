"""A planted mistake is known by what it computes, and `accept` by what it says."""

import exercises_reader
import numpy as np
import pytest
from exercises_reader import VARIANCE, declare_scaled, says

from udl.exercises import check
from udl.exercises.declare import case, exercise, mistake


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)


def test_a_planted_mistake_is_known_by_what_it_computes():
    declare_scaled(orders=[(2, 0, 1)])
    for wrong in (
        lambda y, mu, sigma: (
            [(v - mu) / sigma / sigma for v in np.ravel(y)]
            if np.ndim(y)
            else (y - mu) * sigma**-2
        ),
        lambda sigma, y, mu: (y - mu) / sigma**2,
    ):
        card = check("0.1.1", wrong)
        assert card.status == "wrong"
        assert card.sentences[0] == VARIANCE
        assert card.sentences[1].startswith("With y = 1, mu = -1, sigma = 2.5, your")
        assert "which unit" not in str(card)


def test_a_planted_mistake_is_known_although_it_fails_for_large_numbers_too():
    def log_mean(x):
        return np.max(x) + np.log(np.mean(np.exp(x - np.max(x))))

    exercise(
        "0.1.1",
        title="T",
        stub="def f(x): ...",
        reference=log_mean,
        cases=[case(np.array([1.0, 2.0])), case(np.array([0.5, -1.0, 3.0]))],
        extremes=[case(np.array([900.0, 901.0]))],
        planted=[mistake(lambda x: log_mean(x) + np.log(len(x)), "Is a sum asked?")],
    )
    says(check("0.1.1", lambda x: np.log(np.sum(np.exp(x)))), "Is a sum asked?")
    says(check("0.1.1", lambda x: np.mean(np.exp(x))), "is a log missing?")
    unsafe = check("0.1.1", lambda x: np.log(np.mean(np.exp(x))))
    assert unsafe.status == "not safe"
    assert "a sum" not in str(unsafe)


def test_planted_infinities_and_exceptions_are_known_too():
    stub = "def f(y): ..."
    planted = [
        mistake(lambda y: np.log(np.zeros_like(y)), "Log of zero."),
        mistake(lambda y: y["a"], "No names here."),
    ]
    one = case(np.array([2.0, 3.0]))
    exercise(
        "0.1.1", title="T", stub=stub, reference=np.log, cases=[one], planted=planted
    )
    says(check("0.1.1", lambda y: [-np.inf, -np.inf]), "Log of zero.")
    says(check("0.1.1", lambda y: y.a["b"] if 0 else y["b"]), "No names here.", "Error")
    assert "Log of" not in str(check("0.1.1", lambda y: [-np.inf, 1.0]))
    for other in (lambda y: 1 // 0, lambda y: 0):
        assert "No names" not in str(check("0.1.1", other))


def test_accept_replaces_the_comparison():
    exercise(
        "0.1.1",
        title="A root",
        stub="def root(y): ...",
        reference=np.sqrt,
        accept=lambda got, y: abs(got**2 - y) < 1e-9,
        cases=[case(4.0), case(9.0)],
    )
    assert check("0.1.1", lambda y: -(y**0.5)).status == "correct"
    says(check("0.1.1", lambda y: y / 1), "returns its argument `y` as it is.")
    says(check("0.1.1", lambda y: y + 1), "returned 5. That is not right.")
    says(check("0.1.1", lambda y: "two"), "returned 'two'. That is not right.")


def test_accept_may_say_what_is_wrong_with_any_other_mistake():
    exercise(
        "0.1.1",
        title="Nearly",
        stub="def guess(y): ...",
        reference=lambda y: 0 * y + 1,
        accept=lambda got, y: abs(got - 1) < 0.1 or f"Off by {abs(got - 1):g}.",
        cases=[case(4.0), case(9.0)],
        planted=[mistake(lambda y: y, "That is y.")],
    )
    assert check("0.1.1", lambda y: 1.05).status == "correct"
    assert check("0.1.1", lambda y: 3).sentences == ("Off by 2.",)
    says(check("0.1.1", lambda y: y), "That is y.")
    says(check("0.1.1", lambda y: "two"), "returned 'two'. That is not right.")
