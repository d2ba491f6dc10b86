"""Build 74 pages: those of the book, and copies of them under other numbers.

``python -m benchmarks.scale`` builds in a temporary folder and prints seconds by stage.
"""

import re
import shutil
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import yaml

from udl_book.book import Book, page_number
from udl_book.commands import build
from udl_book.run.execute import execute

ROOT = Path(__file__).parents[1]
PAGES = 74
FIRST_COPY = 30  # the chapter of the first copies
SOURCES = ("book", "src", "tests/pages", "binder")
FILES = ("_config.yml", "_toc.yml", "pyproject.toml", "LICENSE", "package.json")


def enlarge(root: Path) -> None:
    """Put the book and its copies into a folder."""
    for name in SOURCES:
        left = shutil.ignore_patterns("__pycache__", "*.egg-info")
        shutil.copytree(ROOT / name, root / name, ignore=left)
    for name in FILES:
        shutil.copy(ROOT / name, root / name)
    contents = yaml.safe_load((root / "_toc.yml").read_text("utf8"))
    lessons = [name for name in Book(root).docnames() if page_number(name)]
    copies = islice(cycle(lessons), PAGES - len(lessons))
    new = [copy(root, name, at) for at, name in enumerate(copies)]
    part = {"caption": "Copies", "chapters": [{"file": name} for name in new]}
    contents["parts"].append(part)
    (root / "_toc.yml").write_text(yaml.safe_dump(contents, sort_keys=False), "utf8")


def copy(root: Path, name: str, at: int) -> str:
    """Copy a page, its declarations and tests under another chapter's number."""
    chapter, page = page_number(name)
    other = FIRST_COPY + at

    def renumbered(text):
        label = f"{chapter}-{page}".lower()
        text = re.sub(rf"(?<!\w){label}(?=-)", f"{other}-{page}", text)
        text = re.sub(rf"\b{chapter}\.{page}(?=\.\d)", f"{other}.{page}", text)
        text = re.sub(rf"^# {chapter}\.{page} ", f"# {other}.{page} ", text, flags=re.M)
        # A comment of its own in a cell: the copy runs, as another page would.
        cell = r"(^```\{code-cell\}[^\n]*\n)(?![-:])"
        return re.sub(cell, rf"\1# copy {at}\n", text, flags=re.M)

    folder = (root / name).parent  # beside it: links to other pages hold
    text = renumbered((root / f"{name}.md").read_text("utf8"))
    stem = f"{other}-{page}-{name.rpartition('/')[2].split('-', 2)[2]}"
    (folder / f"{stem}.md").write_text(text, "utf8")
    declared = root / "src" / "udl" / "exercises" / "pages"
    code = renumbered((declared / f"p{chapter}_{page}.py").read_text("utf8"))
    (declared / f"p{other}_{page}.py").write_text(code, "utf8")
    tests = root / "tests" / "pages"
    shutil.copytree(tests / f"{chapter}_{page}", tests / f"{other}_{page}")
    for path in (tests / f"{other}_{page}").glob("*.py"):
        path.write_text(renumbered(path.read_text("utf8")), "utf8")
    return f"{name.rpartition('/')[0]}/{stem}"


def main() -> int:
    """Build and time."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        enlarge(root)
        sys.path.insert(0, str(root / "src"))
        book = Book(root)
        pages = build.pages_of(book, book.docnames())
        stages = {
            "run the pages": lambda: not execute(pages, book.store, lambda _: None),
            "Sphinx": lambda: build.run_sphinx(book, book.build / "work", only=""),
            "publish": lambda: build.write(book),
            "build without changes": lambda: build.build(book) == 0,
        }
        total = 0.0
        for name, stage in stages.items():
            began = time.perf_counter()
            good = stage()
            seconds = time.perf_counter() - began
            total += seconds
            verdict = "" if good else "  FAILED"
            print(f"{name:<24} {seconds:7.1f} s{verdict}", flush=True)
        print(f"{len(pages)} pages, all stages {total:7.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
