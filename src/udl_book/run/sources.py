"""Faults of source files that would end in a traceback: bytes, tabs, YAML."""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from udl_book.run.fingerprint import inputs

TEXTS = {".md", ".yml", ".yaml", ".py", ".bib", ".css", ".mjs", ".html", ".toml"}
HEADER = re.compile(r"\A---\n(.*?\n)---\n", re.S)
MARK = b"\xef\xbb\xbf"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def faults(root: Path) -> list[str]:
    """Give a sentence, with file and line, for each file that cannot be read."""
    return [
        f"{path.relative_to(root).as_posix()}:{line}: {fault}"
        for path in inputs(root)
        if path.suffix in TEXTS
        for line, fault in of_file(path)
    ]


def of_file(path: Path) -> Iterator[tuple[int, str]]:
    """Give line and sentence of what is wrong with a file, if anything is."""
    content = path.read_bytes()
    if content.startswith(MARK):
        yield 1, "a byte order mark (BOM); save the file as UTF-8 without one"
        return
    try:
        text = content.decode("utf8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        yield line, f"the byte {content[error.start]:#x} is not UTF-8"
        return
    header = HEADER.match(text.replace("\r\n", "\n"))
    if path.suffix in (".yml", ".yaml"):
        yield from _of_yaml(text, 1)
    elif path.suffix == ".md" and header:
        yield from _of_yaml(header[1], 2)


def _of_yaml(text: str, first: int) -> Iterator[tuple[int, str]]:
    try:
        yaml.load(text, LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line if mark else 0
        words = getattr(error, "problem", None) or "cannot be read"
        lines = text.splitlines()
        if line < len(lines) and "\t" in lines[line]:
            words = "a tab; YAML is indented with spaces"
        yield first + line, f"bad YAML: {words}"
