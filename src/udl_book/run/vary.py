"""A cell that is run for several values of a parameter: what its header says."""

import ast
import base64
import zlib
from dataclasses import dataclass

from udl_book.run.page import Cell

DARK = "application/vnd.udl.dark"  # as `udl.display` names it
MOST_FRAMES = 25
MOST_BYTES = 300_000  # compressed, of all frames of a slider in one rendering


class VaryError(ValueError):
    """A slider that cannot be made; the message says why."""


@dataclass(frozen=True)
class Vary:
    """A parameter, the values that it takes in turn, and the code of its cell."""

    name: str
    values: tuple
    code: str

    @property
    def default(self) -> int:
        """Place, among the values, of the one that the cell assigns."""
        try:
            written = ast.literal_eval(self._assigned().value)
        except ValueError:
            raise VaryError(f"{self.name} must be assigned a plain value") from None
        if written not in self.values:
            raise VaryError(f"the cell's own {self.name} = {written} is not among them")
        return self.values.index(written)

    def code_with(self, value: object) -> str:
        r"""Give the cell's code with another value in its place.

        Examples
        --------
        >>> Vary("b", (1, 2), "b = 1  # any\\nb + 1").code_with(2)
        'b = 2  # any\\nb + 1'
        """
        node = self._assigned().value
        lines = self.code.split("\n")
        line = lines[node.lineno - 1].encode()  # the parser counts bytes
        before, after = line[: node.col_offset], line[node.end_col_offset :]
        lines[node.lineno - 1] = (before + repr(value).encode() + after).decode()
        return "\n".join(lines)

    def _assigned(self):
        tree = ast.parse(self.code)
        stores = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.Name)
            and (node.id, type(node.ctx)) == (self.name, ast.Store)
        ]
        for statement in tree.body:
            if isinstance(statement, ast.Assign) and statement.targets == stores:
                return statement
        raise VaryError(f"the cell must assign {self.name} once, in a line of its own")


def declared(cell: Cell) -> Vary | None:
    """Read the header of a cell; None if nothing varies there."""
    about = (cell.options.get("udl") or {}).get("vary")
    if about is None:
        return None
    if not isinstance(about, dict) or len(about) != 1:
        raise VaryError("vary takes one parameter and a list: vary: {beta: [0, 0.9]}")
    ((name, values),) = about.items()
    if not isinstance(values, list) or len(values) < 2:
        raise VaryError(f"{name} needs a list of at least two values")
    if len(values) > MOST_FRAMES:
        raise VaryError(f"{len(values)} values; {MOST_FRAMES} are the most")
    return Vary(name, tuple(values), cell.code)


def weigh(frames: list[dict]) -> None:
    """Refuse frames that are too much for a reader to fetch."""
    for mime in ("", DARK):
        size = sum(_size(frame["data"], mime) for frame in frames)
        if size > MOST_BYTES:
            raise VaryError(
                f"its frames take {size // 1000} kB; {MOST_BYTES // 1000} are the most"
            )


def image_in(data: dict) -> str:
    """Name of the image type among the forms of an output; empty if there is none."""
    return next((mime for mime in data if mime.startswith("image/")), "")


def _size(data, mime):
    kind = image_in(data)
    content = data.get(mime or kind, "")
    if kind == "image/svg+xml":
        return len(zlib.compress(content.encode()))
    return len(base64.b64decode(content))
