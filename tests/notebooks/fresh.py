"""A fresh environment, outside the repository, with what a reader has and no more."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
WHEELS = ROOT / ".wheels"
CONSTRAINTS = ROOT / "constraints.txt"
TOOLS = ("ipykernel", "nbclient", "nbformat")  # Binder brings its own Jupyter
LIBRARY = ("numpy", "scipy", "matplotlib")
RUNNER = Path(__file__).with_name("run_notebooks.py")


def wheelhouse():
    """Fetch the wheels, once for each version of constraints.txt and of Python.

    Only this needs the network, and a second run does not.
    """
    about = CONSTRAINTS.read_bytes() + repr((sys.version_info[:2], TOOLS)).encode()
    stamp = WHEELS / f"complete-{hashlib.sha256(about).hexdigest()[:12]}"
    if not stamp.exists():
        command = ["download", "--quiet", "--only-binary=:all:", "--dest", WHEELS]
        pip(sys.executable, *command, "--constraint", CONSTRAINTS, *LIBRARY, *TOOLS)
        stamp.touch()
    return WHEELS


def pip(python, *arguments, cwd=None):
    """Run pip; what it says is shown when it fails."""
    done = subprocess.run(
        [python, "-m", "pip", "--disable-pip-version-check", *arguments],
        cwd=cwd,
        env=clean_environment(),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def clean_environment(**more):
    """The environment's variables without those that lead to this repository."""
    kept = {key: text for key, text in os.environ.items() if key[:6] != "PYTHON"}
    return {**kept, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", **more}


class Environment:
    """A virtual environment, with a copy of the branch beside it."""

    def __init__(self, folder):
        self.folder, self.branch = folder, folder / "branch"
        place = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
        self.python = folder.joinpath("venv", *place)

    @classmethod
    def by_binder(cls, tree, folder):
        """Follow the files of `binder/` as repo2docker does: from the branch's root."""
        made = cls(folder)
        shutil.copytree(tree, made.branch)
        venv.create(folder / "venv", with_pip=True)
        made.install("--requirement", "binder/requirements.txt")
        made.listed = made.packages()
        made.install("--constraint", CONSTRAINTS, *TOOLS)
        return made

    def install(self, *arguments):
        """Install from the wheels that are here; the network is not asked."""
        offline = ("--no-index", "--find-links", wheelhouse(), "--no-compile")
        pip(self.python, "install", "--quiet", *offline, *arguments, cwd=self.branch)

    def packages(self):
        """Names and versions of what is installed."""
        listed = json.loads(pip(self.python, "list", "--format=json"))
        return {package["name"]: package["version"] for package in listed}

    def uninstall(self, name):
        pip(self.python, "uninstall", "--quiet", "--yes", name)

    def say(self, source):
        """Run a line of Python; gives what it prints, errors included."""
        done = subprocess.run(
            [self.python, "-c", source],
            cwd=self.folder,
            env=clean_environment(),
            capture_output=True,
            text=True,
        )
        return done.stdout + done.stderr

    def start(self, *notebooks):
        """Start a process that runs notebooks and prints the errors as JSON."""
        home = self.folder / "home"
        return subprocess.Popen(
            [self.python, RUNNER, *notebooks],
            cwd=self.branch,
            env=clean_environment(
                IPYTHONDIR=str(home),
                JUPYTER_PATH=str(self.folder / "venv" / "share" / "jupyter"),
                PIP_NO_INDEX="1",
            ),
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, *notebooks):
        """Run notebooks, two at a time; gives their errors by name."""
        halves = [self.start(*half) for half in (notebooks[::2], notebooks[1::2])]
        errors = {}
        for process in halves:
            said, _ = process.communicate()
            assert process.returncode == 0, "the runner itself failed"
            errors |= json.loads(said)
        return errors
