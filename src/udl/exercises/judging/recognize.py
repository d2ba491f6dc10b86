"""Which mistake is it: a planted one, that of a contained step, or a general one."""

from udl.exercises.declare import find, solved
from udl.exercises.judging.attempt import attempts
from udl.exercises.judging.forms import forms
from udl.exercises.judging.reader import global_names, with_globals
from udl.exercises.judging.run import run


def sentence(exercise, tried):
    """Find the mistake that an attempt makes.

    Returns
    -------
    tuple of (str or None, Attempt)
        What to say, and the form that it was made in.
    """
    mistakes = [*exercise.planted, *of_steps(exercise)]
    here = [run(mistake.function, exercise.all_cases()) for mistake in mistakes]

    def made_in(form):
        """Make the mistakes in a form of the call; a walk may know no way to."""
        if form.cases is exercise.all_cases():
            return here
        lifts = form.published.lifts or (lambda _: None)
        walks = [lifts(mistake.function) for mistake in mistakes]
        return [walk and run(walk, form.cases) for walk in walks]

    made = [(attempt, made_in(attempt.form)) for attempt in tried]
    for how in ({"everywhere": True}, {}, {"loosely": True}, {"ordinary": True}):
        for i, mistake in enumerate(mistakes):
            for attempt, theirs in made:
                if theirs[i] and attempt.is_like(theirs[i], **how):
                    return mistake.sentence, attempt
    return None, tried[0]


def of_steps(exercise):
    """Give the mistakes of the steps that an exercise contains, made inside of it."""
    for name, id in exercise.uses.items():
        step = find(id)
        whole, name = _that_calls(exercise, name, step)
        if whole:
            for mistake in step.planted:
                yield type(mistake)(
                    with_globals(whole, {name: mistake.function}), mistake.sentence
                )


def _that_calls(exercise, name, step):
    """Find a right function that calls the step, and by which name."""
    solution = solved(exercise)
    if name in global_names(solution):
        return solution, name
    name = step.reference.__name__
    return (
        exercise.reference if name in global_names(exercise.reference) else None
    ), name


def inherited(exercise, function):
    """Find the earlier functions that, put right, make this one right.

    Returns
    -------
    dict of str to Exercise
        By the name that the reader's function calls them; empty if there are none.
    """
    used = sorted(global_names(function) & set(exercise.uses))
    used = [name for name in used if not _is_right(name, function, exercise)]
    for names in [*([name] for name in used), used]:
        earlier = {name: find(exercise.uses[name]) for name in names}
        right = {name: one.reference for name, one in earlier.items()}
        if right:
            copied = with_globals(function, right)
            if not attempts(exercise, copied, forms(exercise))[0].wrong:
                return earlier
    return {}


def _is_right(name, function, exercise):
    """Tell whether an earlier function is right where it was asked for."""
    answer = getattr(function, "__globals__", {}).get(name)
    step = find(exercise.uses[name])
    return callable(answer) and not attempts(step, answer, forms(step))[0].wrong
