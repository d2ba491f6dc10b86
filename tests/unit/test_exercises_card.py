import dataclasses
from xml.etree import ElementTree

import exercises_reader
import numpy as np
import pytest
from exercises_reader import cell, declare_scaled

from udl.exercises import check, hint, hints
from udl.exercises.card import STATUSES, Card
from udl.exercises.curve import curves
from udl.exercises.declare import case, choice, number, question
from udl.exercises.judging.show import show


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)
    monkeypatch.setattr(hints, "_given", {})


@pytest.mark.parametrize("status", STATUSES)
def test_a_card_tells_its_status_in_words(status):
    card = Card(status, "Exercise 0.1.1: T", ("Look at `y`. " * 20,))
    word, kind = STATUSES[status]
    bundle = card._repr_mimebundle_()
    assert list(bundle) == ["text/html", "text/plain"]
    assert f'class="udl-card udl-card--{kind}"' in bundle["text/html"]
    assert f"<strong>{word}</strong> · Exercise 0.1.1: T" in bundle["text/html"]
    assert "<code>y</code>" in bundle["text/html"]
    assert 'role="status"' not in bundle["text/html"]
    assert repr(card) == str(card) == bundle["text/plain"]
    assert str(card).startswith(f"{word} · Exercise 0.1.1: T\nLook at")
    assert max(map(len, str(card).splitlines())) <= 79
    with pytest.raises(dataclasses.FrozenInstanceError):
        card.status = "correct"


def test_what_the_reader_wrote_is_escaped():
    declare_scaled()
    source = "def f(y, mu, sigma):\n    raise ValueError('<script>&')  # <b>\n"
    bundle = check("0.1.1", cell(source, "f"))._repr_mimebundle_()
    assert "<script>" not in bundle["text/html"]
    assert "&lt;script&gt;&amp;" in bundle["text/html"]
    assert "# &lt;b&gt;" in bundle["text/html"]
    assert "<script>&" in bundle["text/plain"]
    ElementTree.fromstring(bundle["text/html"])


def test_a_wrong_curve_is_drawn_beside_the_right_one():
    declare_scaled(curve=case(np.linspace(-1, 3, 21), 0.5, 2.0))
    card = check("0.1.1", lambda y, mu, sigma: y - mu)
    html = card._repr_mimebundle_()["text/html"]
    drawing = ElementTree.fromstring(html).find("svg")
    assert drawing.get("role") == "img"
    assert drawing.get("aria-label") == card.figure.alt
    dashes = [path.get("stroke-dasharray") for path in drawing.iter("path")]
    assert dashes == [None, "none", "6 4"]
    assert {"yours", "right", "y"} <= {text.text for text in drawing.iter("text")}
    assert "for y from -1 to 3" in card.figure.alt
    assert card.figure.alt in " ".join(str(card).split())


@pytest.mark.parametrize(
    "function",
    [
        lambda y, mu, sigma: 1 / 0,
        lambda y, mu, sigma: np.ones((2, 2)),
        lambda y, mu, sigma: np.full(np.shape(y), np.nan),
        lambda y, mu, sigma: "text",
        lambda y, mu, sigma: (y - mu) / 2.0,
    ],
)
def test_there_is_no_figure_where_there_is_no_curve_to_see(function):
    declare_scaled(curve=case(np.linspace(-1, 3, 21), 0.5, 2.0))
    card = check("0.1.1", function)
    assert card.status != "correct"
    assert card.figure is None


def test_a_curve_with_gaps_is_drawn_in_pieces():
    x = np.arange(8.0)
    y = np.array([np.nan, 1, 2, np.nan, np.nan, 3, 4, np.inf])
    svg = ElementTree.fromstring(curves(x, y, x, "x").svg)
    yours = [path.get("d") for path in svg.iter("path")][1]
    assert yours.count("M") == 3  # two pieces and the sample in the legend
    assert "nan" not in yours
    assert "inf" not in yours


