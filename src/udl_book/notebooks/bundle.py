"""What goes with the pages: the wheel, and the notebooks as a branch and as a zip.

The folder `notebooks` is at once a part of the site, the branch that Binder and Colab
open, and the contents of the zip file.
"""

from pathlib import Path

from udl_book.book import Book
from udl_book.notebooks.export import FOLDER, write
from udl_book.notebooks.wheel import archive, wheel, wheel_name

README = """\
# Notebooks of Understanding Deep Learning, executable

Made from the pages of the book; an edit belongs there and not here. They need Python
and the library in `wheels/`:

    python -m pip install {wheel} jupyterlab
    python -m jupyterlab
"""


def complete(book: Book, html: Path) -> None:
    """Add wheel, Binder's files and the zip to a folder of finished pages."""
    name, content = wheel_name(book.root), wheel(book)
    folder = html / FOLDER
    made = {
        html / "wheels" / name: content,
        folder / "wheels" / name: content,
        folder / "README.md": README.format(wheel=f"wheels/{name}").encode(),
    }
    for path in [*sorted((book.root / "binder").glob("*")), book.root / "LICENSE"]:
        if path.is_file():
            made[folder / path.relative_to(book.root)] = path.read_bytes()
    for path, text in made.items():
        write(path, text)
    for path in [*html.glob("wheels/*"), *folder.glob("*"), *folder.glob("*/*")]:
        if path.is_file() and path not in made and path.suffix != ".ipynb":
            path.unlink()
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    names = [f"udl-notebooks/{path.relative_to(folder).as_posix()}" for path in files]
    contents = [path.read_bytes() for path in files]
    write(html / "notebooks.zip", archive(dict(zip(names, contents, strict=True))))
