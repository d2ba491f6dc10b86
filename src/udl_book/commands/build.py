"""Builds the site: aside, and swapped in when all of it is good."""

import shutil
import sys
import time
from pathlib import Path

from udl_book.book import Book, BookError
from udl_book.commands import frame
from udl_book.notebooks.bundle import complete
from udl_book.run import sources, store
from udl_book.run.execute import execute
from udl_book.run.fingerprint import fingerprint
from udl_book.run.page import Page
from udl_book.site import redirects
from udl_book.site.light import lighten


def build(book: Book) -> int:
    """Build what has changed; gives the exit status."""
    start = time.perf_counter()
    check_sources(book)
    stamp = book.build / "fingerprint"
    now = fingerprint(book.root)
    if (
        (book.site / "index.html").is_file()
        and stamp.is_file()
        and stamp.read_text() == now
    ):
        print(f"nothing to do: the site is up to date ({_shown(book)})")
        return 0
    stamp.unlink(missing_ok=True)
    frame.renew(book)
    if not run_pages(book, book.docnames()) or not write(book):
        return 1
    stamp.write_text(now)
    store.prune(book.store, [page.key for page in pages_of(book, book.docnames())])
    _done(book, start)
    return 0


def build_page(book: Book, number: str) -> int:
    """Build one page into the site; other changes wait for `build`."""
    check_sources(book)
    docname = book.find(number)
    work = book.build / "work"
    made = (work / "doctrees" / "environment.pickle").is_file()
    if not made or frame.changed(book):
        print("no complete build to add to: building the whole book")
        return build(book)
    start = time.perf_counter()
    # The site is then good, but a mixture: the next `build` must look at it.
    (book.build / "fingerprint").unlink(missing_ok=True)
    if not run_pages(book, [docname]) or not write(book, only=docname):
        return 1
    _done(book, start)
    return 0


def check_sources(book: Book) -> None:
    """Raise if a source cannot be read: what reads it would end in a traceback."""
    if faults := sources.faults(book.root):
        raise BookError("\nERROR: ".join(faults) + "\nThe site is unchanged.")


def pages_of(book: Book, docnames: list[str]) -> list[Page]:
    """Pages whose files are there."""
    paths = {name: book.path(name) for name in docnames}
    return [
        Page(name, path.read_text("utf8"), book.source)
        for name, path in paths.items()
        if path.is_file()
    ]


def run_pages(book: Book, docnames: list[str]) -> bool:
    """Check the sources and run the pages that need it; says whether all is well."""
    faults = book.faults()
    pages = []
    for page in pages_of(book, docnames):
        try:
            page.data  # noqa: B018
        except BookError as error:
            faults.append(str(error))
        else:
            pages.append(page)
    faults += map(str, execute(pages, book.store))
    for fault in faults:
        print(f"ERROR: {fault}")
    if faults:
        print(f"{len(faults)} fault{'s' * (len(faults) > 1)}; the site is unchanged")
    return not faults


def write(book: Book, *, only: str = "", work: str = "work", strict=True) -> bool:
    """Run Sphinx into the work area and, if that went well, publish the result."""
    folder = book.build / work
    good = run_sphinx(book, folder, only=only)
    if not good and strict:
        # Sphinx would not read a faulty page again and call the next build good.
        shutil.rmtree(folder / "doctrees", ignore_errors=True)
        print("the pages have faults (see the warnings above); the site is unchanged")
        return False
    if strict:
        complete(book, folder / "html")
        publish(folder / "html", book.site, book.root)
        swap(book.site / "notebooks", book.notebooks)
    return good


def run_sphinx(book: Book, folder: Path, *, only: str) -> bool:
    """Run Sphinx as Jupyter Book does; says whether it went without a warning."""
    from jupyter_book.sphinx import build_sphinx
    from sphinx.util.console import nocolor

    if not sys.stderr.isatty():
        nocolor()
    status = build_sphinx(
        str(book.root),
        str(folder / "html"),
        path_config=str(book.root / "_config.yml"),
        confoverrides={
            "latex_individualpages": False,
            "nitpicky": True,
            "udl_only_page": only,
            "udl_solutions": book.solutions,
        },
        doctreedir=str(folder / "doctrees"),
        noconfig=True,
        warningiserror=True,
        keep_going=True,
        quiet=True,
    )
    return status == 0


def publish(made: Path, site: Path, root: Path) -> None:
    """Put a copy of what was made, made light, in the place of the site."""

    def finish(new):
        frame.drop_unused_images(new)
        lighten(new, root)
        redirects.write(new, root)

    skip = (".buildinfo*", "reports", "objects.inv", "*-macros.html", "*.map")
    swap(made, site, skip=skip, finish=finish)


def swap(made: Path, target: Path, *, skip=(), finish=None) -> None:
    """Put a copy of a folder in the place of another, in two renames."""
    new, old = (target.with_name(f"{target.name}.{word}") for word in ("new", "old"))
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(made, new, ignore=shutil.ignore_patterns(*skip))
    if finish:
        finish(new)
    if target.exists():
        target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _done(book: Book, start: float) -> None:
    seconds = time.perf_counter() - start
    print(f"built in {seconds:.1f} s: {_shown(book)}")


def _shown(book: Book) -> str:
    return f"{book.site.relative_to(book.root).as_posix()}/index.html"
