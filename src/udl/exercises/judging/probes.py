"""What a wrong answer looks at: questions that no wrong function stands for."""

import difflib
import math
import random

import numpy as np

from udl.exercises.declare import on_page, solved
from udl.exercises.judging.compare import as_numbers, difference
from udl.exercises.judging.reader import global_names, whole_numbers
from udl.exercises.judging.run import run
from udl.exercises.kinds import Case, Exercise


def another_exercise(attempt):
    """It does what another exercise of the page asks."""
    exercise = attempt.exercise
    for other in on_page(exercise.page):
        if isinstance(other, Exercise) and other.id != exercise.id:
            theirs = run(other.reference, attempt.cases)
            if not any(o.error for o in theirs) and attempt.is_like(theirs):
                told = f'This is what exercise {other.id}, "{other.title}", asks for.'
                return other.id, told
    return None


def outside(attempt, function):
    """It reads data that is none of its arguments."""
    names = attempt.form.names(attempt.cases[0])
    space = getattr(function, "__globals__", {})
    for name in sorted(global_names(function) - set(names)):
        value, known = space.get(name), getattr(math, name, None)
        if isinstance(known, float) and np.array_equal(space.get(name, known), known):
            continue  # pi is no data
        near = difflib.get_close_matches(name, names, 1, 0.6)
        missing = name not in space and any(
            isinstance(o.error, NameError) and o.error.name == name
            for o in attempt.outcomes
        )
        if near and (missing or as_numbers(value) is not None):
            told = f"It reads `{name}`, which is none of its arguments"
            return f"{told}: is `{near[0]}` meant?"
        if as_numbers(value) is not None:
            return f"It reads `{name}` from outside: its arguments are all it needs."
    return None


def as_given(attempt, function):
    """It is the program that was given, said in another way."""
    exercise = attempt.exercise
    if "..." in exercise.stub or attempt.form.cases is not exercise.all_cases():
        return None
    space = {"np": np, "math": math}
    exec(exercise.stub, space)
    given = space.get(exercise.stub_code.co_name)
    theirs = run(given, attempt.cases, attempt.form) if given else []
    if theirs and not any(o.error for o in theirs) and attempt.is_like(theirs):
        return "Your program still does what the given one does."
    return None


def drawn(attempt, function):
    """It draws numbers of its own: called again, it gives others."""
    kinds = {kind for *_, (kind, _) in attempt.wrong}
    if attempt.exercise.accept or kinds != {"value"}:
        return None
    states = np.random.get_state(), random.getstate()  # noqa: NPY002
    try:
        np.random.seed(1), random.seed(1)  # noqa: NPY002
        again = run(function, [case for case, *_ in attempt.wrong], attempt.form)
    finally:
        np.random.set_state(states[0])  # noqa: NPY002
        random.setstate(states[1])
    for (_, before, *_), now in zip(attempt.wrong, again, strict=True):
        steady = before.error or difference(before.value, before.value, 0, 0)
        if not steady and not now.error and difference(before.value, now.value, 0, 0):
            return (
                "Called twice with the same arguments, your function returns different "
                "values: does it draw numbers of its own?"
            )
    return None


def one_by_one(attempt, function):
    """It keeps the terms of what should be one number."""
    values = [as_numbers(outcome.value) for outcome in attempt.outcomes]
    if attempt.exercise.accept or any(value is None for value in values):
        return None
    right = [as_numbers(value) for value in attempt.right]
    if any(value is None or value.ndim for value in right):
        return None
    if not any(value.size > 1 for value in values):
        return None
    for finish, name in ((np.mean, "mean"), (np.sum, "sum")):
        finished = zip(attempt.right, map(finish, values), strict=True)
        if not any(attempt.difference(a, b, loosely=True) for a, b in finished):
            return f"You return the terms one by one. Their {name} is right."
    return None


def without_influence(attempt, function):
    """An argument has no influence on what comes back, and should have."""
    form = attempt.form
    kinds = {kind for *_, (kind, _) in attempt.wrong}
    if form.cases is not attempt.exercise.all_cases() or not kinds <= {
        "value",
        "accept",
    }:
        return None
    if attempt.exercise.accept and len(attempt.cases) == 1:
        return None  # what was found by trying may be written down as it is
    for place, name in enumerate(attempt.exercise.argument_names(attempt.cases[0])):
        others = [_changed(case, place) for case in attempt.cases]
        if None in others:
            continue
        yours, right = run(function, others, form), run(form.reference, others)
        if any(o.error for o in (*yours, *right)):
            continue
        same = zip(attempt.outcomes, yours, strict=True)
        moves = zip(attempt.right, right, strict=True)
        if all(not difference(a.value, b.value, 0, 0) for a, b in same) and any(
            difference(a, b.value, 1e-9, 1e-12) for a, b in moves
        ):
            if _moves_far_away(attempt, function, place):
                continue
            return f"Your result does not change when only `{name}` changes."
    return None


