"""Results are right in any container: several at once, columns, objects, one more."""

from collections import Counter, defaultdict

import exercises_reader
import numpy as np
import pytest
from exercises_reader import declare_scaled

from udl.exercises import check
from udl.exercises.declare import case, exercise, mistake
from udl.exercises.judging.compare import difference
from udl.exercises.judging.run import run
from udl.exercises.kinds import Case

FAR = "That is too far."


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)


@pytest.fixture
def settings():
    """An experiment: a start of two numbers and a rate, anything good is right."""
    return exercise(
        "0.1.1",
        title="T",
        stub="def settings():\n    ...\n",
        reference=lambda: ((0.0, 1.0), 0.5, 3),
        cases=[case()],
        accept=lambda got: (
            len(got) == 3 and float(got[1]) + sum(map(float, got[0])) < 2
        ),
        planted=[mistake(lambda: ((5.0, 1.0), 0.5, 3), FAR)],
    )


@pytest.mark.parametrize(
    "answer",
    [
        lambda: [[0.0, 1.0], 0.25, 2],
        lambda: (np.array([0.0, 1.0]), np.array([0.25]), np.array([2])),
        lambda: (np.array([[0.0], [1.0]]), np.array([[0.25]]), 2),
        lambda: (np.array([0.0, 1.0], object), np.array(0.25, object), 2),
    ],
)
def test_an_accepted_result_may_come_in_columns_and_objects(settings, answer):
    assert check("0.1.1", answer).status == "correct"


def test_several_numbers_may_come_as_a_column():
    exercise(
        "0.1.1",
        title="T",
        stub="def settings(x):\n    ...\n",
        reference=lambda x: (1.0, 2.0, 3.0),
        cases=[case(1.0)],
        accept=lambda got, x: float(got[0]) < float(got[2]),
    )
    assert check("0.1.1", lambda x: np.array([[1.0], [5.0], [6.0]])).status == "correct"
    assert check("0.1.1", lambda x: np.array([[7.0], [5.0], [6.0]])).status == "wrong"


def test_two_numbers_may_come_as_a_row_and_a_table():
    exercise(
        "0.1.1",
        title="T",
        stub="def two(x):\n    ...\n",
        reference=lambda x: (x, 2 * x),
        cases=[case(1.5)],
    )
    card = check("0.1.1", lambda x: (np.array([x]), np.array([[2 * x]])))
    assert card.status == "correct"


def test_a_mistake_is_named_where_one_more_result_comes_back(settings):
    card = check("0.1.1", lambda: ((5.0, 1.0), 0.5, 3, "path"))
    assert card.sentences[0] == FAR


@pytest.mark.parametrize("one", [np.array(2.0, object), np.array([[2.0]])])
def test_a_tuple_of_arrays_of_one_number_is_a_flat_array(one):
    right = np.array([2.0, 2.0, 2.0])
    assert difference(right, (one, one, one), 1e-9, 0, loosely=True) is None
    assert difference(right, (one, one, 2 * one), 1e-9, 0, loosely=True)


def test_a_picture_with_one_more_axis_is_not_a_table():
    right = np.ones((3, 2))
    assert difference(right, np.ones((1, 3, 2)), 1e-9, 0, loosely=True)
    assert difference(right, np.ones((3, 1, 2)), 1e-9, 0, loosely=True)


def test_columns_pass_for_flat_arrays():
    declare_scaled()
    answer = lambda y, mu, sigma: np.reshape((y - mu) / sigma, (-1, 1, 1))  # noqa: E731
    assert check("0.1.1", answer).status == "correct"


def noisy(x, rng):
    return x + rng.normal(size=x.size)


def test_a_general_mistake_is_named_where_the_right_answer_draws_random_numbers():
    draws = [case(np.arange(3.0) + k, np.random.default_rng(k)) for k in range(2)]
    exercise(
        "0.1.1",
        title="T",
        stub="def noisy(x, rng):\n    ...\n",
        reference=noisy,
        cases=draws,
    )
    before = [one.args[1].bit_generator.state for one in draws]
    card = check("0.1.1", lambda x, rng: 2 * noisy(x, rng))
    assert "twice the right one" in card.sentences[0]
    card = check("0.1.1", lambda x, rng: noisy(-x, rng))
    assert "right for `-x`" in card.sentences[0]
    assert [one.args[1].bit_generator.state for one in draws] == before


