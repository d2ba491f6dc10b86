"""What the text of a page asks of its run: numbers in prose, and alternatives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from udl_book.run.templates import field_code, split, template_code

# A role that holds what the run answered: its place among all that is asked, the text.
ROLE = "evaluated"
SOURCE = re.compile(
    r"""
    ^(?P<cell>`{3,}|:{3,})\{code-cell\}[^\n]*\n(?P<body>.*?)^(?P=cell)[ ]*$
  | ^(?P<quoted>`{3,}|~{3,})(?!\{)[^\n`]*\n.*?^(?P=quoted)[ ]*$
  | \{eval\}(?P<tick>`+)(?P<field>.+?)(?<!`)(?P=tick)(?!`)
  | (?<![`\\])(?P<span>`{1,2})(?!`)(?:(?!\n\n).)+?(?<!`)(?P=span)(?!`)
    """,
    re.X | re.S | re.M,
)
OPTIONS = re.compile(r"\A---\n.*?\n---\n|\A(?::[\w-]+:[^\n]*\n)+", re.S)
MOST = 4  # digits of a number without a format
FRACTION = re.compile(r"-?(\d*\.\d+)(?:e[+-]?\d+)?")


class AskedError(ValueError):
    """A text asks for what the run does not give; the message says what."""


@dataclass(frozen=True)
class Asked:
    """Something that the text asks for.

    Attributes
    ----------
    kind
        "eval" (a number in prose), "alt" (of a figure) or "end" (a value that a table
        elsewhere shows).
    cell
        After which cell it is evaluated; the first is 0.
    text
        A field, or of an "alt" its template.
    line
        Of the page, from 1.
    span
        Where the role stands in the page, if it is one.
    """

    kind: str
    cell: int
    text: str
    line: int
    span: tuple[int, int] = (0, 0)

    @property
    def code(self) -> str:
        """Python that gives the text."""
        if self.cell < 0:
            raise AskedError("no cell stands above it")
        return template_code(self.text) if self.kind == "alt" else field_code(self.text)

    def accept(self, answer: str) -> str:
        """Give back a good answer; refuse one that would read badly."""
        if not answer.strip():
            raise AskedError("it yields an empty text")
        bare = self.kind == "eval" and not split(self.text)[1]
        number = FRACTION.fullmatch(answer)
        if bare and number and len(number[1].replace(".", "").lstrip("0")) > MOST:
            raise AskedError(
                f"it yields {answer}: more than four digits need a format, as in "
                f"{split(self.text)[0]}:.4g"
            )
        return " ".join(answer.split())

    def __str__(self):
        if self.kind == "alt":
            return "the alternative of a figure"
        return f"{{eval}}`{self.text}`" if self.kind == "eval" else f"`{self.text}`"


def roles(text: str) -> Iterator[Asked]:
    """Give all `{eval}` roles of a page, in order."""
    cell = -1
    for match in SOURCE.finditer(text):
        if match["cell"]:
            cell += 1
            header = OPTIONS.match(match["body"])
            end = match.start("body") + (header.end() if header else 0)
            for role in SOURCE.finditer(text, match.start("body"), end):
                if role["field"]:
                    yield _role(text, role, cell)
        elif match["field"]:
            yield _role(text, match, cell)


def filled(text: str, asked: Sequence[Asked], answers: Sequence[str]) -> str:
    """Put the answers into the text of a page, each in a role with its place."""
    pieces, done = [], 0
    for number, (question, answer) in enumerate(zip(asked, answers, strict=True)):
        if question.kind == "eval":
            start, end = question.span
            ticks = "`" * (1 + max(map(len, re.findall("`+", answer)), default=0))
            space = " " if answer.endswith("`") else ""
            role = f"{{{ROLE}}}{ticks}{number} {answer}{space}{ticks}"
            pieces += [text[done:start], role]
            done = end
    return "".join([*pieces, text[done:]])


def _role(text, match, cell):
    line = text.count("\n", 0, match.start()) + 1
    return Asked("eval", cell, " ".join(match["field"].split()), line, match.span())
