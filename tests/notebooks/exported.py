"""Exported notebooks, and what must not be found in them."""

import ast
import functools
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
LESSON = re.compile(r"/((?:\d+|[a-z])-\d+)-[^/]*$")
QUESTION = re.compile(r"^:{3,}\{question\} (\S+)", re.M)
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


@functools.cache
def said_elsewhere():
    """All that the book and the library say outside of solutions and declarations."""
    book = Book(ROOT)
    pages = [SOLUTION.sub("", book.path(n).read_text("utf8")) for n in book.docnames()]
    library = [
        path.read_text("utf8")
        for path in (ROOT / "src/udl").rglob("*.py")
        if "exercises" not in path.parts
    ]
    hints = [
        hint
        for name in filter(None, map(LESSON.search, book.docnames()))
        for declared in declare.on_page(name[1].replace("-", "."))
        for hint in getattr(declared, "hints", ())
    ]
    return " ".join(" ".join([*pages, *library, *hints]).split())  # however wrapped


def answers_of(page):
    """Phrases of what is said to answers to a page's questions, no short ones."""
    rest = said_elsewhere()
    for name in QUESTION.findall(page):
        one = declare.find(name)
        numbers = [one.answer, *one.near] if one.answer else []
        said = [each.feedback for each in (*one.choices, *numbers)]
        for phrase in re.split(r"[$`*{}'\n]|\.\s", "\n".join([*said, one.otherwise])):
            if len(phrase.split()) >= 5 and phrase.strip() not in rest:
                yield phrase.strip()


def solutions_of(page):
    """Phrases of a page's solutions and lines of their code, no short ones."""
    rest = said_elsewhere()
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
            if len(line) > 40 and " ".join(line.split()) not in rest
        }
    return found