def test_the_results_of_several_calls_are_stacked_and_their_draws_go_on():
    several = Case((np.random.default_rng(0),), calls=3)
    (outcome,) = run(lambda rng: rng.normal(size=2), [several])
    expected = np.random.default_rng(0).normal(size=(3, 2))
    np.testing.assert_allclose(outcome.value, expected)
    (nothing,) = run(lambda rng: None, [several])
    assert nothing.value is None
    (ragged,) = run(lambda rng: rng.normal(size=rng.integers(9)), [several])
    assert isinstance(ragged.error, ValueError)


def test_one_spread_for_all_may_be_noted_for_each():
    right = (np.array([1.0, 2.0, 3.0]), 0.5)
    assert difference(right, (right[0], np.full(3, 0.5)), 1e-7, 1e-12) is None
    for wrong in (np.full(3, 0.4), np.full(2, 0.5), np.array([0.5, 0.5, 0.4])):
        assert difference(right, (right[0], wrong), 1e-7, 1e-12)
    assert difference((1.0, 0.5), (1.0, np.full(3, 0.5)), 1e-7, 1e-12)


def test_what_makes_no_numbers_is_no_match():
    assert difference([[1.0], [1.0, 2.0]], 3.0, 1e-7, 1e-12)[0] == "parts"
    assert difference(np.array(["a", "b"]), np.ones(2), 1e-7, 1e-12)[0] == "kind"


@pytest.mark.parametrize(
    ("got", "what"),
    [([np.inf, np.inf], "yours is infinite"), ([np.nan, np.inf], "is not a number")],
)
def test_an_answer_with_infinities_in_it_is_not_told_to_be_finite_everywhere(got, what):
    kind, sentence = difference(np.array([1.0, np.inf]), np.array(got), 1e-9, 0)
    assert kind == "finite"
    assert what in sentence
    assert "every place" not in sentence
    alone = difference(np.ones(2), np.array(got), 1e-9, 0)[1]
    assert "every place" in alone


@pytest.fixture
def counts():
    """An exercise whose result is a dictionary."""
    return exercise(
        "0.1.1",
        title="T",
        stub="def counts(words):\n    ...\n",
        reference=lambda words: {word: words.count(word) for word in words},
        cases=[case(["b", "a", "b"])],
        planted=[mistake(lambda words: dict.fromkeys(words, 1), FAR)],
    )


@pytest.mark.parametrize(
    "kind", [dict, Counter, lambda found: defaultdict(int, sorted(found.items()))]
)
def test_a_dictionary_may_be_of_any_kind_and_order(counts, kind):
    answer = lambda words: kind({word: words.count(word) for word in words})  # noqa: E731
    assert check("0.1.1", answer).status == "correct"


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"a": 1}, "a key is missing"),
        ({"a": 1, "b": 2, "c": 1}, "'c' should not be a key"),
        ({"a": 1, "b": 3}, "the value of 'b' is wrong"),
        ([("a", 1), ("b", 2)], "A dictionary is expected"),
        (3.0, "A dictionary is expected"),
    ],
)
def test_a_wrong_dictionary_is_told_where(counts, wrong, told):
    card = check("0.1.1", lambda words: wrong)
    assert card.status == "wrong"
    assert told in " ".join(card.sentences)


def test_a_planted_dictionary_is_recognized(counts):
    assert FAR in check("0.1.1", lambda words: dict.fromkeys(words, 1)).sentences


def test_bytes_are_the_numbers_that_they_hold():
    [read] = run(lambda: b"\x00\xff", [case()])
    assert difference(np.array([0, 255]), read.value, 0, 0) is None
    assert difference(np.array([0, 254]), read.value, 0, 0)[0] == "value"


def test_a_list_of_strings_is_called_so():
    kind, sentence = difference(["a", "b"], ["a"], 0, 0)
    assert (kind, sentence) == ("parts", "A list of strings is expected, of length 2.")
