"""Functions of the published notebooks are judged as they are, by their ids here."""

import inspect
from pathlib import Path
from types import SimpleNamespace

import loading
import pytest
import yaml

from udl.exercises import check, declare
from udl.exercises.kinds import Exercise
from udl_book.book import Book
from udl_book.tables import published

ROOT = Path(__file__).parents[2]
TASKS = published.read(ROOT)
ANSWERS = dict(loading.each("published"))
RECORDS = {
    record["id"].replace("_", "."): record
    for record in yaml.safe_load((ROOT / "tests/records.yaml").read_text("utf8"))
}
FACTS = yaml.safe_load((ROOT / "tests/published_calls.yaml").read_text("utf8"))
each_function = pytest.mark.parametrize(
    ("number", "task"),
    [
        pytest.param(number, task, id=f"{number}-{task['todo']}")
        for number, tasks in TASKS.items()
        for task in tasks
        if "call" in task and "adapt" not in task
    ],
)


def missing(record, tasks):
    """Tasks of a record that the table lacks, or that it takes for another kind.

    A task that is no function there (a prediction, an experiment) may be either here.
    """
    listed = {task["todo"]: task for task in tasks}
    for exercise in record["exercises"]:
        task = listed.pop(exercise["name"], None)
        if task is None:
            yield f"{exercise['name']} is not in the table"
        elif bool({"call", "adapt"} & task.keys()) != (exercise["kind"] == "code"):
            yield f"{exercise['name']} is of the kind {exercise['kind']}"
        elif exercise["kind"] == "code" and not isinstance(
            declare.find(task["here"]), Exercise
        ):
            yield f"{exercise['name']} is not what {task['here']} asks"
    yield from (f"{name} is no task of the notebook" for name in listed)


def published_call(number, name):
    """Give the call of a function of a notebook, as its facts have it."""
    for task in FACTS.get(number, []):
        if task.get("call", "").startswith(f"{name}("):
            return task["call"]
    return None


@pytest.mark.parametrize("number", RECORDS)
def test_every_task_of_the_record_is_in_the_table(number):
    assert list(missing(RECORDS[number], TASKS[number])) == []
    Book(ROOT).find(number)


@each_function
def test_a_right_answer_in_the_published_order_is_correct(number, task):
    function = getattr(
        ANSWERS[number.replace(".", "_")], task["call"].partition("(")[0]
    )
    assert f"{function.__name__}{inspect.signature(function)}" == task["call"]
    assert published_call(number, function.__name__) == task["call"]
    card = check(task["here"], function)
    assert card.status == "correct", card


def unpromised(exercises, tasks):
    """Exercises that accept a published form of which the table does not know."""
    calls = {task["here"]: task.get("call") for task in tasks if "adapt" not in task}
    for exercise in exercises:
        if exercise.published and calls.get(exercise.id) != exercise.published.call:
            yield exercise.id


def test_the_table_promises_every_form_that_is_declared():
    pages = [one for number in TASKS for one in declare.on_page(number)]
    exercises = [one for one in pages if isinstance(one, Exercise)]
    tasks = [task for tasks in TASKS.values() for task in tasks]
    assert list(unpromised(exercises, tasks)) == []


def test_a_form_that_the_table_lacks_is_seen():
    form = declare.published("f(x)")
    one = SimpleNamespace(id="5.1.1", published=form)
    assert list(unpromised([one], [{"here": "5.1.1", "call": "f(x)"}])) == []
    assert list(unpromised([one], [{"here": "5.1.1", "call": "f(y)"}])) == ["5.1.1"]
    row = {"here": "5.1.1", "call": "f(x)", "adapt": "Turn it."}
    assert list(unpromised([one], [row])) == ["5.1.1"]


def test_a_missing_task_and_a_wrong_place_are_seen():
    record = {
        "exercises": [{"name": "f", "kind": "code"}, {"name": "g", "kind": "question"}]
    }
    tasks = [
        {"todo": "g", "call": "g(x)", "here": "5.1.1"},
        {"todo": "h", "here": "5.1.2"},
    ]
    assert list(missing(record, tasks)) == [
        "f is not in the table",
        "g is of the kind question",
        "h is no task of the notebook",
    ]
    tasks = [{"todo": "f", "call": "f(x)", "here": "5.1.2"}]
    record["exercises"].pop()
    assert list(missing(record, tasks)) == ["f is not what 5.1.2 asks"]
