"""An answer is accepted in the form of the published notebook, too."""

import exercises_reader
import numpy as np
import pytest
from exercises_reader import cell, declare_scaled

from udl.exercises import check
from udl.exercises.declare import case, exercise, mistake, published, solved


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)


X, Y = np.array([1.0, 2.0, 4.0]), np.array([0.5, 1.0, 2.0])


def slope(phi, x, y):
    error = phi[0] + phi[1] * x - y
    return np.array([2 * np.sum(error), 2 * np.sum(error * x)])


def declare_slope(**fields):
    form = published(
        "compute_gradient(data, model, phi)",
        takes=[lambda x, y: np.stack([x, y]), lambda: line, lambda phi: phi[:, None]],
        provides={"K": lambda x: len(x)},
        gives=lambda result: result[:, 0],
    )
    return exercise(
        "0.1.1",
        **{
            "title": "T",
            "stub": "def slope(phi, x, y):\n    ...\n",
            "reference": slope,
            "cases": [case(np.array([1.0, -2.0]), X, Y)],
            "published": form,
            **fields,
        },
    )


def line(phi, x):
    return phi[0] + phi[1] * x


SOURCE = """
def compute_gradient(data, model, phi):
    error = model(phi, data[0]) - data[1]
    return 2 * K * np.array([[np.mean(error)], [np.mean(error * data[0])]])
"""


def test_arguments_globals_and_results_are_adapted():
    declare_slope()
    mine = cell(SOURCE, "compute_gradient")
    card = check("0.1.1", mine)
    assert card.status == "correct", card
    assert "`compute_gradient(data, model, phi)`" in " ".join(card.sentences)
    assert "K" not in mine.__globals__
    assert check("0.1.1", slope).status == "correct"


def test_a_wrong_answer_is_shown_with_the_published_arguments():
    planted = [mistake(lambda phi, x, y: slope(phi, x, y) / 2, "Twice?")]
    declare_slope(planted=planted)
    card = check("0.1.1", cell(SOURCE.replace("2 *", "1 *"), "compute_gradient"))
    assert card.sentences[0] == "Twice?"
    assert card.sentences[1].startswith(
        "With data = [[1. , 2. , 4. ], [0.5, 1. , 2. ]]"
    )
    assert "model = the function line, phi = [[ 1.], [-2.]], " in card.sentences[1]


def test_a_walk_has_its_own_reference_and_cases():
    def walk(start, n):
        return np.cumsum([start] * n)

    form = published(
        "walk(start, n)",
        reference=walk,
        cases=[case(2.0, 4)],
        provides={"last": lambda start, n: n - 1},
    )
    declare_slope(published=form)
    source = "def walk(start, n): return [start * (k + 1) for k in range({})]"
    assert check("0.1.1", cell(source.format("last + 1"), "walk")).status == "correct"
    card = check("0.1.1", cell(source.format("last"), "walk"))
    assert card.status == "wrong"
    assert "With start = 2, n = 4" in str(card)


@pytest.mark.parametrize(("count", "status"), [("K", "correct"), ("K + 1", "wrong")])
def test_what_a_published_answer_calls_sees_what_is_provided(count, status):
    source = """
def size(): return K * 1.0
def error(data, model, phi): return (model(phi, data[0]) - data[1]) * size() / size()
def compute_gradient(data, model, phi):
    return np.array([[2 * error(data, model, phi).sum()],
                     [2 * np.sum(error(data, model, phi) * data[0])]]) * size() / (K)
"""
    declare_slope()
    answer = cell(source.replace("(K)", f"({count})"), "compute_gradient")
    assert "K" not in answer.__globals__
    assert check("0.1.1", answer).status == status
    assert "K" not in answer.__globals__["size"].__globals__


@pytest.mark.parametrize("named", [True, False])
def test_a_planted_mistake_is_named_in_a_walk_if_the_form_lifts_it(named):
    def lifts(gradient):
        def walk(start, n):
            x, y = np.arange(3.0), np.ones(3)
            return np.cumsum([gradient(start, x, y)] * n, axis=0)

        return walk

    here = {"cases": [case(np.array([1.0, 2.0]), 2)], "reference": lifts(slope)}
    planted = [mistake(lambda phi, x, y: 2 + slope(phi, x, y), "Two too many?")]
    wrong = lifts(planted[0].function)
    form = published("walk(start, n)", **here, lifts=lifts if named else None)
    declare_slope(published=form, planted=planted)
    card = check("0.1.1", lambda start, n: wrong(start, n))
    assert card.status == "wrong"
    assert ("Two too many?" in str(card)) is named


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"cases": [case(1)]}, "a reference needs cases"),
        ({"lifts": abs}, "its own cases"),
        ({"takes": ["x"]}, "as many makers as arguments"),
    ],
)
def test_a_form_that_does_not_fit_is_refused(fields, said):
    with pytest.raises(ValueError, match=said):
        published("f(x, y)", **fields)