def test_hints_come_one_at_a_time():
    declare_scaled()
    first, last, over, again = (hint("0.1.1") for _ in range(4))
    assert first.sentences == ("Hint 1 of 2.", "What is $y - \\mu$?")
    assert "last hint" in last.sentences[2]
    assert "solution is on the page" in last.sentences[2]
    assert over.sentences == again.sentences
    assert "That was the last of 2 hints." in str(over)
    assert hint("0.1.1", 1) == first
    assert {card.status for card in (first, last, over)} == {"hint"}


def test_hints_with_mathematics_are_markdown_in_a_notebook():
    declare_scaled()
    bundle = hint("0.1.1")._repr_mimebundle_()
    assert list(bundle) == ["text/markdown", "text/plain"]
    assert "$y - \\mu$" in bundle["text/markdown"]


@pytest.mark.parametrize("n", [0, 3, -1, "one", 1.5])
def test_a_hint_that_is_not_there(n):
    declare_scaled()
    card = hint("0.1.1", n)
    assert card.status == "not judged"
    assert "from 1 to 2" in str(card)


def test_hints_of_questions_and_unknown_ids():
    question("0.1.2", title="Q", prompt="?", answer=number(1, tolerance=0.1))
    assert "no hints" in str(hint("0.1.2"))
    assert "nearest on page 0.1: 0.1.2" in str(hint("0.1.3"))


def declare_choices():
    choices = [
        choice("at 74", "No: $x$."),
        choice("At 62", "Yes.", right=True),
        choice("at 80", "No."),
    ]
    question("0.1.2", title="Where?", prompt="?", choices=choices)


@pytest.mark.parametrize(
    "answer", ["b", "B", " b) ", "(b)", 2, np.int64(2), "2", "at 62"]
)
def test_a_choice_can_be_named_in_many_ways(answer):
    declare_choices()
    card = check("0.1.2", answer)
    assert (card.status, card.sentences) == ("correct", ("Yes.",))


def test_a_wrong_choice_has_its_own_feedback():
    declare_choices()
    card = check("0.1.2", "a")
    assert (card.status, card.sentences) == ("wrong", ("No: $x$.",))
    assert "No: $x$." in card._repr_mimebundle_()["text/markdown"]


@pytest.mark.parametrize("answer", ["d", "", 0, 4, 1.5, None, [1], abs, np.ones(3)])
def test_what_is_no_choice_is_told_the_letters(answer):
    declare_choices()
    card = check("0.1.2", answer)
    assert card.status == "not judged"
    assert "a, b or c" in str(card)


@pytest.mark.parametrize(
    ("answer", "status", "feedback"),
    [
        (0.27, "correct", "yes"),
        (0.275, "correct", "yes"),
        ("0.27", "correct", "yes"),
        (np.array(0.265), "correct", "yes"),
        (0.2, "wrong", "near"),
        (7, "wrong", "else"),
        (float("inf"), "wrong", "else"),
    ],
)
def test_numbers_have_their_feedback(answer, status, feedback):
    question(
        "0.1.2",
        title="Q",
        prompt="?",
        answer=number(0.27, tolerance=0.005, feedback="yes"),
        near=[number(0.2, tolerance=0.01, feedback="near")],
        otherwise="else",
    )
    card = check("0.1.2", answer)
    assert (card.status, card.sentences) == (status, (feedback,))


@pytest.mark.parametrize("answer", ["b", None, [0.27, 1], True, 1j, float("nan"), abs])
def test_what_is_no_number_is_asked_for_one(answer):
    question("0.1.2", title="Q", prompt="?", answer=number(0.27, tolerance=0.005))
    card = check("0.1.2", answer)
    assert card.status == "not judged"
    assert "with a number" in str(card) or "Write a number" in str(card)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1.0, "1"),
        (np.float64(0.123456789), "0.12346"),
        (12345678, "12345678"),
        (np.True_, "True"),
        ([1, 2.5], "[1. , 2.5]"),
        (np.arange(50.0), "[ 0., 1., ..., 48., 49.] of shape (50,)"),
        ((1.0, [2.0, [3]]), "(1, (2, [3]))"),
        (abs, "the function abs"),
        ("x" * 99, "'xxxxxxxxxxxx...xxxxxxxxxxxxx'"),
    ],
)
def test_values_are_shown_shortly(value, text):
    assert show(value) == text
