"""Directives of a page as cells of its notebook."""

from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_lowercase

from udl_book.mathematics import notation
from udl_book.notebooks.source import Block, blocks
from udl_book.notebooks.text import Writer
from udl_book.parts.aims import parts as parts_of_aims
from udl_book.parts.kinds import number_and_kind

# How JupyterLab says what the book's tags say.
HIDDEN = {
    "hide-input": {"source_hidden": True},
    "hide-output": {"outputs_hidden": True},
    "hide-cell": {"source_hidden": True, "outputs_hidden": True},
}
BOXES = {"note", "tip", "hint", "important", "warning", "caution", "seealso"}
DROPPED = {"toctree", "tableofcontents"}


@dataclass(frozen=True)
class Cell:
    """A cell to be: its kind ("code" or "markdown"), its text, what it carries."""

    kind: str
    text: str
    metadata: dict = field(default_factory=dict)


@dataclass
class Directives:
    """Turns the blocks of one page into cells.

    Attributes
    ----------
    root
        Of the book.
    writer
        Writes its prose.
    solutions
        Whether this edition has solutions.
    """

    root: Path
    writer: Writer
    solutions: bool = True

    def cells(self, block: Block):
        """Cells of one block; of prose, one."""
        if block.kind == "prose":
            yield Cell("markdown", self.writer.write(block.body))
        elif block.kind == "quoted":
            yield Cell("markdown", block.body)
        elif block.kind == "code-cell":
            yield from self._code(block)
        elif block.kind in BOXES | {"admonition"}:
            yield Cell("markdown", self._box(block))
        elif block.kind not in DROPPED:
            name = block.kind.replace("-", "_")
            make = getattr(self, f"_{name}", self._unknown)
            made = make(block)
            yield from [Cell("markdown", made)] if isinstance(made, str) else made

    def text(self, markdown: str) -> str:
        """Write a directive's body, in which no cell can stand."""
        parts = [c.text for block in blocks(markdown) for c in self.cells(block)]
        return "\n\n".join(part for part in parts if part)

    def _code(self, block):
        tags = block.options.get("tags") or []
        tags = tags.split(",") if isinstance(tags, str) else tags
        jupyter = {}
        for tag in tags:
            jupyter |= HIDDEN.get(tag, {})
        metadata = {"jupyter": jupyter} if jupyter else {}
        vary = (block.options.get("udl") or {}).get("vary") or {}
        for name, values in vary.items():
            listed = ", ".join(f"`{value}`" for value in values)
            text = f"*Vary `{name}` in the next cell and run it again: {listed}.*"
            yield Cell("markdown", text)
        yield Cell("code", block.body, metadata | ({"tags": tags} if tags else {}))
        figure = (block.options.get("mystnb") or {}).get("figure")
        if figure:
            caption = self.writer.write(figure.get("caption", "").strip())
            if "name" in figure:
                caption = f"**{self.writer.figure(figure['name'])}.** {caption}"
            yield Cell("markdown", caption)

    def _exercise(self, block):
        declared = self._find(block.argument)
        if declared is None:
            return []
        heading = self._heading(declared, block)
        return f"### {heading}\n\n{self.text(block.body)}"

    def _hints(self, block):
        return [Cell("code", f'hint("{block.argument}")')]

    def _solution(self, block):
        if not self.solutions:
            return []
        where = self.writer.references
        anchor = f"solution-{block.argument.replace('.', '-')}"
        words = f"The solution of exercise {block.argument}"
        if address := where.addresses.page(where.docname, anchor):
            words = f"[{words}]({address})"
        return f"*{words} stands folded on the page in the book.*"

    def _question(self, block):
        declared = self._find(block.argument)
        if declared is None:
            return []
        heading = self._heading(declared, block)
        text = [f"### {heading}", self.writer.write(declared.prompt)]
        for letter, choice in zip(ascii_lowercase, declared.choices, strict=False):
            text.append(f"**{letter})** {self.writer.write(choice.text)}")
        empty, what = ('""', "letter") if declared.choices else ("None", "number")
        call = f'check("{declared.id}", {empty})  # your {what} in place of {empty}'
        return [Cell("markdown", "\n\n".join(text)), Cell("code", call)]

    def _heading(self, declared, block):
        heading = self.writer.write(declared.heading)
        kind = number_and_kind(block.argument)[1]
        return f"{heading} ({kind})" if kind else heading

    def _aims(self, block):
        found = parts_of_aims(block.body)
        found = {name: self.writer.write(text) for name, text in found.items()}
        return (
            f"**After this page you can**\n\n{found['points']}\n\n"
            f"**Before:** {found['before']}\n\n**Minutes:** {found['minutes']}"
        )

    def _find(self, argument):
        from udl.exercises import declare  # the book's own `udl`, found by now

        try:
            return declare.find(number_and_kind(argument)[0])
        except declare.UnknownIdError as error:
            self.writer.faults.append(str(error))
            return None

    def _steps(self, block):
        return self._fold(f"Every step: {block.argument}", block)

    def _dropdown(self, block):
        return self._fold(block.argument, block)

    def _fold(self, title, block):
        title, body = self.writer.write(title), self.text(block.body)
        return f"<details>\n<summary>{title}</summary>\n\n{body}\n\n</details>"

    def _topic(self, block):
        return f"**{self.writer.write(block.argument)}**\n\n{self.text(block.body)}"

    def _symbols(self, _block):
        return self.writer.write(notation.table(notation.read(self.root)["symbols"]))

    def _math(self, block):
        return self.writer.display(block.body, block.options.get("label", ""))

    def _box(self, block):
        named = block.kind == "admonition"
        title = block.argument if named else block.kind.capitalize()
        first = "" if named else block.argument
        body = self.text(f"{first}\n{block.body}".strip())
        text = f"**{self.writer.write(title)}**\n\n{body}"
        return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))

    def _unknown(self, block):
        self.writer.faults.append(
            f"line {block.line}: a notebook has no counterpart for {{{block.kind}}}"
        )
        return []
