"""Where the parts of a book lie: its root, its pages, its sources, its outputs."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

PAGE_NAME = re.compile(r"(\d+|[a-z])-(\d+)-")  # a letter: a part beside UDL's chapters
HEADER = re.compile(r"\A---\n(.*?)\n---\n", re.S)


class BookError(Exception):
    """A fault in the sources of the book; its text names the page and the fault."""


@dataclass(frozen=True)
class Book:
    """A book by its root folder.

    Attributes
    ----------
    root
        The folder.
    solutions
        False for the edition in which no solution stands.
    """

    root: Path
    solutions: bool = True

    @property
    def source(self) -> Path:
        """Folder that holds the package `udl`; without one, the installed."""
        if (self.root / "src" / "udl").is_dir():
            return self.root / "src"
        import udl

        return Path(udl.__file__).parents[1]

    @property
    def build(self) -> Path:
        """Folder of everything that a build writes; each edition has its own."""
        folder = self.root / "_build"
        return folder if self.solutions else folder / "without-solutions"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.build / "html"

    @property
    def notebooks(self) -> Path:
        """The notebooks, as the branch that Binder and Colab open holds them."""
        return self.build / "notebooks"

    @property
    def store(self) -> Path:
        """Outputs of executed pages, by key: the same for all editions."""
        return self.root / "_build" / "pages"

    def path(self, docname: str) -> Path:
        """Source file of a page."""
        return self.root / f"{docname}.md"

    def docnames(self) -> list[str]:
        """Pages of the table of contents, in order."""
        toc = yaml.safe_load((self.root / "_toc.yml").read_text("utf8"))
        return list(_entries(toc))

    def find(self, number: str) -> str:
        """Page with a number written as `5-1` or `5.1`."""
        wanted = number.lower().replace(".", "-") + "-"
        if not PAGE_NAME.fullmatch(wanted):
            raise BookError(f"{number} is no page's number; write it as 5-1")
        for docname in self.docnames():
            if docname.rpartition("/")[2].startswith(wanted):
                return docname
        raise BookError(f"no page {number} in _toc.yml")

    def faults(self) -> list[str]:
        """Faults that show before anything runs: orphans, lost pages, no header."""
        listed = self.docnames()
        found = [
            path.relative_to(self.root).with_suffix("").as_posix()
            for path in sorted((self.root / "book").rglob("*.md"))
        ]
        orphans = [
            f"{name}.md: orphan page: it is not in _toc.yml"
            for name in found
            if name not in listed
        ]
        missing = [
            f"{name}.md: page of _toc.yml that does not exist"
            for name in listed
            if not self.path(name).is_file()
        ]
        bare = [
            f"{name}.md: page without the jupytext header (format_name: myst)"
            for name in found
            if name in listed and not _has_header(self.path(name))
        ]
        return orphans + missing + bare


def page_number(docname: str) -> tuple[int | str, int] | None:
    """Number of a page from its file name; None for an index.

    Pages beside UDL's chapters have a letter for a chapter.

    Examples
    --------
    >>> page_number("book/05-loss-functions/5-1-least-squares-loss")
    (5, 1)
    >>> page_number("book/b-blog-articles/b-1-gradient-flow")
    ('B', 1)
    >>> page_number("book/index") is None
    True
    """
    match = PAGE_NAME.match(docname.rpartition("/")[2])
    return (chapter_number(match[1]), int(match[2])) if match else None


def chapter_number(text: str) -> int | str:
    """Number of a chapter, or its letter, as a capital.

    Examples
    --------
    >>> chapter_number("05"), chapter_number("b")
    (5, 'B')
    """
    return int(text) if text.isdigit() else text.upper()


def _entries(node):
    """Every `file` and `root` below a node of the table of contents."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("root", "file"):
                yield value.removesuffix(".md")
            else:
                yield from _entries(value)
    elif isinstance(node, list):
        for item in node:
            yield from _entries(item)


def _has_header(path: Path) -> bool:
    match = HEADER.match(path.read_text("utf8"))
    header = yaml.safe_load(match[1]) if match else {}
    jupytext = header.get("jupytext", {}).get("text_representation", {})
    return jupytext.get("format_name") == "myst" and "kernelspec" in header
