"""Where the built site lies, its pages, and the screens that it is looked at on."""

from pathlib import Path

from udl_book.book import Book

ROOT = Path(__file__).parents[2]
SITE = ROOT / "_build" / "html"
PHONE, DESKTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 900}
PAGES = [f"{name}.html" for name in Book(ROOT).docnames()]
PAGES += [path.relative_to(SITE).as_posix() for path in SITE.glob("verified/*.html")]
PAGES += ["search.html"]
# True when the theme's scripts, which come after all else, have run.
LATE = "!document.querySelector('link[href*=\"_static/\"]') || !!window.bootstrap"
# One page of each kind.
KINDS = (
    "book/05-loss-functions/5-1-least-squares-loss.html",
    "book/index.html",
    "book/reference/losses.html",
    "book/differences.html",
    "search.html",
)
MOST_BYTES = 300_000  # of a page's first load, without its figures
