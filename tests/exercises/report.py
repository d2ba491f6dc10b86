"""What `check` says to right answers, mutants and mistakes: `make check-report P=5.1`.

Without a page all are worked. What is accepted, refused or misnamed is listed.

Right answers are the solution, or the reference, in six spellings; planted mistakes
come in three. The second table tries each general row on each exercise: how often it is
named itself, or is the same as a planted mistake or another row.
"""

import sys
import time
from collections import Counter, defaultdict

import numpy as np
from mutation import mutants
from test_declared import EXERCISES, RIGHT
from test_declared import mutants as changed_results

from udl.exercises import check, declare
from udl.exercises.judging import run
from udl.exercises.judging.attempt import Attempt
from udl.exercises.judging.compare import as_numbers
from udl.exercises.judging.forms import House
from udl.exercises.judging.general import TABLE, wrong_functions
from udl.exercises.judging.guard import quiet
from udl.exercises.judging.hypotheses import applies, general, recalled
from udl.exercises.judging.recognize import sentence

COLUMNS = ("right", "refused", "wrong", "accepted", "named", "generic", "misnamed")


def each(change):
    """Apply a change to every result of a function."""

    def changed(function):
        def spelled(*args, **kwargs):
            return _apply(change, function(*args, **kwargs))

        return spelled

    return changed


def _apply(change, result):
    if isinstance(result, tuple) or (isinstance(result, list) and _apart(result)):
        return type(result)(_apply(change, part) for part in result)
    return result if as_numbers(result) is None else change(np.asarray(result))


def _apart(result):
    """Tell whether a list holds several results: no single array is made of it."""
    return as_numbers(result) is None


def flat_to_column(value):
    """Give a flat array as a column, and a number as an array of one."""
    return value.reshape(-1, 1) if value.ndim < 2 else value


SPELLINGS = {
    "as it is": lambda function: function,
    "lists": each(lambda value: value.tolist()),
    "objects": each(lambda value: value.astype(object)),
    "columns": each(flat_to_column),
    "arguments in a star": lambda function: (
        lambda *args, **named: function(*args, **named)
    ),
    "with more arguments": lambda function: (
        lambda *args, more=None, **named: function(*args, **named)
    ),
}
MISTAKEN = {
    "as it is": lambda function: function,
    "lists": each(lambda value: value.tolist()),
    "more than asked": lambda function: (
        lambda *args, **named: _more(function(*args, **named))
    ),
}


def _more(result):
    return (*result, 0.0) if isinstance(result, tuple) else (result, 0.0)


def work(exercise):
    """Give counts of what `check` says to answers of an exercise, and its faults."""
    count, faults = Counter(), []
    right = declare.solved(exercise) or exercise.reference
    planted = {mistake.sentence for mistake in exercise.planted}
    for n, answer in enumerate((right, *RIGHT.get(exercise.id, []))):
        for spelling, spelled in SPELLINGS.items():
            card = check(exercise.id, spelled(answer))
            if planted & set(card.sentences):  # such a shape is what it is about
                continue
            count["right"] += 1
            if card.status != "correct":
                count["refused"] += 1
                faults.append(f"refused: right answer {n}, {spelling}")
    for n, mistake in enumerate(exercise.planted):
        for spelling, spelled in MISTAKEN.items():
            card = check(exercise.id, spelled(mistake.function))
            named = planted & set(card.sentences)
            kinds = {
                "accepted": card.status == "correct",
                "named": mistake.sentence in named,
                "misnamed": bool(named - {mistake.sentence}),
                "generic": card.status != "correct" and not named,
            }
            count.update(wrong=1, **kinds)
            faults += [
                f"{kind}: mistake {n}, {spelling}"
                for kind, it_is in kinds.items()
                if it_is and kind != "named"
            ]
    for name, mutant in mutants(exercise).items():
        if name not in exercise.equivalent:
            count["mutants"] += 1
            if check(exercise.id, mutant).status == "correct":
                count["survive"] += 1
                faults.append(f"accepted: {name}")
    return count, [f"{exercise.id} {fault}" for fault in faults]


def confusion(exercises):
    """Give, for each row of the table, how often each name is said to its functions."""
    said = defaultdict(Counter)
    with quiet():
        for exercise in exercises:
            form = House(exercise)
            case = exercise.cases[0]
            names = form.reference_names(case)
            right = recalled(Attempt(exercise, exercise.reference, form))
            for row in TABLE:
                for wrong, _ in wrong_functions(row, right, case, names):
                    attempt = Attempt(exercise, wrong, form)
                    if not attempt.wrong or not applies(attempt, wrong):
                        continue
                    planted = sentence(exercise, [attempt])[0]
                    found = None if planted else general(attempt)
                    said[row.name][
                        "(planted)" if planted else found[0] if found else "(not named)"
                    ] += 1
                    break
    return said


def slowness(exercise):
    """Give the seconds that the slower of two mutants takes, and the exercise's id."""
    times = []
    for _, mutant in list(changed_results(exercise))[:2]:
        started = time.perf_counter()
        check(exercise.id, mutant)
        times.append(time.perf_counter() - started)
    return max(times, default=0.0), exercise.id


def main():
    """Print both tables, of the pages named as arguments or of all."""
    run.SECONDS = 1
    pages = defaultdict(Counter)
    wanted = {page.replace("-", ".") for page in sys.argv[1:]}
    exercises = [one for one in EXERCISES if not wanted or one.page in wanted]
    faults = []
    for exercise in exercises:
        count, found = work(exercise)
        pages[exercise.page] += count
        faults += found
    columns = (*COLUMNS, "mutants", "survive")
    print("page " + " ".join(f"{name:>8}" for name in columns))
    total = sum(pages.values(), Counter())
    for page, count in [*pages.items(), ("all", total)]:
        print(f"{page:4} " + " ".join(f"{count[name]:8}" for name in columns))
    print(*faults, sep="\n")
    seconds, slowest = max(map(slowness, exercises))
    print(
        f"\nThe slowest wrong answer is judged in {seconds:.2f} s, that of {slowest}."
    )
    print("\nA general row: itself, planted there; as others that do the same")
    for name, count in confusion(exercises).items():
        others = {n: k for n, k in count.items() if n not in (name, "(planted)")}
        print(f"{name:32}{count[name]:4}{count['(planted)']:4}  {others or ''}")


if __name__ == "__main__":
    main()
