"""A missing case is seen by the mutant that survives."""

import numpy as np
import pytest
from mutation import mutants, survivors

from udl.exercises import declare
from udl.exercises.declare import case, exercise

SOLUTION = """
def positive_mean(values, least):
    total = 0.0
    for value in values[1:]:
        if value <= least:
            continue
        total += abs(value)
    return total / len(values)
"""
FEW = [case(np.array([1.0, 2.0, 3.0]), 0.5)]
MORE = [
    *FEW,
    case(np.array([1.5, 0.5, -3.0, 2.5, 4.0]), 0.5),
    case(np.array([1, -2, 3, 1]), -3),
]


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    monkeypatch.setattr(declare, "_declared", {})


def declared(cases):
    made = exercise(
        "0.1.1",
        title="T",
        stub="def positive_mean(values, least): ...",
        solution=SOLUTION,
        reference=lambda values, least: (
            np.sum(abs(values[1:]) * (values[1:] > least)) / len(values)
        ),
        cases=cases,
    )
    assert declare.solved(made) is not None
    return made


def test_mutants_are_named_by_the_changed_line():
    names = mutants(declared(MORE))
    for line in (
        "total = 1.0",
        "for value in values[2:]:",
        "if value < least:",
        "total = abs(value)",
        "total += value",
        "pass",
        "return total * len(values)",
    ):
        assert line in names


def test_a_missing_case_is_seen():
    assert {
        "if value < least:",
        "total += value",
        "right for the sizes of the first case only",
        "the result has the first argument's type",
    } <= set(survivors(declared(FEW)))


def test_nothing_survives_all_cases():
    assert survivors(declared(MORE)) == []
