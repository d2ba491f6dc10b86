"""Prose of a page as plain Markdown: roles, formulas and links written out."""

import re
from dataclasses import dataclass

from udl_book.mathematics.render import aligned
from udl_book.notebooks.macros import expand
from udl_book.notebooks.references import LostReferenceError, References
from udl_book.run.asked import ROLE

# What may hold marks that are none: each alternative hides those behind it.
TOKEN = re.compile(
    r"""
    (?P<escaped>\\[\\`$\[\]{}])
  | \{(?P<role>[a-z][\w:.-]*)\}(?P<tick>`+)(?P<text>.+?)(?P=tick)
  | (?P<code>(?P<fence>`+)(?!`).+?(?<!`)(?P=fence)(?!`))
  | ^(?P<indent>[ ]*)\$\$(?P<display>.+?)\$\$(?:[ ]*\((?P<label>[\w:-]+)\))?
  | (?<!\$)\$(?P<math>(?:\\.|[^\\$])+?)\$(?!\$)
  | \[\]\((?P<bare>[^()\s]+)\)
  | \]\((?P<target>[^()\s]+)\)
  | (?<=[\])`])\{[.\#][^}\n]*\}
    """,
    re.X | re.S | re.M,
)
TARGET = re.compile(r"^\([\w:-]+\)=[ ]*\n?", re.M)
COMMENT = re.compile(r"^%.*\n?", re.M)
DEFINITION = re.compile(r"^(?P<term>\S[^\n]*)\n(?:\n)?:[ ]+", re.M)
CODE_ROLES = {"py:func", "py:class", "py:meth", "py:mod", "py:attr", "py:obj", "code"}
WRAPPED = {"sub": "sub", "sup": "sup", "kbd": "kbd"}


@dataclass
class Writer:
    """Writes the prose of one page.

    Attributes
    ----------
    references
        Resolves what the page refers to.
    macros
        Of the book.
    faults
        Sentences about what could not be written; they grow.
    """

    references: References
    macros: dict[str, str]
    faults: list[str]

    def write(self, markdown: str) -> str:
        """Write a piece of prose."""
        text = COMMENT.sub("", TARGET.sub("", markdown))
        text = DEFINITION.sub(r"**\g<term>**: ", text)
        return TOKEN.sub(self._token, text).strip("\n")

    def formula(self, tex: str) -> str:
        """Write the inside of a formula."""
        try:
            return expand(tex, self.macros)
        except ValueError as error:
            self.faults.append(str(error))
            return tex

    def display(self, tex: str, label: str = "", indent: str = "") -> str:
        """Write a displayed formula with its number inside: no viewer numbers."""
        body = aligned(self.formula(tex).strip())
        if label:
            number = self._or_fault(self.references.number, label) or "?"
            body += rf" \qquad \text{{({number})}}"
        lines = ["$$", *body.split("\n"), "$$"]
        return "\n".join(indent + line.removeprefix(indent) for line in lines)

    def figure(self, name: str) -> str:
        """Name of a figure, as Figure 5.1.2."""
        return self._or_fault(self.references.figure, name) or "Figure"

    def _token(self, match):
        if match["escaped"] or match["code"]:
            return match[0]
        if match["role"]:
            return self._role(match["role"], match["text"])
        if match["display"] is not None:
            return self.display(match["display"], match["label"], match["indent"])
        if match["math"] is not None:
            return f"${self.formula(match['math'])}$"
        if match["bare"]:
            return self._bare(match["bare"])
        if match["target"]:
            return self._target(match["target"])
        return ""  # attributes of a span

    def _role(self, name, text):
        if name == ROLE:
            from udl.typeset import typeset  # the book's own `udl`, found by now

            return typeset(text.partition(" ")[2].strip())
        if name == "math":
            return f"${self.formula(text)}$"
        if name in CODE_ROLES:
            return f"`{text.rpartition('.')[2] if text[0] == '~' else text}`"
        if name in WRAPPED:
            return f"<{WRAPPED[name]}>{text}</{WRAPPED[name]}>"
        found = self._or_fault(self.references.role, name, text)
        if found is None:
            self.faults.append(f"a notebook has no counterpart for {{{name}}}`{text}`")
            return text
        return found

    def _bare(self, target):
        name = target.partition("#")[0].removesuffix(".md")
        return self._or_fault(self.references.role, "doc", name) or name

    def _target(self, target):
        """Write the end of a link; a place that has no address is not linked."""
        address = self._or_fault(self.references.address, target)
        return f"]({address})" if address else "]"

    def _or_fault(self, function, *arguments):
        try:
            return function(*arguments)
        except LostReferenceError as error:
            self.faults.append(str(error))
            return ""
