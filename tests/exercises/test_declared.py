"""What must hold of every exercise and question that any page declares."""

import ast
import importlib
import pkgutil
import string

import loading
import numpy as np
import pytest
from mutation import survivors

from udl.exercises import check, declare, hint, pages
from udl.exercises.declare import UnknownIdError, find, on_page
from udl.exercises.judging import run
from udl.exercises.judging.compare import PARTS, difference
from udl.exercises.kinds import Exercise, Question

for found in pkgutil.iter_modules(pages.__path__):
    importlib.import_module(f"{pages.__name__}.{found.name}")
DECLARED = list(declare._declared.values())
EXERCISES = [one for one in DECLARED if isinstance(one, Exercise)]
QUESTIONS = [one for one in DECLARED if isinstance(one, Question)]
RIGHT = {}
for _, answers in loading.each("answers"):
    RIGHT |= answers.RIGHT

each_exercise = pytest.mark.parametrize("exercise", EXERCISES, ids=lambda e: e.id)
each_choice_question = pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if q.choices], ids=lambda q: q.id
)
each_number_question = pytest.mark.parametrize(
    "question", [q for q in QUESTIONS if not q.choices], ids=lambda q: q.id
)
each_planted = pytest.mark.parametrize(
    ("exercise", "planted"),
    [
        pytest.param(exercise, planted, id=f"{exercise.id}-{n}")
        for exercise in EXERCISES
        for n, planted in enumerate(exercise.planted, start=1)
    ],
)
each_page = pytest.mark.parametrize("page", sorted({one.page for one in DECLARED}))


@each_exercise
def test_the_reference_passes(exercise):
    assert check(exercise.id, exercise.reference).status == "correct"


@each_exercise
def test_a_solution_is_short_and_passes(exercise):
    if exercise.solution:
        function = ast.parse(exercise.solution.strip()).body[-1]
        assert function.name == exercise.stub_code.co_name
        assert 2 <= function.end_lineno - function.lineno + 1 <= 8
        assert check(exercise.id, declare.solved(exercise)).status == "correct"


@each_exercise
def test_every_mutant_of_a_solution_fails_or_is_known_to_be_equivalent(
    exercise, monkeypatch
):
    if exercise.solution:
        monkeypatch.setattr(run, "SECONDS", 0.5)  # some never end
        assert sorted(survivors(exercise)) == sorted(exercise.equivalent)
        assert all(reason.strip() for reason in exercise.equivalent.values())


@each_exercise
def test_two_differently_written_answers_pass(exercise):
    answers = RIGHT[exercise.id]
    assert len(answers) >= 2
    assert len({answer.__code__.co_code for answer in answers}) == len(answers)
    for answer in answers:
        card = check(exercise.id, answer)
        assert card.status == "correct", f"{answer.__name__}: {card}"


@each_exercise
def test_the_stub_is_not_attempted(exercise):
    namespace = {}
    exec(exercise.stub, namespace)
    function = namespace[exercise.stub_code.co_name]
    assert check(exercise.id, function).status == "not attempted"
    assert f"def {function.__name__}(" in exercise.stub


@each_planted
def test_a_planted_mistake_gets_its_own_sentence_and_no_other(exercise, planted):
    card = check(exercise.id, planted.function)
    sentences = [one.sentence for one in exercise.planted]
    assert card.status == "wrong"
    assert [said for said in card.sentences if said in sentences] == [planted.sentence]
    assert sentences.count(planted.sentence) == 1


@each_exercise
def test_there_are_mistakes_and_hints_enough(exercise):
    assert len(exercise.planted) >= 3
    assert len(exercise.hints) >= 2
    assert "$" not in exercise.title
    for n, text in enumerate(exercise.hints, start=1):
        assert hint(exercise.id, n).sentences[1] == text


@each_exercise
def test_the_functions_it_may_call_are_exercises_declared_before(exercise):
    before = EXERCISES[: EXERCISES.index(exercise)]
    assert set(exercise.uses.values()) <= {one.id for one in before}


def each(change):
    """Apply a change to each result of a function."""

    def changed(result):
        if isinstance(result, PARTS):
            return tuple(map(changed, result))
        if isinstance(result, dict):
            return {key: changed(value) for key, value in result.items()}
        if isinstance(result, str):
            return 9 * f"{result} "
        return change(np.asarray(result, dtype=float))

    return changed


