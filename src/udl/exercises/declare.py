"""Declare the exercises and questions of a page, and find them by id.

The declarations of page 5.1 stand in ``udl.exercises.pages.p5_1``; those of a page
without a number, ``some-slug``, in ``udl.exercises.pages.some_slug``. Looking for an id
imports that one module and no other.
"""

import difflib
import functools
import importlib
import math
import re

import numpy as np

from udl.exercises.kinds import (
    Case,
    Choice,
    Exercise,
    Mistake,
    Number,
    Published,
    Question,
)

PAGES = "udl.exercises.pages"
_declared = {}

choice, mistake, number, published = Choice, Mistake, Number, Published


class UnknownIdError(LookupError):
    """No exercise or question has the id that was asked for."""


def case(*args, **kwargs):
    """Declare the arguments of one call; a float is passed as ``np.float64``.

    It knows what arrays know, ``z.clip(0)``: who writes that for arrays is not wrong.
    """
    return Case(
        tuple(map(_as_numpy, args)), {k: _as_numpy(v) for k, v in kwargs.items()}
    )


def _as_numpy(value):
    return np.float64(value) if type(value) is float else value


def exercise(id, **fields):
    """Declare an exercise; `udl.exercises.kinds.Exercise` explains its fields."""
    return _register(Exercise(id, **fields))


def question(id, **fields):
    """Declare a question; `udl.exercises.kinds.Question` explains its fields."""
    return _register(Question(id, **fields))


def _register(declared):
    if declared.id in _declared:
        raise ValueError(f"{declared.id} is declared twice")
    _declared[declared.id] = declared
    return declared


def on_page(page):
    """List the exercises and questions of a page, in the order of declaration."""
    name = re.sub("[.-]", "_", page)
    if re.match(r"(\d+|[A-Z])_\d", name):
        name = f"p{name}"
    if name.isidentifier():
        module = f"{PAGES}.{name}"
        try:
            importlib.import_module(module)
        except ModuleNotFoundError as error:
            if error.name != module:
                raise
    return [declared for declared in _declared.values() if declared.page == page]


def find(id):
    """Find an exercise or a question.

    Raises
    ------
    UnknownIdError
        With a sentence that names the nearest ids of that page.
    """
    id = str(id).strip()
    if id not in _declared:
        page = id.rpartition(".")[0]
        ids = [declared.id for declared in on_page(page)]
        if id not in ids:
            near = ", ".join(sorted(difflib.get_close_matches(id, ids, 3, 0)))
            where = (
                f"The nearest on page {page}: {near}."
                if near
                else "An id is a page's number and the number on that page, as 5.1.2."
            )
            raise UnknownIdError(f"There is no exercise or question {id}. {where}")
    return _declared[id]


@functools.cache
def solved(exercise):
    """Give the function that an exercise's solution defines, or None."""
    if exercise.solution is None:
        return None
    names = {name: find(id).reference for name, id in exercise.uses.items()}
    space = {"np": np, "math": math, **names}
    exec(compile(exercise.solution, f"<solution of {exercise.id}>", "exec"), space)
    return space[exercise.stub_code.co_name]
