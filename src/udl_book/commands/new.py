"""Starts a page from the record of its notebook: `make new P=6-1`.

What it writes builds. Where somebody has to think stands `TODO:`, and lint names each
of these places until it is gone.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from udl_book.book import Book, BookError, chapter_number, page_number
from udl_book.commands import skeleton

TOC = Path("_toc.yml")


def new(book: Book, number: str, chapter: str = "") -> int:
    """Write the files of a page; gives the exit status."""
    match = re.fullmatch(r"(\d+|[A-Za-z])[-._](\d+)", number)
    if not match:
        raise BookError(f"a page's number is written 6-1, not {number}")
    page = chapter_number(match[1]), int(match[2])
    record = find_record(book.root, page)
    home, index = chapter_folder(book.root, page[0], chapter)
    docname = f"{home}/{page[0]}-{page[1]}-".lower() + slug(record["title"])
    calls = find_calls(book.root, page)
    files = dict(skeleton.files(record, page, docname, calls))
    there = [name for name in files if (book.root / name).exists()]
    if there or any(page_number(name) == page for name in book.docnames()):
        raise BookError(
            f"page {page[0]}.{page[1]} is there already "
            f"({', '.join(there) or TOC}); nothing was written"
        )
    for name, text in {**index, **files}.items():
        (book.root / name).parent.mkdir(parents=True, exist_ok=True)
        (book.root / name).write_text(text, "utf8")
    toc = (book.root / TOC).read_text("utf8")
    (book.root / TOC).write_text(insert(toc, docname, f"{home}/index"), "utf8")
    with (book.root / skeleton.PUBLISHED).open("a", encoding="utf8") as file:
        file.write(skeleton.tasks(record, page, calls))
    print("written:", *index, *files, sep="\n  ")
    print(f"changed:\n  {TOC}\n  {skeleton.PUBLISHED}")
    print("Next: make serve, and fill in each TODO: (make lint lists them).")
    return 0


def find_record(root: Path, page: tuple) -> dict:
    """Record of the notebook with a number."""
    file = root / "tests" / "records.yaml"
    wanted = f"{page[0]}_{page[1]}"
    for record in yaml.safe_load(file.read_text("utf8")):
        if record["id"] == wanted:
            return record
    raise BookError(
        f"tests/records.yaml has no record {wanted}: write one first. It says what the "
        "notebook covers and which values it states; those of chapter 5 show how."
    )


def find_calls(root: Path, page: tuple) -> dict[str, str]:
    """Calls of a notebook's functions, by name, as its facts have them."""
    text = (root / "tests" / "published_calls.yaml").read_text("utf8")
    facts = yaml.safe_load(text).get(f"{page[0]}.{page[1]}", [])
    calls = [task["call"] for task in facts if "call" in task]
    return {call.partition("(")[0]: call for call in calls}


def chapter_folder(root: Path, chapter: int | str, title: str) -> tuple[str, dict]:
    """Folder of a chapter, and the files to write if there is none yet."""
    name = f"{chapter:02}" if isinstance(chapter, int) else chapter.lower()
    for folder in sorted((root / "book").glob(f"{name}-*")):
        return folder.relative_to(root).as_posix(), {}
    if not title:
        raise BookError(
            f"chapter {chapter} has no folder yet; its title is needed, for example: "
            f'make new P={chapter}-1 CHAPTER="Fitting models"'
        )
    home = f"book/{name}-{slug(title)}"
    return home, {f"{home}/index.md": skeleton.chapter(chapter, title)}


def slug(title: str) -> str:
    """Name of a file from a title.

    Examples
    --------
    >>> slug("Binary Cross-Entropy Loss")
    'binary-cross-entropy-loss'
    """
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def insert(toc: str, docname: str, index: str) -> str:
    """Put a page into the table of contents, behind the one before it."""
    lines, chapter = toc.splitlines(), _key(index)
    entries = list(_entries(lines))
    if not entries:
        raise BookError(f"{TOC} has no chapter to stand before or behind")
    before = [entry for entry in entries if entry[2] < _key(docname)]
    at, indent, key = max(before, key=lambda e: e[0], default=(0, 0, None))
    if key and key > chapter:  # behind another page of the chapter
        added = [f"{' ' * indent}- file: {docname}"]
    elif key == chapter:  # the first of it
        added = _section(indent, docname)
        if lines[at + 1 : at + 2] == added[:1]:
            at, added = at + 1, added[1:]
    else:
        indent = min(indent for _, indent, _ in entries)
        at = at if key else entries[0][0] - 1
        added = [f"{' ' * indent}- file: {index}", *_section(indent, docname)]
    return "\n".join([*lines[: at + 1], *added, *lines[at + 1 :]]) + "\n"


def _section(indent, docname):
    return [f"{' ' * indent}  sections:", f"{' ' * indent}    - file: {docname}"]


def _entries(lines) -> Iterator[tuple[int, int, tuple]]:
    """Line, indent and key of each chapter and page, in the order of the file."""
    for at, line in enumerate(lines):
        match = re.match(r"( *)- file: (book/(?:\d+|[a-z])-\S+)", line)
        if match:
            yield at, len(match[1]), _key(match[2])


def _key(docname):
    """(chapter, page), letters last; the index of a chapter is its page 0."""
    number = chapter_number(docname.split("/")[1].split("-")[0])
    _, page = page_number(docname) or (number, 0)
    return isinstance(number, str), number, page
