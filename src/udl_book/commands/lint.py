"""Check code and pages: ``python -m udl_book lint``, a line for each fault."""

import re
import subprocess
import sys
from pathlib import Path

from udl_book.commands import schemas
from udl_book.commands.lint_pages import Fault, check_cells, check_page, latex, ruff
from udl_book.mathematics import katex

CODE = ("src", "tests", "benchmarks", "book/live")
PROSE = ("book", ".github", "README.md", "CONTRIBUTING.md", "CODE_OF_CONDUCT.md",
         "CHANGELOG.md")  # fmt: skip  # fmt: skip
SCRIPTS = ("book/live/*.*s", "book/_static/*.*s", "src/udl_book/*/*.mjs")
# What `make new` leaves to be written, wherever it writes.
UNFINISHED = "TODO:"
STARTED = (
    *("book/**/*.md", "book/*.yaml", "src/udl/exercises/pages/*.py"),
    *("tests/pages/*/*.py", "tests/pages/*/*.yaml"),
)


def check_code(root):
    """Return what ruff says of the code of the folder `root`."""
    folders = [name for name in CODE if (root / name).exists()]
    found = ruff("check", "--output-format=concise", "--quiet", *folders, cwd=root)
    faults = _from_lines(found.stdout)
    found = ruff("format", "--check", "--output-format=concise", *folders, cwd=root)
    for fault in _from_lines(found.stdout):
        message = f"not formatted: .venv/bin/python -m ruff format {fault.path}"
        faults.append(Fault(fault.path, fault.line, message))
    if found.returncode and not faults:  # ruff itself failed
        faults.append(Fault(Path("pyproject.toml"), 1, found.stderr.strip()))
    return faults


def check_scripts(root):
    """Return the scripts and style sheets that are not as prettier writes them."""
    prettier = root / "node_modules" / "prettier" / "bin" / "prettier.cjs"
    names = [
        path.relative_to(root).as_posix()
        for pattern in SCRIPTS
        for path in sorted(root.glob(pattern))
    ]
    if not names or not prettier.is_file():
        return []
    command = [katex.node(), prettier, "--list-different", "--end-of-line=auto"]
    command += names
    found = subprocess.run(command, cwd=root, capture_output=True, text=True)
    message = "not formatted as prettier does (node_modules/prettier, --write)"
    faults = [Fault(Path(name), 1, message) for name in found.stdout.splitlines()]
    if found.returncode and not faults:  # prettier itself failed
        faults.append(Fault(Path(names[0]), 1, found.stderr.strip()))
    return faults


def check_spelling(root):
    """Return what codespell says of code and prose (its settings: pyproject.toml)."""
    names = [name for name in (*CODE, *PROSE) if (root / name).exists()]
    command = [sys.executable, "-m", "codespell_lib", "--check-hidden", *names]
    found = subprocess.run(command, cwd=root, capture_output=True, text=True)
    return _from_lines(found.stdout)


def check_finished(root):
    """Return a fault for each place that is still to be written."""
    return [
        Fault(path.relative_to(root), number, line.strip()[:80])
        for pattern in STARTED
        for path in sorted(root.glob(pattern))
        for number, line in enumerate(path.read_text("utf8").splitlines(), start=1)
        if UNFINISHED in line
    ]


def lint(root):
    """Return all faults of the project in the folder `root`."""
    pages = {
        path.relative_to(root): path.read_text(encoding="utf-8")
        for path in sorted((root / "book").rglob("*.md"))
    }
    faults = [*check_code(root), *check_scripts(root), *check_spelling(root)]
    faults += check_cells(pages)
    for path, text in pages.items():
        faults.extend(check_page(path, text))
    # Prompts, hints and feedback are Markdown with mathematics as well.
    for path in sorted((root / "src/udl/exercises/pages").glob("*.py")):
        lines = path.read_text(encoding="utf-8").splitlines()
        faults.extend(latex(path.relative_to(root), lines))
    faults.extend(Fault(path, 1, message) for path, message in schemas.broken(root))
    faults.extend(check_finished(root))
    return sorted(faults, key=lambda fault: (str(fault.path), fault.line))


def _from_lines(output):
    """Read ``file:line: message`` and ``file:line:column: message``."""
    faults = []
    for line in output.splitlines():
        found = re.match(r"(.+?):(\d+):(?:\d+:)? ?(.*)", line)
        if found:
            faults.append(Fault(Path(found[1]), int(found[2]), found[3]))
    return faults


def run(root):
    """Print the faults of the project; return 1 if there are any."""
    faults = lint(root)
    for fault in faults:
        print(fault)
    print(f"lint: {len(faults)} faults" if faults else "lint: no faults")
    return 1 if faults else 0
