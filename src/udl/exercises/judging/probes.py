"""What a wrong answer looks at: questions that no wrong function stands for."""

import difflib

import numpy as np

from udl.exercises.declare import on_page
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
                return other.id, f"This is what {other.heading} asks for."
    return None


def outside(attempt, function):
    """It reads data that is none of its arguments."""
    names = attempt.form.names(attempt.cases[0])
    space = getattr(function, "__globals__", {})
    for name in sorted(global_names(function) - set(names)):
        value = space.get(name)
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
            return f"Your result does not change when only `{name}` changes."
    return None


def _changed(case, place):
    """Change one argument's numbers, keeping their kind and order."""
    if place >= len(case.args):
        return None
    value = case.args[place]
    numbers = as_numbers(value)
    if numbers is None or numbers.dtype.kind != "f" or isinstance(value, list | tuple):
        return None
    other = type(value)(numbers * 1.125) if numbers.ndim == 0 else numbers * 1.125
    return Case((*case.args[:place], other, *case.args[place + 1 :]), case.kwargs)


def one_kind_of_input(attempt, function):
    """It is right for arrays and not for numbers, or for the sizes of one case only.

    Where an axis has a single entry, much that is wrong comes out right: that says
    nothing about sizes.
    """
    if not {kind for *_, (kind, _) in attempt.wrong} <= {"value", "error", "accept"}:
        return None
    failed = [case for case, *_ in attempt.wrong]
    right = [case for case in attempt.cases if case not in failed]
    if not right:
        return None
    if _only(failed, _scalars, right):
        return "It works for arrays, and not yet for single numbers."
    if _only(right, _scalars, failed):
        return "It works for single numbers, and not yet for arrays."
    if _only(failed, _integers, right) and any(map(_fractions, right)):
        return (
            "It fails where whole numbers come in: is an array made like one of them, "
            "which then holds whole numbers only?"
        )
    if (
        len(failed) > 1
        and len({_shapes(case) for case in right}) == 1
        and not ({_shapes(case) for case in right} & {_shapes(case) for case in failed})
        and (_sizes(right[0]) & whole_numbers(function))
        and not any(min(shape, default=2) < 2 for shape in _shapes(right[0]))
    ):
        return (
            "It is right for the sizes of one case only: is a size, or a number of "
            "terms, written out?"
        )
    return None


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


def _integers(case):
    return _has_array(case, "iu")


def _fractions(case):
    return _has_array(case, "f")


def _has_array(case, kinds):
    numbers = map(as_numbers, case.args)
    return any(
        n is not None and n.ndim and n.size and n.dtype.kind in kinds for n in numbers
    )


PROBES = (outside, without_influence, one_kind_of_input)
