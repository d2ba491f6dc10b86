"""Exported notebooks, and what must not be found in them."""

import ast
import inspect
import json
import re
from pathlib import Path

from udl.exercises import declare
from udl_book.book import Book
from udl_book.notebooks.export import has_notebook, path_of
from udl_book.parts.exercises import without_docstring
from udl_book.parts.solutions import SOLUTION

ROOT = Path(__file__).parents[2]
PAGES = {
    path_of(name): name
    for name in Book(ROOT).docnames()
    if Book(ROOT).path(name).is_file()
    and has_notebook(Book(ROOT).path(name).read_text("utf8"))
}
FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<!\\)\$((?:\\.|[^\\$])+?)\$", re.S)
CODE = re.compile(r"```.*?```|(`+)(?!`).+?(?<!`)\1(?!`)", re.S)
LINK = re.compile(r"\]\(([^)\s]*)\)")
LEFTOVERS = {
    r"\{[a-z][\w:-]*\}`": "a role",
    r"\{[a-z][\w:-]*\}$": "a directive",
    r"^\s*:{3,}": "a fence",
    r"^\([\w-]+\)=": "a target",
    r"\[\^": "a footnote",
    r"\(\?\)": "an unknown number",
}


class Notebook:
    """A notebook by what its file says."""

    def __init__(self, text):
        self.cells = json.loads(text)["cells"]

    def texts(self, kind):
        """Sources of the cells of a kind."""
        return [
            "".join(cell["source"]) for cell in self.cells if cell["cell_type"] == kind
        ]

    @property
    def markdown(self):
        return "\n\n".join(self.texts("markdown"))

    @property
    def formulas(self):
        """Every formula, with whether it is displayed."""
        return [
            (match[1] or match[2], match[1] is not None)
            for match in FORMULA.finditer(CODE.sub("", self.markdown))
        ]


def faults_of(notebook, katex):
    """Faults in what a notebook says: sentences. `katex` must know no macros."""
    prose = CODE.sub("CODE", notebook.markdown)
    words = FORMULA.sub("", prose)
    for pattern, what in LEFTOVERS.items():
        if match := re.search(pattern, words, re.M):
            yield f"has {what}: {words[match.start() : match.start() + 40]!r}"
    if "{CODE" in words or "}CODE" in words:
        yield "has a role"
    for match in re.finditer(r"\$\$ *\([\w-]+\)", prose):
        yield f"has a label: {match[0]}"
    for target in LINK.findall(prose):
        if not target.startswith("https://"):
            yield f"has a link that leads nowhere: {target!r}"
    for tex, display in notebook.formulas:
        try:
            katex.render(tex, display=display)
        except ValueError as error:
            yield f"has a formula that does not render: {tex!r} ({error})"
    for cell in notebook.cells:
        if cell.get("outputs"):
            yield f"has outputs in cell {cell['id']}"
        if unknown := set(cell["metadata"]) - {"jupyter", "tags"}:
            yield f"has metadata that only the book knows: {unknown}"


def solutions_of(page):
    """Phrases of a page's solutions and lines of their code, no short ones."""
    rest = SOLUTION.sub("", page)
    found = set()
    for match in SOLUTION.finditer(page):
        for phrase in re.split(r"[$`*{}\n]|\.\s", match["body"]):
            if len(phrase.split()) >= 5 and phrase.strip() not in rest:
                found.add(phrase.strip())
        declared = declare.find(match["head"].split()[1])
        code = declared.solution or without_docstring(
            inspect.getsource(declared.reference)
        )
        # The stub shows what is before the body, a bug hunt some of the body.
        function = next(
            n for n in ast.parse(code).body if isinstance(n, ast.FunctionDef)
        )
        lines = code.splitlines()[function.body[0].lineno - 1 :]
        found |= {
            line.strip()
            for line in lines
            if len(line) > 40 and line.strip() not in rest
        }
    return found
