"""``check``: judge an answer by what it does, and say what is wrong."""

import re

import numpy as np

from udl.exercises import answers
from udl.exercises.card import Card
from udl.exercises.curve import curves
from udl.exercises.declare import UnknownIdError, find
from udl.exercises.judging.attempt import attempts
from udl.exercises.judging.compare import PARTS, as_numbers, is_single, remark
from udl.exercises.judging.forms import House, forms
from udl.exercises.judging.guard import Heard, quiet
from udl.exercises.judging.hypotheses import generally, seen_by_probes
from udl.exercises.judging.modules import as_function
from udl.exercises.judging.placeholder import placeholder, works
from udl.exercises.judging.reader import is_stub, misfit, own_line
from udl.exercises.judging.recognize import inherited, sentence
from udl.exercises.judging.run import run
from udl.exercises.judging.show import show
from udl.exercises.kinds import Question

NOT_ATTEMPTED = "Write your code in place of the `...`."
NOT_MENDED = "This is still the program that you were given. Find its mistake."
NOT_CHANGED = "This is still the program that you were given. Change it, and try."
ID = re.compile(r"[\w-]+(\.\d+)*\.\d+")
PRODUCT = re.compile(
    r"matmul: Input operand 1 has a mismatch in its core dimension 0,.*"
    r"\(size (\d+) is different from (\d+)\)"
)


def check(id, answer):
    """Check the answer to an exercise (a function) or a question.

    Parameters
    ----------
    id : str
        As printed beside the exercise: "5.1.2".
    answer : callable or str or number
        Your function itself, or your choice's letter, or your number. For a network, a
        torch module is as good.

    Returns
    -------
    Card
        What is right or wrong; never the right answer.
    """
    if isinstance(answer, str) and ID.fullmatch(answer.strip()) and callable(id):
        id, answer = answer, id
    if callable(id):
        name = getattr(id, "__name__", "your_function")
        told = f'The id comes first, then your function: `check("5.1.2", {name})`.'
        return Card("not judged", "Exercise", (told,))
    try:
        declared = find(id)
    except UnknownIdError as error:
        return Card("not judged", f"Exercise {id}", (str(error),))
    heard = Heard()
    with quiet():
        if isinstance(declared, Question):
            return answers.judge(declared, answer)
        function = as_function(answer)
        status, sentences, figure = _judge(declared, function, heard)
    kept = tuple(sentence for sentence in sentences if sentence)
    return Card(status, declared.heading, kept, figure, printed=heard.text)


def _judge(exercise, function, heard):
    if not callable(function):
        return "not judged", [_not_a_function(exercise, function)], None
    if is_stub(function, exercise.stub_code):
        return "not attempted", [_untouched(exercise)], None
    fitting = [form for form in forms(exercise) if not _unfit(function, form)]
    if not fitting:
        return "wrong", [_misfit(exercise, function)], None
    tried = attempts(exercise, function, fitting, heard)
    best = tried[0]
    if not best.wrong:
        return _right(exercise, best)
    if best.late:
        return "wrong", [_late(best)], None
    if best.only_extremes_wrong:
        return _not_yet_safe(exercise, tried, function)
    if earlier := inherited(exercise, function):
        return "wrong", [_inherited(earlier, function)], None
    said, best = sentence(exercise, tried)
    figure = _curve(best, function)
    if said:
        return "wrong", [said, _smallest(best, function)], figure
    if refused := best.refused:
        return "wrong", [refused], figure
    if idle := placeholder(best):
        if "..." in exercise.stub and not works(function):
            return "not attempted", [idle, NOT_ATTEMPTED], None
        return "wrong", [idle], figure
    if best.returns_nothing:
        return "wrong", [_nothing_returned()], None
    detail, remarked, score = _detail(best)
    told = generally(best) or remarked or seen_by_probes(best, function)
    shown = f"{_smallest(best, function)} {detail}".strip()
    return "wrong", [_changed(best), told, shown, score], figure


def _untouched(exercise):
    """Say what is to be done to the stub: fill it, try others, or mend it."""
    if "..." in exercise.stub:
        return NOT_ATTEMPTED
    return NOT_CHANGED if exercise.accept else NOT_MENDED


def _right(exercise, best):
    if best.strictly_wrong and (said := sentence(exercise, [best])[0]):
        return "wrong", [said, _told(best, best.strictly_wrong[0])], None
    if changed := _changed(best):
        return "wrong", ["What you return is right.", changed], None
    return "correct", _about_right(best), None


def _not_yet_safe(exercise, tried, function):
    said, best = sentence(exercise, tried)
    right = len(best.cases) - len(best.wrong)
    score = f"Your formula is right: it passes {right} of {len(best.cases)} cases."
    *_, (_, detail) = best.wrong[0]
    told = f"{_smallest(best, function)} {detail}".strip()
    return "not safe", [score, told, said], None


