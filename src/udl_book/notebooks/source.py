"""The blocks of a page's source: prose, code cells, directives, quoted code."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from udl_book.book import HEADER

FENCE = re.compile(
    r"^(?P<indent> *)(?P<fence>`{3,}|~{3,}|:{3,})\s*"
    r"(?:\{(?P<name>[\w:-]+)\})?(?P<argument>.*)$"
)
OPTION = re.compile(r":([\w-]+):\s*(.*)")


@dataclass(frozen=True)
class Block:
    """A piece of a page.

    Attributes
    ----------
    kind
        "prose", "quoted" (code that is only shown), or the directive's name.
    body
        Its text.
    line
        Where it starts in the page, from 1.
    argument, options
        Of a directive.
    """

    kind: str
    body: str
    line: int
    argument: str = ""
    options: dict = field(default_factory=dict)


def without_header(text: str) -> tuple[str, int]:
    """Text of a page behind its front matter, and the line where it starts."""
    match = HEADER.match(text)
    return (text[match.end() :], match[0].count("\n") + 1) if match else (text, 1)


def blocks(text: str, line: int = 1) -> Iterator[Block]:
    """Cut Markdown into blocks; directives within a directive stay in its body."""
    lines = text.splitlines()
    prose, place = [], 0
    while place < len(lines):
        fence = FENCE.match(lines[place])
        if not fence or _is_prose(fence):
            prose.append(lines[place])
            place += 1
            continue
        if prose:
            yield Block("prose", "\n".join(prose), line + place - len(prose))
            prose = []
        end = _end(lines, place, fence["fence"])
        yield _block(fence, lines, place, end, line)
        place = end + 1
    if prose:
        yield Block("prose", "\n".join(prose), line + place - len(prose))


def _is_prose(fence):
    """Say whether a line only looks like a fence: `:::` alone, or code in a line."""
    mark = fence["fence"]
    if mark[0] == ":":
        return fence["name"] is None
    return mark[0] == "`" and "`" in fence["argument"]


def _end(lines, place, mark):
    for end in range(place + 1, len(lines)):
        line = lines[end].strip()
        if len(line) >= len(mark) and set(line) == {mark[0]}:
            return end
    return len(lines)


def _block(fence, lines, place, end, line):
    inside = textwrap.dedent("\n".join(lines[place + 1 : end])).split("\n")
    if fence["name"] is None:
        return Block("quoted", "\n".join(lines[place : end + 1]), line + place)
    options, behind = _options(inside)
    return Block(
        fence["name"],
        "\n".join(inside[behind:]).strip("\n"),
        line + place,
        fence["argument"].strip(),
        options,
    )


def _options(lines):
    """Options as `:key: value`, or as YAML between `---`; and where the body starts."""
    if lines and lines[0].strip() == "---" and "---" in lines[1:]:
        end = lines.index("---", 1)
        return yaml.safe_load("\n".join(lines[1:end])) or {}, end + 1
    options, place = {}, 0
    while place < len(lines) and (match := OPTION.match(lines[place])):
        options[match[1]] = yaml.safe_load(match[2]) if match[2] else ""
        place += 1
    return options, place
