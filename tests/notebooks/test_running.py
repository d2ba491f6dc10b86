"""Every notebook runs where there is nothing of ours but the wheel.

One environment serves two claims: it was made by the files of `binder/`, step by step,
and these install the wheel, what it depends on, and nothing else.
"""

import functools
import http.server
import re
import threading

import pytest
from exported import PAGES, ROOT

from udl_book.notebooks.directives import Cell
from udl_book.notebooks.export import as_json, first_cells


@pytest.fixture(scope="module")
def errors(environment, request):
    """Errors of the notebooks that this session asks for, by name."""
    tests = [item for item in request.session.items if hasattr(item, "callspec")]
    named = (test.callspec.params.get("notebook") for test in tests)
    return environment.run(*filter(None, named))


@pytest.mark.parametrize("notebook", PAGES)
def test_a_notebook_runs_without_an_error(errors, notebook):
    assert errors[notebook] == []


REACHED = """
import importlib.metadata as about, re
todo, reached = ["udl"], set()
while todo:
    name = re.sub("[-_.]+", "-", todo.pop()).lower()
    if name not in reached:
        reached.add(name)
        todo += [re.match("[A-Za-z0-9._-]+", requirement)[0]
                 for requirement in about.requires(name) or []
                 if "extra ==" not in requirement]
print(*reached)
"""


def test_the_environment_has_the_wheel_and_its_dependencies_only(environment):
    reached = set(environment.say(REACHED).split())
    assert {"udl", "numpy", "scipy", "matplotlib"} <= reached
    listed = {name.lower().replace("_", "-") for name in environment.listed}
    assert listed - {"pip", "setuptools"} <= reached
    assert str(ROOT) not in environment.say("import udl; print(udl.__file__)")
    assert "ModuleNotFoundError" in environment.say("import udl_book")


def test_binder_pins_what_the_tests_use(environment):
    constraints = dict(
        line.split("==")
        for line in (ROOT / "constraints.txt").read_text().splitlines()
        if "==" in line
    )
    for name in ("numpy", "scipy", "matplotlib"):
        assert environment.listed[name] == constraints[name]


def test_binder_asks_for_a_python_that_the_library_supports(tree):
    runtime = (tree / "binder/runtime.txt").read_text().strip()
    assert re.fullmatch(r"python-3\.1[123]", runtime)


def test_a_planted_error_is_seen(environment):
    bad = as_json([Cell("code", "1 / 0"), Cell("code", "print(1)")])
    (environment.branch / "bad.ipynb").write_text(bad)
    assert environment.run("bad.ipynb")["bad.ipynb"][0].startswith("ZeroDivisionError")


@pytest.fixture
def without_udl(environment, errors):
    """The environment, the library taken out until the test ends."""
    environment.uninstall("udl")
    yield environment
    environment.uninstall("udl")
    environment.install("--requirement", "binder/requirements.txt")


def test_the_first_cell_brings_the_wheel_from_its_address(without_udl):
    folder = without_udl.branch
    (wheel,) = (folder / "wheels").glob("*.whl")
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/wheels/{wheel.name}"
        cells = [*first_cells("1.1 T", "", wheel.name, address)]
        cells.append(Cell("code", 'check("5.1.2", "")'))
        (folder / "first.ipynb").write_text(as_json(cells))
        found = without_udl.run("first.ipynb")
        server.shutdown()
    assert found == {"first.ipynb": []}
    assert "udl" in without_udl.packages()


def test_without_an_address_the_first_cell_says_what_to_do(without_udl):
    cells = [*first_cells("1.1 T", "", "udl-9-py3-none-any.whl", "")]
    (without_udl.branch / "alone.ipynb").write_text(as_json(cells))
    (error,) = without_udl.run("alone.ipynb")["alone.ipynb"]
    assert "udl-9-py3-none-any.whl" in error
    assert "How to use" in error


def test_no_notebook_installs_by_a_bare_name(notebooks):
    for name, notebook in notebooks.items():
        for code in notebook.texts("code"):
            for line in re.findall(r"pip install.*", code):
                assert re.search(r"https?://\S+/udl-[\d.]+-py3-none-any\.whl", line), (
                    name,
                    line,
                )


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass
