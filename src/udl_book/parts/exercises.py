"""Directives `exercise`, `hints`, `solution` and `steps`."""

import ast
import inspect
import textwrap
from pathlib import Path

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from udl_book.book import Book, page_number
from udl_book.parts.elements import html, parse, parse_line
from udl_book.parts.kinds import number_and_kind

logger = logging.getLogger(__name__)


class Declared(SphinxDirective):
    """A directive whose argument is the id of an exercise or question."""

    required_arguments = 1
    final_argument_whitespace = True
    kind = ""

    def run(self):
        """Find the declaration, then build; a fault is a warning at this line."""
        try:
            self.number, self.label = number_and_kind(self.arguments[0])
        except ValueError as error:
            self.warn(str(error))
            return []
        self.slug = self.number.replace(".", "-").lower()
        declared = self._declaration()
        if declared is None:
            return []
        node = self.build(declared)
        node["udl"] = (type(self).__name__.lower(), self.number)
        self.set_source_info(node)
        return [node]

    def build(self, declared):
        """Make the node."""
        raise NotImplementedError

    def target(self, word):
        """Make `ex-5-1-2` a target that `ref` shows as "Exercise 5.1.2"."""
        name = f"ex-{self.slug}"
        labels = self.env.get_domain("std")
        if name in labels.labels:
            self.warn(f"duplicate label {name}: {self.number} stands in two places")
        labels.labels[name] = (self.env.docname, name, f"{word} {self.number}")
        labels.anonlabels[name] = (self.env.docname, name)
        return name

    def kind_label(self):
        """Give the kind of the exercise, where its directive names one."""
        if self.label:
            yield html("span", self.label, class_="udl-kind")

    def warn(self, message):
        """Report a fault with page and line."""
        logger.warning(message, location=self.get_location())

    def _declaration(self):
        from udl.exercises import declare

        page = page_number(self.env.docname)
        if page is None or not self.number.startswith("{}.{}.".format(*page)):
            self.warn(f"exercise {self.number} does not belong to this page")
            return None
        try:
            declared = declare.find(self.number)
        except declare.UnknownIdError as error:
            self.warn(f"exercise {self.number} has no declaration: {error}")
            return None
        if type(declared).__name__.lower() != self.kind:
            found = type(declared).__name__.lower()
            self.warn(f"{self.number} is declared as {found}, not as {self.kind}")
            return None
        return declared


class Exercise(Declared):
    """`exercise`: a card with the task; its text is the body."""

    has_content = True
    kind = "exercise"

    def build(self, declared):
        """Set the title from the declaration, the text from the page."""
        name = self.target("Exercise")
        title = html("p", class_="udl-title", id=f"{name}-title")
        title += [*parse_line(self, declared.heading), *self.kind_label()]
        return html(
            "div",
            title,
            *parse(self, "\n".join(self.content)),
            class_="udl-box udl-exercise",
            id=name,
            role="group",
            aria_labelledby=f"{name}-title",
        )


class Hints(Declared):
    """`hints`: the declared hints, each inside the one before it."""

    kind = "exercise"

    def build(self, declared):
        """Nest from the last to the first, so that each offers the next."""
        inner = []
        if not declared.hints:
            self.warn(f"exercise {self.number} declares no hints")
        for order, hint in reversed(list(enumerate(declared.hints, 1))):
            summary = html("summary", f"Hint {order} of {len(declared.hints)}")
            inner = [
                html("details", summary, *parse(self, hint), *inner, class_="udl-hint")
            ]
        return html("div", *inner, class_="udl-hints")


class Solution(Declared):
    """`solution`: prose, then the declared solution or the tested function's body."""

    has_content = True
    kind = "exercise"

    def build(self, declared):
        """Take the code from the declaration or the library: both are tested."""
        if not self.config.udl_solutions:
            note = f"This edition leaves the solution of exercise {self.number} out."
            return html("p", note, class_="udl-note")
        code = declared.solution or self._from_library(declared.reference)
        block = nodes.literal_block(code, code, language="python3")
        return html(
            "details",
            html("summary", f"Solution of exercise {self.number}"),
            *parse(self, "\n".join(self.content)),
            block,
            class_="udl-fold solution",
            id=f"solution-{self.slug}",
        )

    def _from_library(self, function):
        path = Path(inspect.getsourcefile(function))
        if path.is_relative_to(Book(Path(self.env.srcdir)).source):
            self.env.note_dependency(str(path))
        return without_docstring(inspect.getsource(function))


class Steps(SphinxDirective):
    """`steps`: a closed fold for long algebra; its argument says what it holds."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self):
        """Fold the body."""
        summary = html("summary", "Every step: ", *parse_line(self, self.arguments[0]))
        body = parse(self, "\n".join(self.content))
        return [html("details", summary, *body, class_="udl-fold udl-steps")]


def without_docstring(source: str) -> str:
    r"""Source of a function without decorators and docstring.

    Examples
    --------
    >>> print(without_docstring('def f(x):\n    "Double."\n    return 2 * x'))
    def f(x):
        return 2 * x
    """
    source = textwrap.dedent(source)
    function = ast.parse(source).body[0]
    lines = source.rstrip().splitlines()
    keep = lines[function.lineno - 1 :]
    if ast.get_docstring(function) is not None:
        text = function.body[0]
        head = lines[function.lineno - 1 : text.lineno - 1]
        keep = head + lines[text.end_lineno :]
        while len(keep) > len(head) and not keep[len(head)].strip():
            del keep[len(head)]
    return "\n".join(keep)


def setup(app):
    """Register the directives."""
    app.add_directive("exercise", Exercise)
    app.add_directive("hints", Hints)
    app.add_directive("solution", Solution)
    app.add_directive("steps", Steps, override=True)  # sphinx-design has one
