"""The examples in the docstrings of the library run, and none is missing."""

import doctest
import importlib
import pkgutil
from types import FunctionType

import pytest

import udl

MODULES = [
    info.name
    for info in pkgutil.walk_packages(udl.__path__, "udl.")
    if not info.name.startswith("udl.exercises.pages.")
]
MATHEMATICS = [
    name
    for name in MODULES
    if name.split(".")[1] not in ("_shapes", "display", "exercises", "plotting")
]


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


@pytest.mark.parametrize("name", MATHEMATICS)
def test_every_public_function_has_an_example(name):
    module = importlib.import_module(name)
    without = [
        function.__name__
        for function in vars(module).values()
        if isinstance(function, type | FunctionType)
        and function.__module__ == module.__name__
        and not function.__name__.startswith("_")
        and ">>>" not in (function.__doc__ or "")
    ]
    assert not without