@pytest.mark.parametrize(
    "right",
    [
        lambda v: np.reshape(v, (-1, 1)),
        lambda v: np.reshape(v, (1, -1)),
        lambda v: np.asarray(v, dtype=object),
        lambda v: np.float32(v),
        lambda v: np.atleast_1d(v),
    ],
)
def test_right_values_of_another_shape_or_precision_pass(right):
    declare_scaled()
    card = check("0.1.1", lambda y, mu, sigma: right((y - mu) / sigma))
    assert card.status == "correct", card


def test_single_precision_is_named_and_a_wrong_digit_of_it_seen():
    declare_scaled()
    card = check("0.1.1", lambda y, mu, sigma: np.float32((y - mu) / sigma))
    assert "single precision" in str(card)
    wrong = check("0.1.1", lambda y, mu, sigma: np.float32((y - mu) / sigma * 1.0001))
    assert wrong.status == "wrong"


def test_where_the_shape_is_planted_it_is_told():
    told = mistake(lambda y, mu, s: np.reshape((y - mu) / s, (-1, 1)), "A column.")
    declare_scaled(planted=[told])
    card = check("0.1.1", lambda y, mu, s: np.reshape(y - mu, (-1, 1)) / s)
    assert card.status == "wrong"
    assert card.sentences[0] == "A column."


def test_right_but_for_extreme_cases_is_not_yet_safe():
    declare_scaled(extremes=[case(1e300, -1e300, 1e200)])

    def scaled(y, mu, sigma):
        return (
            (y * y - mu * mu) / (y + mu) / sigma
            if abs(np.max(y)) > 9
            else ((y - mu) / sigma)
        )

    card = check("0.1.1", scaled)
    assert card.status == "not safe"
    assert "it passes 3 of 4 cases" in str(card)
    assert str(card).startswith("Right, not yet safe")


@pytest.mark.parametrize(
    "body", ["return y", "return np.zeros_like(y)", "y = 0; return y"]
)
def test_a_placeholder_is_not_attempted(body):
    declare_scaled()
    card = check("0.1.1", cell(f"def f(y, mu, sigma):\n    {body}\n", "f"))
    assert card.status == "not attempted", card


def test_exchanged_arguments_of_check_are_understood():
    declare_scaled()
    right = cell("def scaled(y, mu, sigma): return (y - mu) / sigma", "scaled")
    assert check(right, "0.1.1").status == "correct"
    assert 'The id comes first, then your function: `check("' in str(
        check(right, right)
    )


def test_a_step_s_mistake_is_recognized_inline_and_in_more_than_asked():
    declare_scaled()
    solution = "def twice(y, mu, sigma):\n    return 2 * scaled(y, mu, sigma)\n"
    two = exercise(
        "0.1.2",
        title="T",
        stub="def twice(y, mu, sigma): ...",
        solution=solution,
        reference=lambda y, mu, sigma: 2 * (y - mu) / sigma,
        cases=[case(np.array([1.0, 3.0, 4.0]), 0.5, 2.5)],
        uses={"scaled": "0.1.1"},
    )
    assert check("0.1.2", solved(two)).status == "correct"
    for wrong in (
        lambda y, mu, sigma: (y - mu) * 2 / sigma**2,
        lambda y, mu, sigma: ((y - mu) * 2 / sigma**2, y - mu),
    ):
        assert check("0.1.2", wrong).sentences[0] == exercises_reader.VARIANCE


def test_parts_are_named_and_counted_once():
    exercise(
        "0.1.3",
        title="T",
        stub="def both(y): ...",
        reference=lambda y: ([y, 2 * y], [y + 1, y + 2]),
        cases=[case(np.array([1.0, 3.0, 4.0]))],
        parts=["f", "h"],
    )
    card = check("0.1.3", lambda y: ([y, 2 * y], [None, y + 2]))
    assert "Look at `h`, entry 0. It is still `None`." in " ".join(card.sentences)
    card = check("0.1.3", lambda y: ([y, 3.3 * y], [y + 1, y + 2]))
    assert "Look at `f`, entry 1. That is not right." in " ".join(card.sentences)
    card = check("0.1.3", lambda y: y + 5)
    assert "2 results are expected, one after the other." in " ".join(card.sentences)


def test_a_mistake_in_one_of_several_lists_is_recognized_in_more_than_asked():
    def doubled(x):
        return [2 * x[:1]], [x]

    exercise(
        "0.1.1",
        title="T",
        stub="def f(x):\n    ...\n",
        reference=lambda x: ([x[:1]], [x]),
        cases=[case(X)],
        planted=[mistake(doubled, "The first is doubled.")],
    )
    card = check("0.1.1", lambda x: (*doubled(x), 0.0))
    assert card.sentences[0] == "The first is doubled."


def test_a_mistake_in_two_lists_is_recognized_in_three_results():
    exercise(
        "0.1.4",
        title="T",
        stub="def both(y): ...",
        reference=lambda y: ([y, 2 * y], [y + 1, y + 2]),
        cases=[case(np.array([1.0, 3.0, 4.0]))],
        planted=[mistake(lambda y: ([y, y**2], [y + 1, y + 2]), "Squared.")],
    )
    wrong = lambda y: ([y, y**2], [y + 1, y + 2], y)  # noqa: E731
    assert check("0.1.4", wrong).sentences[0] == "Squared."
