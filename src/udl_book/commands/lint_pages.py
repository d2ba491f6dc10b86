"""What is wrong with a page: its cells, its LaTeX, what share of it draws.

A page's cells are one module to ruff, so that a name may come from an earlier cell;
they are written to a file whose other lines are blank, so that its line numbers are
the page's.
"""

import ast
import contextlib
import json
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from udl_book.commands.share import too_much
from udl_book.run.page import Page

# E3, W: blank lines are those between cells. E402: a page imports as it goes.
PAGE_RULES = "--select=E,F,B,NPY,RUF,PT --ignore=E3,W,E402 --line-length=80"
LONGEST_CELL = 15
FORBIDDEN = {
    r"\\tag\b": r"\tag (label the equation: `$$ (eq-5-1-name)`)",
    r"\\begin\{align\*?\}": r"align (write aligned inside $$)",
    r"\\begin\{eqnarray\*?\}": r"eqnarray (write aligned inside $$)",
    r"\\mbox\b": r"\mbox (write \text)",
}
# A fence's marks, whether it opens a code cell, whether another directive.
FENCE = re.compile(r"^\s*(`{3,}|~{3,}|:{3,})\s*(\{code-cell\})?(\{(?!code))?")
CODE_SPAN = re.compile(r"(\{[\w:-]+\})?(`+)[^`]+\2")
DISPLAYED = ("B015", "B018")  # "useless" expressions, as a cell's last line is not


@dataclass(frozen=True)
class Fault:
    """Something to mend, and where."""

    path: Path
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}"


@dataclass(frozen=True)
class Cell:
    """A code cell of a page: the number of its first line of code, and its code."""

    line: int
    source: str


def split(text):
    r"""Split a page into its code cells and its prose.

    Parameters
    ----------
    text : str
        The page's MyST Markdown.

    Returns
    -------
    cells : list of Cell
        The code cells, without their options.
    prose : list of str
        The page's lines; those of code cells and of other literal code are blank.

    Examples
    --------
    >>> cells, prose = split("One:\n```{code-cell}\n:tags: [hide-cell]\n1 + 1\n```\n")
    >>> cells
    [Cell(line=4, source='1 + 1')]
    >>> prose
    ['One:', '', '', '', '']
    """
    lines = text.splitlines()
    cells, prose, directives = [], [], []
    number = 0
    while number < len(lines):
        fence = FENCE.match(lines[number])
        closes = directives and _closes(lines[number], directives[-1])
        if not fence or fence[3] or closes or (fence[1][0] == ":" and not fence[2]):
            if closes:
                directives.pop()
            elif fence and fence[3]:
                directives.append(fence[1])
            prose.append(lines[number])  # a directive's content is prose too
            number += 1
            continue
        end = number + 1
        while end < len(lines) and not _closes(lines[end], fence[1]):
            end += 1
        if fence[2]:
            first = _after_options(lines, number + 1, end)
            cells.append(Cell(first + 1, "\n".join(lines[first:end])))
        end = min(end + 1, len(lines))
        prose.extend([""] * (end - number))
        number = end
    return cells, prose


def check_page(path, text):
    """Return the faults of a page that ruff and codespell do not see."""
    cells, prose = split(text)
    faults = [*_header(path, text, cells), *latex(path, prose)]
    if much := too_much(Page("", text, Path())):
        faults.append(Fault(path, 1, much))
    for cell in cells:
        used = sum(bool(line.strip()) for line in cell.source.splitlines())
        if used > LONGEST_CELL:
            message = f"a cell of {used} lines; {LONGEST_CELL} are the most"
            faults.append(Fault(path, cell.line, message))
    return faults


def check_cells(pages):
    """Return what ruff says of the cells of pages.

    Parameters
    ----------
    pages : dict of pathlib.Path to str
        Each page's path and text.

    Returns
    -------
    list of Fault
        With the pages' own line numbers.
    """
    last_lines, asked, page_of = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        for number, (path, text) in enumerate(pages.items()):
            cells, _ = split(text)
            module = Path(folder).resolve() / f"page_{number}.py"
            code, asked[path] = _as_module(cells, text)
            module.write_text(code, encoding="utf-8")
            page_of[str(module)] = path
            last_lines[path] = {_last_statement(cell) for cell in cells}
        found = ruff(
            "check",
            "--isolated",
            "--target-version=py311",
            "--output-format=json",
            *PAGE_RULES.split(),
            folder,
        )
    faults = []
    for message in json.loads(found.stdout or "[]"):
        path, line = page_of[message["filename"]], message["location"]["row"]
        if message["code"] in DISPLAYED and line in last_lines[path]:
            continue
        if message["code"] == "E501" and line in asked[path]:
            continue
        text = f"{message['code'] or 'syntax'} {message['message']}"
        faults.append(Fault(path, line, text))
    return faults


def _closes(line, fence):
    line = line.strip()
    return len(line) >= len(fence) and set(line) == {fence[0]}


def _after_options(lines, first, end):
    """Return the index of a cell's first line behind ``:key: value`` or ``---``."""
    if first < end and lines[first].strip() == "---":
        closing = (i for i in range(first + 1, end) if lines[i].strip() == "---")
        return next(closing, end - 1) + 1
    while first < end and re.match(r":[\w-]+:", lines[first].strip()):
        first += 1
    return first


def _as_module(cells, text):
    """Write cells to their own lines; behind each, what its run is asked for."""
    lines = [""] * (text.count("\n") + 2)
    asked = {}
    for cell in cells:
        source = cell.source.split("\n")
        lines[cell.line - 1 : cell.line - 1 + len(source)] = source
    for one in Page("", text, Path()).asked:
        with contextlib.suppress(ValueError):  # the run says what is wrong with it
            end = cells[one.cell].line + cells[one.cell].source.count("\n") + 1
            asked.setdefault(max(one.line, end), []).append(one.code)
    for line, codes in asked.items():
        lines[line - 1] = f"print({', '.join(codes)})"
    return "\n".join(lines).rstrip() + "\n", asked.keys()


def _parse(cell):
    try:
        return ast.parse(cell.source).body
    except SyntaxError:  # ruff says so, with the page's line
        return []


def _last_statement(cell):
    body = _parse(cell)
    return cell.line + body[-1].lineno - 1 if body else None


def _header(path, text, cells):
    header = re.match(r"---\n(.*?)\n---\n", text, flags=re.DOTALL)
    header = header[1] if header else ""
    needed = ("jupytext:", "format_name: myst", "kernelspec:")
    if cells and not all(part in header for part in needed):
        message = "cells, but no jupytext header (format_name: myst, and kernelspec)"
        yield Fault(path, 1, message)


def latex(path, lines):
    """Yield a fault for each piece of LaTeX that a renderer lacks."""
    for number, line in enumerate(lines, start=1):
        # What is quoted as code may name anything; a role's text may not.
        line = re.sub(CODE_SPAN, lambda span: span[0] if span[1] else "", line)
        for pattern, name in FORBIDDEN.items():
            if re.search(pattern, line):
                message = f"LaTeX that one of our renderers lacks: {name}"
                yield Fault(path, number, message)


def ruff(*arguments, cwd=None):
    """Run ruff; return what it did and said."""
    command = [sys.executable, "-m", "ruff", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True)
