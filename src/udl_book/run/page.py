"""One page as the builder sees it: its cells, what they load, and its key."""

import ast
import hashlib
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from udl_book.book import BookError
from udl_book.run.closure import closure, data_files, imports

CELL = re.compile(r"^(`{3,}|:{3,})\{code-cell\}[^\n]*\n(.*?)^\1\s*$", re.S | re.M)
OPTIONS = re.compile(r"\A---\n.*?\n---\n|\A(?::[\w-]+:[^\n]*\n)+", re.S)
USED_ID = re.compile(r"""\b(?:check|hint)\(\s*["'](\d+\.\d+)\.\d+["']""")
NAMED_ID = re.compile(
    r"^:{3,}\{(?:exercise|question|hints|solution)\}\s+(\d+\.\d+)\.\d+", re.M
)
DEPENDENCIES = ("numpy", "scipy", "matplotlib", "ipykernel")


@dataclass(frozen=True)
class Cell:
    """Code of one cell and the line of the page (from 1) where it starts."""

    code: str
    line: int


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
        for module, path in self.modules.items():
            for name in data_files(path):
                if not (folder / name).is_file():
                    raise BookError(
                        f"{self.name}.md: missing data file src/udl/data/{name}, "
                        f"which {module} reads"
                    )
                files.append(folder / name)
        return files

    @cached_property
    def key(self) -> str:
        """Name of this page's outputs: the same text means the same run."""
        digest = hashlib.sha256()
        digest.update(repr([cell.code for cell in self.cells]).encode())
        digest.update(repr(sys.version_info[:3]).encode())
        digest.update(repr([version(name) for name in DEPENDENCIES]).encode())
        for path in [*self.modules.values(), *self.data]:
            digest.update(path.relative_to(self.source).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:24]


def _cell(body: str, line: int) -> Cell:
    match = OPTIONS.match(body)
    if match:
        line += match[0].count("\n")
        body = body[match.end() :]
    code = body.rstrip()
    stripped = code.lstrip("\n")
    return Cell(stripped, line + len(code) - len(stripped))
