"""A reader's function on the cases of an exercise, in one form of the call."""

from functools import cached_property

from udl.exercises.judging.compare import PARTS, difference, fitted
from udl.exercises.judging.run import DidNotFinish, run

NOT_RIGHT = "That is not right."


class Attempt:
    """What a function did on all cases, called in one form.

    Parameters
    ----------
    exercise : Exercise
    function : callable
    form : House or There
    heard : Heard, optional
        Keeps what the function prints.

    Attributes
    ----------
    wrong : list of (Case, Outcome, right value, (kind, sentence))
        The cases that failed, in the order of declaration.
    """

    def __init__(self, exercise, function, form, heard=None):
        self.exercise, self.form, self.cases = exercise, form, form.cases
        self.outcomes = run(function, self.cases, form, heard)
        self.late = any(isinstance(o.error, DidNotFinish) for o in self.outcomes)
        self.wrong = self._wrong(loosely=True)

    @cached_property
    def right(self):
        """The right outcome of each case."""
        outcomes = run(self.form.reference, self.cases)
        for outcome in outcomes:
            if outcome.error:
                raise outcome.error
        return [outcome.value for outcome in outcomes]

    def _wrong(self, loosely):
        found = []
        cases = zip(self.cases, self.outcomes, self.right, strict=True)
        for case, outcome, right in cases:
            if told := self.judge(case, outcome, right, loosely):
                found.append((case, outcome, right, told))
        return found

    def judge(self, case, outcome, right, loosely):
        """Say what is wrong with one outcome, or None."""
        exercise = self.exercise
        if outcome.error:
            return "error", ""
        own = self.form.reference != exercise.reference
        if exercise.accept and outcome.value is not None and not own:
            value = fitted(right, outcome.value) if loosely else outcome.value
            refused = refusal(exercise, case, value)
            return refused and ("accept", refused)
        return self.difference(right, outcome.value, loosely)

    def difference(self, right, got, loosely=False):
        """Say how two results differ, within the exercise's tolerances, or None."""
        exercise = self.exercise
        named = exercise.parts if len(exercise.parts) == _count(right) else ()
        return difference(right, got, exercise.rtol, exercise.atol, loosely, named)

    @cached_property
    def strictly_wrong(self):
        """The cases that fail when a column for a flat array does not pass either."""
        return self._wrong(loosely=False)

    @property
    def only_extremes_wrong(self):
        """Whether it is right on all cases but some of the extreme ones."""
        failed = [case for case, *_ in self.wrong]
        extremes = self.exercise.extremes
        return bool(failed) and all(case in extremes for case in failed)

    @property
    def refused(self):
        """What the exercise's ``accept`` says of the first wrong result, if it does."""
        *_, (kind, told) = self.wrong[0]
        return told if kind == "accept" and told != NOT_RIGHT else None

    @property
    def rank(self):
        """How right it is: of several forms, the reader means the best."""
        raised = sum(outcome.error is not None for outcome in self.outcomes)
        share = len(self.wrong) / len(self.cases)
        return not self.wrong, not self.late, -share, -raised

    @property
    def returns_nothing(self):
        """Whether every call came back, with None."""
        return all(o.value is None and not o.error for o in self.outcomes)

    def is_like(self, theirs, *, loosely=False, everywhere=False, ordinary=False):
        """Tell whether wrong outcomes are the same, and their mistake shows.

        Parameters
        ----------
        theirs : list of Outcome
        loosely : bool
            As in `udl.exercises.judging.compare.difference`.
        everywhere : bool
            They stop at the same cases, too; else the cases that both can run decide.
        ordinary : bool
            The extreme cases do not count: the reader's way of computing may differ.
        """
        shows, stops, apart = False, False, False
        for case, mine, other, right in zip(
            self.cases, self.outcomes, theirs, self.right, strict=True
        ):
            if ordinary and case in self.exercise.extremes:
                continue
            if mine.error and other.error:
                apart = apart or type(mine.error) is not type(other.error)
                stops = stops or _same_error(mine.error, other.error)
            elif mine.error or other.error:
                apart = True
            elif not self._same(mine.value, other.value, right, loosely):
                return False
            else:
                shows = shows or all(
                    self.judge(case, one, right, loosely) for one in (other, mine)
                )
        return not (apart and everywhere) and (shows or (stops and not apart))

    def _same(self, mine, theirs, right, loosely):
        if mine is None or theirs is None:
            return mine is theirs
        return any(
            not self.difference(theirs, one, loosely) for one in asked(mine, right)
        )


def _count(right):
    return len(right) if isinstance(right, PARTS) else 1


def asked(got, right):
    """Give a result, and what it holds first where it holds more than is asked."""
    yield got
    if isinstance(got, tuple) and len(got) > 1:
        if not isinstance(right, PARTS):
            yield got[0]
        elif len(got) != len(right):
            yield got[: len(right)]
            if isinstance(got[0], PARTS):
                yield got[0]


def _same_error(mine, theirs):
    try:
        return type(mine) is type(theirs) and str(mine) == str(theirs)
    except Exception:  # an error of the reader's own making
        return False


def refusal(exercise, case, value):
    """Say why an exercise's ``accept`` refuses a result, or None if it does not."""
    try:
        found = exercise.accept(value, *case.args, **case.kwargs)
    except Exception:  # a result of a kind that it was not made for
        found = False
    if isinstance(found, str):
        return found
    return None if found else NOT_RIGHT


def attempts(exercise, function, forms, heard=None):
    """Try the forms until one is right, best first; what is printed is heard once."""
    tried = []
    for form in forms:
        tried.append(Attempt(exercise, function, form, None if tried else heard))
        if not tried[-1].wrong or tried[-1].late:  # its time is over in any form
            break
    return sorted(tried, key=lambda attempt: attempt.rank, reverse=True)
