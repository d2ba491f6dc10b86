"""``check``: judge an answer by what it does, and say what is wrong."""

from udl.exercises import answers
from udl.exercises.attempt import attempts, inherited, planted
from udl.exercises.card import Card
from udl.exercises.compare import as_numbers, remark, show
from udl.exercises.curve import curves
from udl.exercises.declare import UnknownIdError, find
from udl.exercises.kinds import Question
from udl.exercises.reader import is_stub, misfit, own_line
from udl.exercises.run import quiet, run


def check(id, answer):
    """Check the answer to an exercise (a function) or a question.

    Parameters
    ----------
    id : str
        As printed beside the exercise: "5.1.2".
    answer : callable or str or number
        Your function itself, or your choice's letter, or your number.

    Returns
    -------
    Card
        What is right or wrong; never the right answer.
    """
    try:
        declared = find(id)
    except UnknownIdError as error:
        return Card("not judged", f"Exercise {id}", (str(error),))
    with quiet():
        if isinstance(declared, Question):
            return answers.judge(declared, answer)
        status, sentences, figure = _judge(declared, answer)
    kept = tuple(sentence for sentence in sentences if sentence)
    return Card(status, declared.heading, kept, figure)


def _judge(exercise, function):
    if not callable(function):
        return "not judged", [_not_a_function(exercise, function)], None
    if is_stub(function, exercise.stub_code):
        return "not attempted", ["Write your code in place of the `...`."], None
    for case in exercise.all_cases():
        if signature := misfit(function, case):
            return "wrong", [_misfit(exercise, case, signature)], None
    tried = attempts(exercise, function)
    best = tried[0]
    if not best.wrong:
        changed = _changed(best)
        if changed:
            return "wrong", ["What you return is right.", changed], None
        return "correct", _about_right(best), None
    if best.late:
        return "wrong", [_late(best)], None
    if earlier := inherited(exercise, function):
        return "wrong", [_inherited(earlier, function)], None
    mistake, best = planted(exercise, tried)
    figure = _curve(best, function)
    if mistake:
        return "wrong", [mistake.sentence, _smallest(best, function)], figure
    if best.returns_nothing:
        return "wrong", [_nothing_returned()], None
    detail, score = _detail(best)
    return (
        "wrong",
        [_changed(best), f"{_smallest(best, function)} {detail}".strip(), *score],
        figure,
    )


def _not_a_function(exercise, value):
    name = exercise.stub_code.co_name
    return (
        f"`check` wants your function itself and got {show(value)}. Write the "
        f'function\'s name without parentheses: `check("{exercise.id}", {name})`.'
    )


def _misfit(exercise, case, signature):
    names = exercise.argument_names(case)
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
    if attempt.order:
        names = attempt.exercise.argument_names(attempt.cases[0], attempt.order)
        order = ", ".join(names)
        sentences.append(f"Your arguments come in the order `({order})`: accepted.")
    return sentences


def _changed(attempt):
    names = attempt.exercise.argument_names(attempt.cases[0])
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
    case, outcome, *_ = attempt.wrong[0]
    names = attempt.exercise.argument_names(case)
    values = map(show, [*case.args, *case.kwargs.values()])
    given = ", ".join(f"{n} = {v}" for n, v in zip(names, values, strict=True))
    start = f"With {given}, your" if given else "Your"
    if outcome.error:
        return f"{start} function stopped with {_error(outcome.error, function)}"
    return f"{start} function returned {show(outcome.value)}."


def _error(error, function):
    try:
        message = " ".join(str(error).split())[:200]
    except Exception:  # an error of the reader's own making
        message = ""
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
    return sentence, [remark(pairs) if alike else "", score]


def _curve(attempt, function):
    exercise, case = attempt.exercise, attempt.exercise.curve
    if case is None:
        return None
    (right,) = run(exercise.reference, [case], silent=True)
    (yours,) = run(function, [case], attempt.order, silent=True)
    values = as_numbers(yours.value)
    if yours.error or values is None:
        return None
    return curves(case.args[0], values, right.value, exercise.argument_names(case)[0])
