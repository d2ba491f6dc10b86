import subprocess
import sys

import exercises_reader
import pytest
from exercises_reader import declare_scaled, scaled

from udl.exercises import declare
from udl.exercises.declare import (
    UnknownIdError,
    case,
    choice,
    exercise,
    find,
    mistake,
    number,
    on_page,
    question,
)


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)


def test_what_is_declared_is_found_and_listed_in_order():
    two = question("0.1.2", title="Q", prompt="?", answer=number(1.0, tolerance=0.1))
    one = declare_scaled()
    assert find("0.1.1") is one
    assert find(" 0.1.2 ") is two
    assert on_page("0.1") == [two, one]
    assert (one.page, one.heading) == ("0.1", "Exercise 0.1.1: Standard units")


def test_an_id_can_be_declared_once():
    declare_scaled()
    with pytest.raises(ValueError, match=r"0\.1\.1 is declared twice"):
        declare_scaled()


def test_an_unknown_id_names_the_nearest_of_its_page():
    for n in range(1, 6):
        question(f"0.1.{n}", title="Q", prompt="?", answer=number(n, tolerance=0))
    with pytest.raises(UnknownIdError, match=r"question 0\.1\.55\. .*0\.1\.5"):
        find("0.1.55")


@pytest.mark.parametrize("id", ["5", "", "no page.3", "99.9.9", "a/b.1", ".1", None])
def test_an_id_of_no_page_says_what_an_id_is(id):
    with pytest.raises(UnknownIdError, match="An id is a page's number"):
        find(id)


def test_an_id_loads_its_own_page_and_no_other(monkeypatch):
    loaded = []
    monkeypatch.setattr(declare.importlib, "import_module", loaded.append)
    for id in ["12.10.3", "gradient-flow.2"]:
        with pytest.raises(UnknownIdError):
            find(id)
    assert loaded == [f"{declare.PAGES}.p12_10", f"{declare.PAGES}.gradient_flow"]


def test_a_module_missing_inside_a_page_is_not_taken_for_a_missing_page(monkeypatch):
    def load(name):
        raise ModuleNotFoundError("No module named 'torch'", name="torch")

    monkeypatch.setattr(declare.importlib, "import_module", load)
    with pytest.raises(ModuleNotFoundError, match="torch"):
        find("5.1.1")


def test_the_random_case_is_the_same_every_time_and_differs_between_ids():
    fields = {
        "title": "T",
        "stub": "def f(y): ...",
        "reference": abs,
        "cases": [case(1)],
        "random_case": lambda rng: case(rng.normal()),
    }
    one, two = exercise("0.1.1", **fields), exercise("0.1.2", **fields)
    assert one.all_cases()[-1].args == one.all_cases()[-1].args
    assert one.all_cases()[-1].args != two.all_cases()[-1].args


def test_argument_names_come_from_the_stub():
    one = declare_scaled(orders=[(2, 0, 1)])
    assert one.argument_names(one.cases[0]) == ["y", "mu", "sigma"]
    assert one.argument_names(one.cases[0], (2, 0, 1)) == ["sigma", "y", "mu"]
    assert one.argument_names(case(1, 2, 3, 4, k=5))[3:] == ["argument 4", "k"]


def test_declarations_that_cannot_work_are_refused():
    with pytest.raises(ValueError, match="no cases"):
        declare_scaled(cases=[])
    with pytest.raises(ValueError, match="orders no arguments"):
        declare_scaled(orders=[(1, 0)])
    with pytest.raises(ValueError, match="takes no TeX"):
        mistake(scaled, r"Look at $\sigma$.")
    with pytest.raises(ValueError, match="choices or a number"):
        question("0.1.3", title="Q", prompt="?")
    with pytest.raises(ValueError, match="no right choice"):
        question("0.1.3", title="Q", prompt="?", choices=[choice("a", "no")])


def test_the_front_door_imports_no_mathematics():
    listed = subprocess.run(
        [sys.executable, "-c", "import sys, udl.exercises; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "udl.exercises.engine" in listed
    heavy = {"scipy", "matplotlib", "IPython"}
    assert not heavy & {name.partition(".")[0] for name in listed}
    ours = [name for name in listed if name.startswith("udl.")]
    assert [name for name in ours if not name.startswith("udl.exercises")] == []
    assert [name for name in ours if "pages" in name] == []
