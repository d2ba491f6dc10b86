"""A verdict is kept until something changes that it may hang on; then it is not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from verdicts import Verdicts

TESTS = Path(__file__).parents[1]
PAGE = """# {number} A page

```{{code-cell}} ipython3
from udl.losses.{module} import loss
```
"""
FILES = {
    "_toc.yml": "root: book/index\nchapters:\n"
    "- file: book/01-a/1-1-first\n- file: book/01-a/1-2-second\n"
    "- file: book/b-more/b-1-third\n",
    "_config.yml": "title: Small\n",
    "book/index.md": "# Small\n",
    "book/differences.yaml": "[]\n",
    "book/01-a/1-1-first.md": PAGE.format(number="1.1", module="first"),
    "book/01-a/1-2-second.md": PAGE.format(number="1.2", module="second"),
    "book/b-more/b-1-third.md": PAGE.format(number="B.1", module="first"),
    "book/_static/udl.css": "body {}\n",
    "book/_templates/layout.html": "\n",
    "book/live/live.mjs": "\n",
    "constraints.txt": "numpy==2\n",
    "src/udl/__init__.py": "",
    "src/udl/losses/__init__.py": "",
    "src/udl/losses/first.py": "from udl import _shapes\nloss = 1\n",
    "src/udl/losses/second.py": 'loss = data_file("second.npz")\n',
    "src/udl/losses/oracle.py": "",
    "src/udl/_shapes.py": "",
    "src/udl/data/second.npz": "1",
    "src/udl_book/site/theme.py": "",
    "tests/pages/1_1/test_values.py": "import udl.losses.oracle\n"
    "import values\ndef test_one(): pass\n",
    "tests/pages/1_1/coverage.yaml": "",
    "tests/pages/1_2/test_values.py": "def test_one(): pass\n",
    "tests/pages/values.py": "",
    "tests/browser/conftest.py": "",
    "tests/browser/test_pages.py": "import pytest\nimport places\n"
    "@pytest.mark.parametrize('name', ['book/01-a/1-1-first', 'book/01-a/1-2-second'])"
    "\ndef test_page(name): assert places.GOOD\n",
    "tests/browser/places.py": "GOOD = True\n",
    "tests/unit/test_other.py": "def test_other(): pass\n",
    "tests/faults/test_build.py": "def test_build(): pass\n",
    "pyproject.toml": "[tool.pytest.ini_options]\naddopts = '--import-mode=importlib'\n"
    "pythonpath = ['tests', 'tests/browser', 'tests/pages', 'src']\n",
}
BESIDE = "tests/browser/test_pages.py::test_page[b-more/b-1-third.html]"
FIRST = "tests/browser/test_pages.py::test_page[book/01-a/1-1-first]"
SECOND = "tests/browser/test_pages.py::test_page[book/01-a/1-2-second]"
VALUES = "tests/pages/1_1/test_values.py::test_one"
OTHER = "tests/unit/test_other.py::test_other"
BUILD = "tests/faults/test_build.py::test_build"
ALL = {FIRST, SECOND, VALUES, OTHER, BUILD}


@pytest.fixture
def root(tmp_path):
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf8")
    return tmp_path


def keys(root, versions="1"):
    import verdicts

    for cached in (verdicts._digest_of, verdicts._below):
        cached.cache_clear()
    now = Verdicts(root, versions)
    return {name: now.key(name) for name in ALL}


def test_a_page_with_a_letter_has_a_key_of_its_own(root):
    one = Verdicts(root)
    assert one.page_of(BESIDE) == "book/b-more/b-1-third"
    assert one.page_of("tests/pages/B_1/test_values.py::test_one") == one.page_of(
        BESIDE
    )
    assert one.page_of("tests/pages/B_2/test_values.py::test_one") is None


@pytest.mark.parametrize(
    ("file", "again"),
    [
        ("book/01-a/1-1-first.md", {FIRST, VALUES, OTHER}),
        ("src/udl/losses/first.py", {FIRST, VALUES, OTHER, BUILD}),
        ("src/udl/_shapes.py", {FIRST, VALUES, OTHER, BUILD}),
        ("src/udl/losses/oracle.py", {VALUES, OTHER, BUILD}),
        ("src/udl/data/second.npz", {SECOND, OTHER, BUILD}),
        ("tests/pages/1_1/coverage.yaml", {FIRST, VALUES, OTHER}),
        ("tests/pages/values.py", {VALUES, OTHER}),
        ("tests/browser/places.py", {FIRST, SECOND, OTHER}),
        ("tests/browser/conftest.py", {FIRST, SECOND, OTHER}),
        ("tests/browser/test_pages.py", {FIRST, SECOND, OTHER}),
        ("tests/unit/test_other.py", {OTHER}),
        ("tests/conftest.py", ALL),
        ("src/udl_book/site/theme.py", ALL),
        ("book/_static/udl.css", ALL),
        ("book/_templates/layout.html", ALL),
        ("book/live/live.mjs", ALL),
        ("book/differences.yaml", ALL),
        ("_config.yml", ALL),
        ("constraints.txt", ALL),
        ("_build/html/index.html", set()),
        (".venv/lib/module.py", set()),
    ],
)
def test_an_edit_asks_again_what_hangs_on_it(root, file, again):
    before = keys(root)
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf8") as text:
        text.write("\n# edited\n")
    after = keys(root)
    assert {name for name in ALL if before[name] != after[name]} == again


def test_another_version_asks_all_again(root):
    before, after = keys(root), keys(root, versions="2")
    assert not {name for name in ALL if before[name] == after[name]}


def run(root, *options):
    """Run the tests of the small project; give the exit status and what it says."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    path = str(TESTS.parent / "src")
    done = subprocess.run(
        [*command, "--kept=use", "tests/pages", "tests/browser", *options],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(root):
    """The small project with the real plug-in."""
    for name in ("verdicts.py", "conftest.py"):
        shutil.copy(TESTS / name, root / "tests" / name)
    return root


def test_what_passed_is_kept_and_what_failed_is_not(project):
    (project / "tests/browser/places.py").write_text("GOOD = False\n")
    status, said = run(project)
    assert (status, "0 kept from before, 2 new" in said) == (1, True), said
    status, said = run(project)
    assert (status, "2 failed" in said) == (1, True), said
    assert "2 kept from before, 0 new" in said
    (project / "tests/browser/places.py").write_text("GOOD = True\n")
    assert "2 kept from before, 2 new" in run(project, "-n2")[1]
    status, said = run(project, "-n2")
    assert (status, "4 kept from before, 0 new" in said) == (0, True), said
    assert "0 kept from before, 4 new" in run(project, "--kept=renew")[1]
    (project / "_build/verdicts.json").write_text("{dam")
    assert "0 kept from before, 4 new" in run(project)[1]