CHANGES = {
    "sign": each(lambda values: -values),
    "axis": each(lambda v: v.T if v.ndim > 1 else v[::-1] if v.ndim else v),
    "factor": each(lambda values: 1.01 * values),
    "off by one": each(lambda values: values + 1),
    "shape": each(lambda values: np.stack([values, values])),
}


def is_one_number(result):
    return not isinstance(result, (*PARTS, dict, str)) and np.ndim(result) == 0


def mutants(exercise):
    """Give the reference with its results changed; only those that differ from it."""
    cases = exercise.all_cases()
    for name, change in CHANGES.items():

        def mutant(*args, change=change, **kwargs):
            return change(exercise.reference(*args, **kwargs))

        if name == "axis" and all(
            is_one_number(exercise.reference(*c.args, **c.kwargs)) for c in cases
        ):
            # A single number has no axis to confuse: confuse that of an argument.
            def mutant(*args, **kwargs):
                place = next(i for i, a in enumerate(args) if np.ndim(a))
                turned = np.flip(args[place], axis=-1)
                given = *args[:place], turned, *args[place + 1 :]
                return exercise.reference(*given, **kwargs)

        if any(differs(exercise, mutant, one) for one in cases):
            yield name, mutant


def differs(exercise, mutant, one):
    right = exercise.reference(*one.args, **one.kwargs)
    try:
        wrong = mutant(*one.args, **one.kwargs)
    except StopIteration:  # no argument is an array
        return False
    if exercise.accept:
        found = exercise.accept(wrong, *one.args, **one.kwargs)
        return isinstance(found, str) or not found
    return difference(right, wrong, exercise.rtol, exercise.atol) is not None


@each_exercise
def test_mutants_of_the_reference_are_not_called_correct(exercise):
    tried = dict(mutants(exercise))
    assert len(tried) >= 3
    for name, mutant in tried.items():
        assert check(exercise.id, mutant).status == "wrong", name


def numbers_in(result):
    if isinstance(result, PARTS):  # parts may have parts: lists of arrays
        return [value for part in result for value in numbers_in(part)]
    if isinstance(result, dict):
        return numbers_in(list(result.values()))
    if isinstance(result, str):
        return []
    return [float(value) for value in np.ravel(result)]


@each_exercise
def test_no_card_shows_a_right_value(exercise):
    right = [
        f"{abs(value):#.6g}"
        for one in exercise.all_cases()
        for value in numbers_in(exercise.reference(*one.args, **one.kwargs))
        if np.isfinite(value)  # "inf" is a part of words, and no number to copy
    ]
    wrong = [one.function for one in exercise.planted]
    wrong += [mutant for _, mutant in mutants(exercise)]
    for function in wrong:
        card = check(exercise.id, function)
        for shown in card._repr_mimebundle_().values():
            assert [text for text in right if text in shown] == []


@each_choice_question
def test_every_choice_gets_its_feedback(question):
    for letter, choice in zip(string.ascii_lowercase, question.choices, strict=False):
        card = check(question.id, letter)
        assert choice.feedback.strip()
        assert card.sentences == (choice.feedback,)
        assert card.status == ("correct" if choice.right else "wrong")
    rights = [choice.right for choice in question.choices]
    assert 1 <= sum(rights) < len(rights)
    assert len({choice.text for choice in question.choices}) == len(rights)


@each_number_question
def test_every_number_gets_its_feedback(question):
    assert question.otherwise.strip()
    for number in (question.answer, *question.near):
        card = check(question.id, number.value)
        assert number.feedback.strip()
        assert card.sentences == (number.feedback,)
        assert card.status == ("correct" if number is question.answer else "wrong")
    assert check(question.id, 1e9).sentences == (question.otherwise,)


@each_page
def test_ids_run_from_one_without_gaps(page):
    numbers = [int(one.id.rpartition(".")[2]) for one in on_page(page)]
    assert numbers == list(range(1, len(numbers) + 1))


@each_page
def test_a_bad_id_is_told_its_neighbors(page):
    some = on_page(page)[-1].id
    with pytest.raises(UnknownIdError, match=f"nearest on page {page}: .*{some}"):
        find(f"{some}0")
