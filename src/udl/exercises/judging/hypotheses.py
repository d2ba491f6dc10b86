"""Try the general ways of being wrong on an attempt."""

import copy

import numpy as np

from udl.exercises.judging.compare import PARTS, as_numbers
from udl.exercises.judging.general import TABLE, wrong_functions
from udl.exercises.judging.probes import PROBES, another_exercise
from udl.exercises.judging.run import Outcome, kept


def generally(attempt):
    """Say which general mistake an attempt makes, or None."""
    found = another_exercise(attempt) or general(attempt)
    return found and found[1]


def seen_by_probes(attempt, function):
    """Say what an attempt looks at, or does not, where it should; or None."""
    told = (probe(attempt, function) for probe in PROBES)
    return next((sentence for sentence in told if sentence), None)


def general(attempt):
    """Name the general mistake that an attempt makes.

    Returns
    -------
    tuple of (str, str) or None
        The row's name and its sentence.
    """
    failed = [
        (case, outcome)
        for case, outcome, _, (kind, _) in attempt.wrong
        if kind in ("value", "shape", "accept", "parts")
    ]
    if not failed:
        return None
    case, outcome = failed[0]
    names, right = attempt.form.reference_names(case), recalled(attempt)
    for row in TABLE:
        for wrong, sentence in wrong_functions(row, right, case, names):
            if _alike(attempt, wrong, case, outcome):
                return row.name, sentence
    return None


def recalled(attempt):
    """Give the right function: it knows the cases' results, and spares arguments.

    A row changes the same result again and again; and a generator that one row has
    drawn from would give the next one other numbers.
    """
    known = {
        tuple(map(id, case.args)): value
        for case, value in zip(attempt.cases, attempt.right, strict=True)
        if not case.kwargs
    }

    def right(*args, **kwargs):
        place = tuple(map(id, args))
        if place in known and not kwargs:
            return known[place]
        args, kwargs = copy.deepcopy((args, kwargs))
        return attempt.form.reference(*args, **kwargs)

    return right


def _alike(attempt, wrong, case, outcome):
    """Ask the first case that fails, and if it agrees, all of them."""
    first = _outcome(wrong, case)
    if first.error or attempt.difference(first.value, outcome.value, loosely=True):
        return False
    if _vanishes(attempt, first.value, outcome.value):
        return False
    theirs = [_outcome(wrong, one) for one in attempt.cases]
    alike = (attempt.is_like(theirs, loosely=how) for how in (False, True))
    if any(alike):
        return _shows(attempt, theirs)
    extremes = attempt.exercise.extremes
    without = [
        Outcome(value) if one in extremes else their
        for one, their, value in zip(attempt.cases, theirs, attempt.right, strict=True)
    ]
    return attempt.is_like(theirs, ordinary=True) and _shows(attempt, without)


def _vanishes(attempt, theirs, mine):
    """Tell whether two results are alike only in being as good as zero."""
    theirs, mine = as_numbers(theirs), as_numbers(mine)
    if theirs is None or mine is None or theirs.size != mine.size:
        return False
    if attempt.difference(0 * theirs, theirs):
        return False
    return not np.allclose(mine.ravel(), theirs.ravel(), rtol=1e-6, atol=0)


def applies(attempt, wrong):
    """Tell whether a row's wrong function shows on more than one value."""
    return _shows(attempt, [_outcome(wrong, case) for case in attempt.cases])


def _shows(attempt, theirs):
    """Tell whether a row is more than chance: of two answers true or false, few are."""
    truths = all(isinstance(right, bool | np.bool_) for right in attempt.right)
    return _evidence(attempt, theirs) > (3 if truths else 1)


def _outcome(function, case):
    try:
        return Outcome(kept(function(*case.args, **case.kwargs)))
    except Exception as error:  # it does not apply here
        return Outcome(error=error)


def _evidence(attempt, theirs):
    """Count the values that differ from the right ones."""
    pairs = zip(attempt.right, theirs, strict=True)
    return sum(_differing(right, their.value) for right, their in pairs)


def _differing(right, wrong):
    if isinstance(right, PARTS) and isinstance(wrong, PARTS):
        return sum(map(_differing, right, wrong))
    right, wrong = as_numbers(right), as_numbers(wrong)
    if right is None or wrong is None:
        return 0
    if right.shape != wrong.shape:
        return max(wrong.size, right.size)
    return int(np.sum(~np.isclose(right, wrong)))
