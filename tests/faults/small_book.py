"""A book of three pages with the real extension, configuration and library."""

import multiprocessing
import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
MINIATURE = Path(__file__).parent / "miniature"
FIRST = "book/01-first/1-1-doubling.md"
SECOND = "book/01-first/1-2-halving.md"
DECLARATIONS = "src/udl/exercises/pages/p1_1.py"

# A build is a process of its own, forked from one that has Sphinx loaded: loading it
# takes as long as building three pages.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(
    ["jupyter_book.sphinx", "nbclient", "sphinx_book_theme", "udl_book.extension"]
)


def run_command(arguments, log):
    """Run a command as `python -m udl_book` does; what it says goes to a file."""
    with open(log, "wb", buffering=0) as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    from udl_book.__main__ import main

    sys.exit(main(arguments))


class SmallBook:
    """A copy of the miniature that a test may break."""

    def __init__(self, root):
        self.root = root

    @classmethod
    def new(cls, root):
        """Put the miniature together from its own pages and the real book's parts."""
        shutil.copytree(MINIATURE / "book", root / "book")
        for name in ("_static", "_templates"):
            shutil.copytree(ROOT / "book" / name, root / "book" / name)
        shutil.copytree(
            ROOT / "src" / "udl",
            root / "src" / "udl",
            ignore=shutil.ignore_patterns("__pycache__", "p*_*.py"),
        )
        shutil.copy(MINIATURE / "pages" / "p1_1.py", root / DECLARATIONS)
        shutil.copytree(MINIATURE / "equations", root / "tests" / "pages")
        shutil.copy(ROOT / "book" / "references.bib", root / "book")
        shutil.copy(MINIATURE / "_toc.yml", root)
        shutil.copy(ROOT / "_config.yml", root)
        return cls(root)

    def copy(self, root):
        """Copy the book with what it has built."""
        shutil.copytree(self.root, root, symlinks=True)
        return SmallBook(root)

    def build(self, command="build", *arguments):
        """Run a command of the book; gives its exit status and all that it said."""
        with tempfile.NamedTemporaryFile(suffix=".log") as log:
            command = [command, *arguments, "--root", str(self.root)]
            process = PROCESSES.Process(target=run_command, args=(command, log.name))
            process.start()
            process.join()
            return process.exitcode, Path(log.name).read_text("utf8")

    def read(self, name):
        """Give the text of a file."""
        return (self.root / name).read_text("utf8")

    def replace(self, name, old, new):
        """Change a file that must hold the old text."""
        text = self.read(name)
        assert old in text, f"{name} does not hold {old!r}"
        (self.root / name).write_text(text.replace(old, new), "utf8")

    def append(self, name, text):
        """Add text to the end of a file, which may be new."""
        path = self.root / name
        path.parent.mkdir(exist_ok=True)
        with path.open("a", encoding="utf8") as file:
            file.write(text)
