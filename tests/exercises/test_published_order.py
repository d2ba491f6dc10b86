"""Functions of the published notebooks are judged as they are, by their ids here."""

import inspect
from pathlib import Path

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
each_function = pytest.mark.parametrize(
    ("number", "task"),
    [
        pytest.param(number, task, id=f"{number}-{task['todo']}")
        for number, tasks in TASKS.items()
        for task in tasks
        if "call" in task
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
        elif ("call" in task) != (exercise["kind"] == "code"):
            yield f"{exercise['name']} is of the kind {exercise['kind']}"
        elif "call" in task and not isinstance(declare.find(task["here"]), Exercise):
            yield f"{exercise['name']} is not what {task['here']} asks"
    yield from (f"{name} is no task of the notebook" for name in listed)


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
    card = check(task["here"], function)
    assert card.status == "correct", card


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
