"""The general rows name what they make, on exercises of the book."""

from contextlib import suppress

import numpy as np
import pytest
from test_declared import EXERCISES

from udl.exercises.judging.attempt import Attempt
from udl.exercises.judging.forms import House
from udl.exercises.judging.general import TABLE, wrong_functions
from udl.exercises.judging.guard import quiet
from udl.exercises.judging.hypotheses import applies, general
from udl.exercises.judging.recognize import sentence
from udl.exercises.judging.run import MANY
from udl.exercises.kinds import Case


def named(row):
    """Give what is said to a row's functions, exercise by exercise, if not planted."""
    for exercise in EXERCISES:
        form, case = House(exercise), exercise.cases[0]
        names = form.reference_names(case)
        for wrong, _ in wrong_functions(row, exercise.reference, case, names):
            attempt = Attempt(exercise, wrong, form)
            if attempt.wrong and applies(attempt, wrong):
                if not sentence(exercise, [attempt])[0]:
                    found = general(attempt)
                    yield found and found[0]
                break


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.name)
def test_a_row_is_named_itself(row):
    with quiet():
        assert any(name == row.name for name in named(row))


def test_sentences_are_told_apart_and_take_no_tex():
    assert len({row.sentence for row in TABLE}) == len(TABLE)
    assert not any("$" in row.sentence for row in TABLE)


def test_no_row_makes_a_count_that_fills_the_memory():
    counts = []

    def right(count):
        counts.append(int(count))
        return np.arange(5) + 0.5

    case = Case((20_000,))
    for row in TABLE:
        for wrong, _ in wrong_functions(row, right, case, ["count"]):
            with quiet(), suppress(Exception):
                wrong(*case.args)
    assert 40_000 in counts  # twice
    assert max(counts) <= MANY


def test_to_be_as_good_as_zero_is_no_likeness():
    exercise = next(one for one in EXERCISES if one.id == "18.1.10")

    def tiny(grid, density, t, beta):
        return 1e-30 * grid**2

    with quiet():
        attempt = Attempt(exercise, tiny, House(exercise))
        assert general(attempt) is None
