"""A test that holds an equation must fail when the equation is off by a thousandth."""

import ast
from pathlib import Path

import loading
import pytest

FILES = dict(loading.each("test_equations"))


def find_verifying_tests():
    for page, module in FILES.items():
        for name, function in vars(module).items():
            if name.startswith("test_"):
                yield pytest.param(function, id=f"{page}::{name}")


VERIFYING_TESTS = list(find_verifying_tests())


def falsified(value):
    return 1.001 * value


@pytest.mark.parametrize("function", VERIFYING_TESTS)
def test_fails_on_a_falsified_claim(function):
    with pytest.raises(AssertionError):
        function(falsified)


@pytest.mark.parametrize("function", VERIFYING_TESTS)
def test_names_the_equation_that_it_verifies(function):
    marks = [mark for mark in function.pytestmark if mark.name == "verifies"]
    assert marks
    assert all(label.startswith("res-") for mark in marks for label in mark.args)


@pytest.mark.parametrize("page", FILES)
def test_takes_a_route_without_udl(page):
    imported = [
        name
        for node in ast.walk(ast.parse(Path(FILES[page].__file__).read_text("utf8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None), *(a.name for a in node.names)]
    ]
    assert not [name for name in imported if name and name.split(".")[0] == "udl"]
