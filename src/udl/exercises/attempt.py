"""A reader's function on the cases of an exercise: what is wrong, and since when."""

from udl.exercises.compare import difference
from udl.exercises.declare import find
from udl.exercises.reader import global_names, with_globals
from udl.exercises.run import DidNotFinish, run


class Attempt:
    """What a function did on all cases, in one order of the arguments.

    Parameters
    ----------
    exercise : Exercise
    function : callable
    order : tuple of int, optional
        None for the order of the stub.
    silent : bool
        Keep what the function prints to ourselves.

    Attributes
    ----------
    wrong : list of (Case, Outcome, right value, (kind, sentence))
        The cases that failed, in the order of declaration.
    """

    def __init__(self, exercise, function, order=None, *, silent=False):
        self.exercise, self.order, self.cases = exercise, order, exercise.all_cases()
        self.outcomes = run(function, self.cases, order, silent=silent)
        self.late = any(isinstance(o.error, DidNotFinish) for o in self.outcomes)
        self.wrong = []
        for case, outcome in zip(self.cases, self.outcomes, strict=True):
            right, found = self._judge(case, outcome)
            if found:
                self.wrong.append((case, outcome, right, found))

    def _judge(self, case, outcome):
        exercise = self.exercise
        if outcome.error:
            return None, ("error", "")
        if exercise.accept and outcome.value is not None:
            right = _accepted(exercise, case, outcome.value)
            return None, None if right else ("accept", "That is not right.")
        (right,) = run(exercise.reference, [case], silent=True)
        if right.error:
            raise right.error
        tolerances = exercise.rtol, exercise.atol
        return right.value, difference(right.value, outcome.value, *tolerances)

    @property
    def rank(self):
        """How right it is: of several orders, the reader means the best."""
        raised = any(outcome.error for outcome in self.outcomes)
        return -len(self.wrong), not self.late, not raised

    @property
    def returns_nothing(self):
        """Whether every call came back, with None."""
        return all(o.value is None and not o.error for o in self.outcomes)

    def does_as(self, function):
        """Tell whether another function does the same on every case."""
        theirs = run(function, self.cases, silent=True)
        return all(map(self._same, theirs, self.outcomes))

    def _same(self, a, b):
        if a.error or b.error:
            return type(a.error) is type(b.error)
        if a.value is None or b.value is None:
            return a.value is b.value
        tolerances = self.exercise.rtol, self.exercise.atol
        return not difference(a.value, b.value, *tolerances)


def _accepted(exercise, case, value):
    try:
        return bool(exercise.accept(value, *case.args, **case.kwargs))
    except Exception:  # a result of a kind that it was not made for
        return False


def attempts(exercise, function, *, silent=False):
    """Try the accepted orders, best first; what the reader prints is seen once."""
    tried = [Attempt(exercise, function, silent=silent)]
    for order in exercise.orders:
        if tried[0].wrong:
            tried.append(Attempt(exercise, function, order, silent=True))
    return sorted(tried, key=lambda attempt: attempt.rank, reverse=True)


def planted(exercise, tried):
    """Find the planted mistake that does the same, in some order, and that attempt."""
    for mistake in exercise.planted:
        for attempt in tried:
            if attempt.does_as(mistake.function):
                return mistake, attempt
    return None, tried[0]


def inherited(exercise, function):
    """Find the earlier functions that, put right, make this one right.

    Returns
    -------
    dict of str to Exercise
        By the name that the reader's function calls them; empty if there are none.
    """
    used = sorted(global_names(function) & set(exercise.uses))
    for names in [*([name] for name in used), used]:
        earlier = {name: find(exercise.uses[name]) for name in names}
        right = {name: one.reference for name, one in earlier.items()}
        if right:
            copied = with_globals(function, right)
            if not attempts(exercise, copied, silent=True)[0].wrong:
                return earlier
    return {}
