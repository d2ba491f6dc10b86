"""The rooms of the library: who may import whom, and how many share a room."""

import ast
import shutil
from pathlib import Path

import pytest

from udl_book.run.closure import imports

SOURCE = Path(__file__).parents[2] / "src"
# Parts in the order of the textbook; each imports only itself and earlier ones.
PARTS = (
    *("networks", "losses", "fitting", "gradients", "nn", "generalization", "images"),
    *("language", "graphs", "generative", "decisions", "theory", "society"),
)
FOR_ALL = ("_shapes", "datasets")  # below all parts
ABOVE = ("plotting", "display", "exercises")  # these may import mathematics
FRONT_DOOR = "udl.exercises"  # the one package that hands out names
MOST_FILES = 15
LARGE = "scipy"  # a page loads it in the browser only if what it teaches needs it
CROWDED = "exercises/pages"  # a file for each page of the book


def graph(source):
    """Modules of a folder's packages by name, each with the modules it imports."""
    files = {}
    for path in sorted(source.glob("udl*/**/*.py")):
        name = ".".join(path.relative_to(source).with_suffix("").parts)
        files[name.removesuffix(".__init__")] = path
    arrows = {}
    for name, path in files.items():
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        found = imports(ast.parse(path.read_text("utf8")), package)
        # `from . import a` names the package too, which is loaded already.
        inside = (other for other in found if not f"{name}.".startswith(f"{other}."))
        arrows[name] = set(inside) & set(files)
    return arrows


def part(name):
    """Part of the library that a module belongs to; empty for `udl_book`."""
    return name.split(".")[1] if name.startswith("udl.") else ""


def faults(source):
    """Every arrow and every room that breaks a rule, as a sentence."""
    arrows = graph(source)
    for name, others in arrows.items():
        for other in sorted(others):
            if sentence := forbidden(name, other):
                yield f"{name} imports {other}: {sentence}"
    for path in sorted(source.glob("udl/exercises/**/*.py")):
        found = imports(ast.parse(path.read_text("utf8")))
        if any(name.partition(".")[0] == LARGE for name in found):
            yield f"{path.relative_to(source)} imports {LARGE}: its page would load it"
    if circle := find_circle(arrows):
        yield f"a circle: {' '.join(circle)}"
    for name in sorted(reached(FRONT_DOOR, arrows)):
        if part(name) in (*PARTS, *FOR_ALL):
            yield f"the front door {FRONT_DOOR} loads {name}"
    for path in sorted(source.rglob("udl*/**/__init__.py")):
        folder = path.parent.relative_to(source)
        code = ast.parse(path.read_text("utf8"))
        if ".".join(folder.parts) != FRONT_DOOR and any(imports(code)):
            yield f"{folder}/__init__.py imports something"
        files = sum(file.is_file() for file in path.parent.iterdir())
        if files > MOST_FILES and not folder.match(CROWDED):
            yield f"{folder} holds {files} files"


def forbidden(name, other):
    """Say why a module may not import another; empty if it may."""
    first, second = part(name), part(other)
    if not first:
        return ""
    if other.split(".")[0] == "udl_book":
        return "the library does not know its builder"
    if first in ABOVE or first == second:
        return ""
    if second in ABOVE:
        return "mathematics neither draws nor judges"
    if first not in (*PARTS, *FOR_ALL):
        return f"{first} is no part of the library"
    if first in FOR_ALL:
        return "" if second in FOR_ALL else "what all parts use lies below them"
    later = second in PARTS and PARTS.index(second) > PARTS.index(first)
    return "a later part of the book" if later else ""


def reached(name, arrows):
    """Modules that importing one loads, packages on the way included."""
    todo, done = [name], set()
    while todo:
        name = todo.pop()
        if name in arrows and name not in done:
            done.add(name)
            todo += [*arrows[name], name.rpartition(".")[0]]
    return done


def find_circle(arrows):
    """Modules that import each other in a circle; empty if none do."""
    done, path = set(), []

    def visit(name):
        if name in path:
            return [*path[path.index(name) :], name]
        if name in done:
            return []
        done.add(name)
        path.append(name)
        for other in sorted(arrows[name]):
            if circle := visit(other):
                return circle
        path.pop()
        return []

    return next((circle for name in arrows if (circle := visit(name))), [])


def test_the_rooms_keep_their_rules():
    assert list(faults(SOURCE)) == []


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rooms") / "src"
    shutil.copytree(SOURCE, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.mark.parametrize(
    ("file", "code", "sentence"),
    [
        ("losses/softmax", "from udl.plotting import style", "neither draws"),
        ("losses/softmax", "from udl import display", "neither draws"),
        ("losses/softmax", "from udl.exercises import check", "neither draws"),
        ("networks/linear", "from ..losses.softmax import softmax", "a later part"),
        ("fitting/adam", "def f():\n    import udl.gradients.backprop", "a later part"),
        ("datasets/networks", "import udl.networks.linear", "lies below"),
        ("_shapes", "from udl.networks import linear", "lies below"),
        ("cellar", "from udl import _shapes", "no part of the library"),
        ("networks/linear", "import udl_book.book", "its builder"),
        ("plotting/style", "import udl_book.book", "its builder"),
        ("networks/activations", "import udl.networks.deep", "a circle: "),
        ("exercises/card", "from udl.networks import linear", "front door"),
        ("exercises/pages/p5_1", "from scipy.special import entr", "would load it"),
        ("losses/__init__", "from udl.losses import softmax", "imports something"),
        ("losses/__init__", "import numpy", "imports something"),
    ],
)
def test_a_planted_import_is_seen(copy, file, code, sentence):
    path = copy / "udl" / f"{file}.py"
    before = path.read_text("utf8") if path.exists() else None
    path.write_text(f"{before or ''}\n{code}\n", "utf8")
    try:
        assert any(sentence in fault for fault in faults(copy))
    finally:
        path.unlink() if before is None else path.write_text(before, "utf8")


def test_a_crowded_room_is_seen(copy):
    room = copy / "udl" / "losses"
    new = [room / f"extra_{number}.py" for number in range(MOST_FILES)]
    for path in new:
        path.touch()
    assert any("udl/losses holds" in fault for fault in faults(copy))
    for path in new:
        path.unlink()
