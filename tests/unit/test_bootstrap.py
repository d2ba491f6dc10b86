"""The set-up does what has to be done, and no more; nothing here uses a network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from udl_book import bootstrap

ROOT = Path(__file__).parents[2]
WHOLE = ["making .venv", "pip install setuptools", "pip install", "npm ci"]
FILES = (*bootstrap.FILES, "package.json")
ABOUT = json.loads((ROOT / "package.json").read_text("utf8"))
NEEDED = [*ABOUT.get("dependencies", ()), *ABOUT.get("devDependencies", ())]
PACKAGES = [f"{name}/package.json" for name in NEEDED]


class Recorder:
    """Stands for pip and npm: notes each command, and leaves what it would make."""

    def __init__(self, root):
        self.root = root
        self.commands = []
        self.fails = None

    def __call__(self, arguments, purpose):
        self.commands.append(purpose)
        if purpose == "pip install of this folder":
            assert {"--no-index", "--no-deps", "--no-build-isolation"} <= {*arguments}
        if purpose == self.fails:
            raise bootstrap.SetUpFailed(purpose)
        if "venv" in arguments:
            shutil.rmtree(self.root / ".venv", ignore_errors=True)
            (self.root / ".venv" / "bin").mkdir(parents=True)
            (self.root / ".venv" / "bin" / "python").touch()
            (self.root / ".venv" / "bin" / "tool").write_text(f"#!{self.root}/.venv\n")
        if purpose == "npm ci":
            for name in (".package-lock.json", *PACKAGES):
                path = self.root / "node_modules" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.touch()


@pytest.fixture
def folder(tmp_path):
    """Return a folder that is set up, by commands that only pretend."""
    root = tmp_path / "book"
    root.mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, root)
    assert steps(root) == (["venv", "packages", "node"], WHOLE)
    return root


def steps(root, fails=None):
    """Return the steps that a set-up of `root` takes, and its commands."""
    run = Recorder(root)
    run.fails = fails
    return bootstrap.set_up(root, run=run, say=lambda line: None), run.commands


def test_what_is_set_up_is_left_alone_and_silent(folder, capsys):
    assert bootstrap.set_up(folder) == []
    assert capsys.readouterr() == ("", "")


def test_a_moved_folder_is_mended_without_network(folder):
    moved = folder.rename(folder.with_name("elsewhere"))
    taken, commands = steps(moved)
    assert taken == ["move"]
    assert commands == ["pip install of this folder"]
    script = moved / ".venv" / "bin" / "tool"
    assert script.read_text() == f"#!{moved}/.venv\n"
    assert steps(moved) == ([], [])


@pytest.mark.parametrize("name", ["pyproject.toml", "constraints.txt"])
def test_changed_requirements_bring_the_packages_up_to_date(folder, name):
    text = (folder / name).read_text()
    changed = text.replace("sympy", "numpy") + "\n"
    assert changed != text
    (folder / name).write_text(changed)
    assert steps(folder)[1] == ["pip install setuptools", "pip install"]


def test_a_changed_setting_of_a_tool_remakes_nothing(folder):
    with (folder / "pyproject.toml").open("a") as settings:
        settings.write('\n[tool.other]\nsetting = "new"\n')
    assert steps(folder) == ([], [])


def test_a_changed_lock_or_lost_node_modules_calls_npm_alone(folder):
    with (folder / "package-lock.json").open("a") as lock:
        lock.write("\n")
    assert steps(folder) == (["node"], ["npm ci"])
    shutil.rmtree(folder / "node_modules")
    assert steps(folder) == (["node"], ["npm ci"])


@pytest.mark.parametrize("step", WHOLE[1:])
def test_a_set_up_that_failed_is_begun_anew(folder, step):
    for name in ("constraints.txt", "package-lock.json"):
        (folder / name).write_text("changed")
    with pytest.raises(bootstrap.SetUpFailed):
        steps(folder, fails=step)
    assert steps(folder)[1] == WHOLE


def test_another_python_remakes_all(folder, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 12, 1))
    assert steps(folder)[1] == WHOLE


def test_a_python_without_venv_is_told_what_to_install(folder, monkeypatch):
    (folder / ".venv" / "udl-set-up.json").unlink()
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(bootstrap.SetUpFailed, match="apt install python3-venv"):
        steps(folder)


def test_another_version_of_python_is_told_so(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 2))
    assert bootstrap.main() == 1
    assert "needs Python 3.11, 3.12 or 3.13; this is 3.10" in capsys.readouterr().err


def test_a_failed_step_shows_its_last_lines(folder, capsys):
    run = bootstrap._Runner(folder, say=print).run
    code = "print(*range(100), sep='\\n'); raise SystemExit(3)"
    with pytest.raises(bootstrap.SetUpFailed, match='"counting" failed'):
        run([sys.executable, "-c", code], "counting")
    assert capsys.readouterr().err.split() == [str(n) for n in range(75, 100)]


@pytest.mark.skipif(os.name != "posix", reason="Windows has no C locale")
def test_a_step_can_write_the_name_of_any_folder(folder, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")
    code = "open('name.pth', 'w', encoding='locale').write('b\u00fccher')"
    bootstrap._Runner(folder, say=print).run([sys.executable, "-c", code], "writing")
    assert (folder / "name.pth").read_text("utf8") == "b\u00fccher"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no C locale")
def test_make_reads_paths_with_umlauts_under_the_c_locale():
    """Python reads the paths in .venv in the encoding of the locale."""
    heard = ["make", "--no-print-directory", "--eval", "heard:;@echo $$LC_ALL", "heard"]
    for locale, expected in (("C", "C.UTF-8"), ("de_DE.UTF-8", "de_DE.UTF-8")):
        found = subprocess.run(
            heard, cwd=ROOT, env={**os.environ, "LC_ALL": locale}, capture_output=True
        )
        assert found.stdout.decode().strip() == expected


@pytest.mark.parametrize("name", ["katex", "axe-core"])
def test_a_lost_package_of_node_is_fetched_again(folder, name):
    shutil.rmtree(folder / "node_modules" / name)
    assert steps(folder) == (["node"], ["npm ci"])


@pytest.mark.parametrize("name", bootstrap.FILES)
def test_a_lost_file_is_named_with_what_brings_it_back(folder, name):
    (folder / name).unlink()
    with pytest.raises(bootstrap.SetUpFailed, match=rf"git restore {name}"):
        steps(folder)


def test_a_lost_network_is_the_last_word(folder):
    said = "Temporary failure in name resolution\\nERROR: conflicting dependencies"
    command = [sys.executable, "-c", f"print('{said}'); raise SystemExit(1)"]
    with pytest.raises(bootstrap.SetUpFailed, match="network did not answer"):
        bootstrap._Runner(folder, print).run(command, "pip install")


def test_what_is_set_up_is_seen_in_a_tenth_of_a_second(folder):
    script = folder / "src" / "udl_book" / "bootstrap.py"
    script.parent.mkdir(parents=True)
    shutil.copy(bootstrap.__file__, script)
    seconds = []  # of the processor, which a busy machine hardly stretches
    for _ in range(5):
        began = os.times()
        done = subprocess.run([sys.executable, script], capture_output=True, text=True)
        ended = os.times()
        used = ended.children_user + ended.children_system
        seconds.append(used - began.children_user - began.children_system)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert min(seconds) < 0.1


def test_the_lock_names_no_host():
    assert "://" not in (ROOT / "package-lock.json").read_text()


def test_every_version_is_pinned():
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert all(line.count("==") == 1 for line in pins)
