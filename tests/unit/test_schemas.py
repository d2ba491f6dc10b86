"""A workflow, a form or a citation that breaks its schema is told with its file."""

import shutil
from pathlib import Path

import pytest

from udl_book.commands.lint import run
from udl_book.commands.schemas import SCHEMAS, broken

ROOT = Path(__file__).parents[2]
WORKFLOWS, FORMS = ".github/workflows/", ".github/ISSUE_TEMPLATE/"
FAULTS = [
    (f"{WORKFLOWS}weekly.yml", "runs-on:", "run-on:"),
    (f"{WORKFLOWS}canary.yml", "on:\n", "on:\n  every_week: {}\n"),
    (f"{WORKFLOWS}publish.yml", "permissions:", "permissions: ["),
    (f"{FORMS}3-idea.yml", "type: textarea", "type: textbox"),
    (f"{FORMS}config.yml", "url:", "address:"),
    ("CITATION.cff", "cff-version: 1.2.0", "cff-version: 9.9.9"),
]


def project(folder):
    """Copy what has a schema."""
    shutil.copytree(ROOT / ".github", folder / ".github")
    shutil.copy(ROOT / "CITATION.cff", folder)
    return folder


def test_what_the_project_has_is_valid():
    assert list(broken(ROOT)) == []
    assert all(list(ROOT.glob(pattern)) for pattern, _ in SCHEMAS.values())


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """Plant all the faults in one project; give what is told of each file."""
    folder = project(tmp_path_factory.mktemp("planted"))
    for name, old, new in FAULTS:
        text = (folder / name).read_text()
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1))
    return {path.as_posix(): message for path, message in broken(folder)}


@pytest.mark.parametrize("name", [name for name, *_ in FAULTS])
def test_a_planted_fault_is_told_with_its_file(told, name):
    assert told[name]
    assert len(told) == len(FAULTS)


def test_lint_says_so(tmp_path, capsys):
    for name in ("book", "src"):
        (tmp_path / name).mkdir()
    (tmp_path / "src/module.py").write_text("x = 1\n")
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "small"\n')
    (tmp_path / "CITATION.cff").write_text("cff-version: 9.9.9\n")
    assert run(tmp_path) == 1
    assert "CITATION.cff:1: $" in capsys.readouterr().out


def test_a_project_without_such_files_has_no_faults(tmp_path):
    assert list(broken(tmp_path)) == []