def _moves_far_away(attempt, function, place):
    """Tell whether a larger change of an argument shows: truths seldom change."""
    far = [_changed(case, place, -2.5) for case in attempt.cases]
    yours = run(function, far, attempt.form)
    same = zip(attempt.outcomes, yours, strict=True)
    return any(b.error or difference(a.value, b.value, 0, 0) for a, b in same)


def _changed(case, place, factor=1.125):
    """Change one argument's numbers, keeping their kind and order."""
    if place >= len(case.args):
        return None
    value = case.args[place]
    numbers = as_numbers(value)
    if numbers is None or numbers.dtype.kind != "f" or isinstance(value, list | tuple):
        return None
    other = type(value)(numbers * factor) if numbers.ndim == 0 else numbers * factor
    return Case((*case.args[:place], other, *case.args[place + 1 :]), case.kwargs)


def one_kind_of_input(attempt, function):
    """It is right for arrays and not for numbers, or for the sizes of one case only."""
    if not {kind for *_, (kind, _) in attempt.wrong} <= {"value", "error", "accept"}:
        return None
    failed = [case for case, *_ in attempt.wrong]
    right = [case for case in attempt.cases if case not in failed]
    if not right:
        return None
    if _only(failed, _scalars, right):
        return "It works for arrays, and not yet for single numbers."
    if _only(right, _scalars, failed):
        if _wrong_for_numbers(attempt, function):
            return None
        return "It works for single numbers, and not yet for arrays."
    if _only(failed, _integers, right) and any(map(_fractions, right)):
        return (
            "It fails where whole numbers come in: is an array made like one of them, "
            "which then holds whole numbers only?"
        )
    if _only(right, _flat, failed):
        return "It works for flat arrays, and not yet for every shape."
    extremes = attempt.exercise.extremes
    right = [case for case in right if case not in extremes and _tells(attempt, case)]
    if len(failed) > 1 and len({_shapes(case) for case in right}) == 1:
        (sizes,) = {_shapes(case) for case in right}
        others = {_shapes(case) for case in failed}
        alike = any(list(map(len, sizes)) == list(map(len, other)) for other in others)
        several = any(sizes) and all(n > 1 for shape in sizes for n in shape)
        own = whole_numbers(function) - whole_numbers(solved(attempt.exercise))
        written = right and _sizes(right[0]) & own
        if several and alike and sizes not in others and written:
            return (
                "It is right for the sizes of one case only: is a size, or a number of "
                "terms, written out?"
            )
    return None


def _wrong_for_numbers(attempt, function):
    """Tell whether one number out of an array in a failing case goes wrong alone."""
    form = attempt.form
    for case, outcome, *_ in attempt.wrong:
        numbers = as_numbers(case.args[0])
        if outcome.error or form.cases is not attempt.exercise.all_cases():
            continue
        alone = [
            Case((one, *case.args[1:]), case.kwargs)
            for one in numbers.ravel()[:20].astype(float)
        ]
        yours, right = run(function, alone, form), run(form.reference, alone)
        for mine, ours in zip(yours, right, strict=True):
            if ours.error or mine.error:
                continue
            if attempt.difference(ours.value, mine.value, loosely=True):
                return True
    return False


def _tells(attempt, case):
    """Tell whether a case's right result is more than zeros, right by many ways."""
    value = attempt.right[attempt.cases.index(case)]
    numbers = as_numbers(value)
    return numbers is None or bool(np.any(numbers))


def _sizes(case):
    """Give the lengths, but for one, that the arrays of a case have."""
    return {n for shape in _shapes(case) for n in shape if n > 1}


def _only(these, kind, others):
    return all(map(kind, these)) and not any(map(kind, others))


def _shapes(case):
    return tuple(np.shape(n) for a in case.args if (n := as_numbers(a)) is not None)


def _scalars(case):
    numbers = as_numbers(case.args[0]) if case.args else None
    return numbers is not None and numbers.ndim == 0


def _flat(case):
    numbers = as_numbers(case.args[0]) if len(case.args) == 1 else None
    return numbers is not None and numbers.ndim == 1


def _integers(case):
    return _has_array(case, "iu")


def _fractions(case):
    return _has_array(case, "f")


def _has_array(case, kinds):
    numbers = map(as_numbers, case.args)
    return any(
        n is not None and n.ndim and n.size and n.dtype.kind in kinds for n in numbers
    )


PROBES = (
    as_given,
    one_by_one,
    drawn,
    outside,
    without_influence,
    one_kind_of_input,
)