def _unfit(function, form):
    """Give the signature, as text, if it does not fit a form of the call; else None."""
    found = (misfit(function, form.call(case)) for case in form.cases)
    return next((signature for signature in found if signature), None)


def _not_a_function(exercise, value):
    name = exercise.stub_code.co_name
    return (
        f"`check` wants your function itself and got {show(value)}. Write the "
        f'function\'s name without parentheses: `check("{exercise.id}", {name})`.'
    )


def _misfit(exercise, function):
    form = House(exercise)
    signature, case = _unfit(function, form), form.cases[0]
    names = form.names(case)
    plural = "s" * (len(names) != 1)
    return (
        f"Your function takes `{signature}`; it is called with {len(names)} "
        f"argument{plural}: `({', '.join(names)})`."
    )


def _nothing_returned():
    return (
        "Your function returns nothing (`None`). Does it end with `return`? "
        "To print a value is not to return it."
    )


def _late(attempt):
    seconds = attempt.outcomes[0].error.args[0]
    return (
        f"Your function did not finish within {seconds:g} seconds: "
        "is there a loop that never ends?"
    )


def _about_right(attempt):
    count = len(attempt.cases)
    on = "the one case" if count == 1 else f"all {count} cases"
    sentences = [f"Your function is right on {on}."]
    return [*sentences, attempt.form.remark, _about_kind(attempt)]


def _about_kind(attempt):
    """Say what is accepted although it is not quite what was asked."""
    if attempt.strictly_wrong:
        _case, outcome, right, _ = attempt.strictly_wrong[0]
        if isinstance(right, PARTS) or as_numbers(right) is None:
            return "Its shape differs from what is asked by an axis of length one."
        shapes = [np.shape(value) for value in (outcome.value, right)]
        return "Your result has the shape `{}` for `{}`: accepted.".format(*shapes)
    if any(is_single(outcome.value) for outcome in attempt.outcomes):
        return "It computes in single precision, with about seven digits."
    return ""


def _changed(attempt):
    names = attempt.form.names(attempt.cases[0])
    changed = sorted({i for outcome in attempt.outcomes for i in outcome.changed})
    which = " and ".join(f"`{names[i]}`" for i in changed)
    return which and (
        f"Your function changes its argument {which} in place, and so the data of "
        "whoever calls it: work on a copy, or make a new array."
    )


def _inherited(earlier, function):
    names = " and ".join(f"`{name}`" for name in earlier)
    where = " and ".join(dict.fromkeys(one.heading for one in earlier.values()))
    if any(name not in function.__globals__ for name in earlier):
        return f"There is no {names} yet: run the cell of {where} first."
    verb = "is" if len(earlier) == 1 else "are"
    return f"This function is right once {names} {verb}: the mistake is in {where}."


def _smallest(attempt, function):
    """Describe the first case that fails and what came of it."""
    return _told(attempt, attempt.wrong[0], function)


def _told(attempt, failed, function=None):
    case, outcome, right, _ = failed
    shown = attempt.form.shown(case)
    given = ", ".join(f"{name} = {show(value)}" for name, value in shown)
    start = f"With {given}, your" if given else "Your"
    if outcome.error:
        return f"{start} function stopped with {_error(outcome.error, function)}"
    return f"{start} function returned {show(outcome.value, right)}."


def _error(error, function):
    try:
        message = " ".join(str(error).split())[:200]
    except Exception:  # an error of the reader's own making
        message = ""
    if sizes := PRODUCT.fullmatch(message):
        column, row = sizes.groups()
        message = (
            "In `a @ b`, a row of `a` must be as long as a column of `b`. Here they "
            f"have lengths {row} and {column}"
        )
    name = type(error).__name__
    said = f"{name}: {message}".rstrip(".") + "." if message else f"{name}."
    if line := own_line(error, function):
        number, text = line
        said += f" That is line {number}" + (f", `{text}`." if text else ".")
    return said


def _detail(attempt):
    """Say how the smallest case differs, and what is true of all that fail."""
    *_, (_, sentence) = attempt.wrong[0]
    right = len(attempt.cases) - len(attempt.wrong)
    score = f"It is right on {right} of {len(attempt.cases)} cases." if right else ""
    alike = all(kind == "value" for *_, (kind, _) in attempt.wrong)
    pairs = [(right, outcome.value) for _, outcome, right, _ in attempt.wrong]
    return sentence, remark(pairs) if alike else "", score


def _curve(attempt, function):
    exercise, case = attempt.exercise, attempt.exercise.curve
    if case is None:
        return None
    if attempt.form.cases is not exercise.all_cases():
        return None
    (right,) = run(exercise.reference, [case])
    (yours,) = run(function, [case], attempt.form)
    values = as_numbers(yours.value)
    if yours.error or values is None:
        return None
    return curves(case.args[0], values, right.value, exercise.argument_names(case)[0])
