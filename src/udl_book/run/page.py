"""One page as the builder sees it: its cells, what they load, and its key."""

import ast
import hashlib
import re
import sys
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import yaml

from udl_book.book import BookError
from udl_book.run.asked import OPTIONS, Asked, roles
from udl_book.run.closure import closure, imports, module
from udl_book.run.elsewhere import FILE, fields_of

NUMBER = r"((?:\d+|[A-Z])\.\d+)"  # of a page
CELL = re.compile(r"^(`{3,}|:{3,})\{code-cell\}[^\n]*\n(.*?)^\1\s*$", re.S | re.M)
USED_ID = re.compile(rf"""\b(?:check|hint)\(\s*["']{NUMBER}\.\d+["']""")
NAMED_ID = re.compile(
    rf"^:{{3,}}\{{(?:exercise|question|hints|solution)\}}\s+{NUMBER}\.\d+", re.M
)
TITLE = re.compile(rf"^# {NUMBER} ", re.M)
DEPENDENCIES = ("numpy", "scipy", "matplotlib", "ipykernel")


@dataclass(frozen=True)
class Cell:
    """Code of one cell, the line of the page (from 1) where it starts, its header."""

    code: str
    line: int
    options: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Page:
    """A page by its text.

    Attributes
    ----------
    name
        Its docname, for messages.
    text
        Its MyST source.
    source
        The folder that holds `udl`.
    """

    name: str
    text: str
    source: Path

    @cached_property
    def cells(self) -> list[Cell]:
        """The code cells, in order."""
        return [
            _cell(match[2], self.text.count("\n", 0, match.start(2)) + 1)
            for match in CELL.finditer(self.text)
        ]

    @cached_property
    def asked(self) -> list[Asked]:
        """What the text asks of the run: first the numbers in prose, in order."""
        alternatives = [
            Asked("alt", number, str(alt), cell.line)
            for number, cell in enumerate(self.cells)
            if (alt := (cell.options.get("udl") or {}).get("alt")) is not None
        ]
        return [*roles(self.text), *alternatives, *self._elsewhere]

    @cached_property
    def _elsewhere(self) -> list[Asked]:
        """What tables on other pages ask of this page's run, at its end."""
        title = TITLE.search(self.text)
        fields = fields_of(self.source.parent, title[1]) if title else ()
        return [Asked("end", len(self.cells) - 1, text, 1) for text in fields]

    @cached_property
    def modules(self) -> dict[str, Path]:
        """The closure: what the cells import, and declarations of the ids named."""
        names = ["udl"]
        for cell in self.cells:
            try:
                names += imports(ast.parse(cell.code))
            except SyntaxError:  # a magic, or a fault that the run will report
                continue
        numbers = set(USED_ID.findall(self.text)) | set(NAMED_ID.findall(self.text))
        names += [
            f"udl.exercises.pages.p{number.replace('.', '_')}" for number in numbers
        ]
        return closure(self.source, names)

    @cached_property
    def data(self) -> list[Path]:
        """Data files that modules of the closure read."""
        folder = self.source / "udl" / "data"
        files = []
        for reader, path in self.modules.items():
            for name in module(path).data:
                if not (folder / name).is_file():
                    raise BookError(
                        f"{self.name}.md: missing data file src/udl/data/{name}, "
                        f"which {reader} reads"
                    )
                files.append(folder / name)
        return files

    @property
    def tables(self) -> list[Path]:
        """Tables that show values of this page's run."""
        return [self.source.parent / FILE] if self._elsewhere else []

    @cached_property
    def key(self) -> str:
        """Name of this page's outputs: the same text means the same run."""
        digest = hashlib.sha256()
        digest.update(repr([cell.code for cell in self.cells]).encode())
        asked = [(one.kind, one.cell, one.text) for one in self.asked]
        digest.update(repr(asked).encode())
        headers = [cell.options.get("udl") or {} for cell in self.cells]
        digest.update(repr([header.get("vary") for header in headers]).encode())
        digest.update(repr(sys.version_info[:3]).encode())
        digest.update(repr([version(name) for name in DEPENDENCIES]).encode())
        for path in [*self.modules.values(), *self.data]:
            digest.update(path.relative_to(self.source).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:24]


def _cell(body: str, line: int) -> Cell:
    match, options = OPTIONS.match(body), {}
    if match:
        line += match[0].count("\n")
        body = body[match.end() :]
        options = _options(match[0])
    code = body.rstrip()
    stripped = code.lstrip("\n")
    return Cell(stripped, line + len(code) - len(stripped), options)


def _options(header):
    try:
        if header.startswith("---"):
            return yaml.safe_load(header.strip()[3:-3]) or {}
        pairs = re.findall(r"^:([\w-]+):[ ]*(.*)$", header, re.M)
        return {name: yaml.safe_load(value) for name, value in pairs}
    except yaml.YAMLError:  # myst-nb says so, with the line
        return {}
