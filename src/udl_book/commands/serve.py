"""Shows the site while one writes: builds what changes, without -W."""

import http.server
import subprocess
import sys
import threading
import time
from functools import partial

from udl_book.book import Book
from udl_book.commands.build import check_sources, run_pages, write
from udl_book.notebooks.bundle import complete
from udl_book.run.fingerprint import inputs
from udl_book.site import redirects

WORK = "serve"  # apart from `work`: pages read with warnings must not pass as good
PAUSE = 0.5


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A static server that does not log, nor let the browser keep old pages."""

    def log_message(self, *_arguments):
        """Say nothing."""

    def end_headers(self):
        """Add the one header."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def draft(book: Book, page: str = "") -> int:
    """Build the drafts' site, or one page of it; warnings are shown only."""
    check_sources(book)
    if not run_pages(book, [page] if page else book.docnames()):
        return 1
    if not write(book, only=page, work=WORK, strict=False):
        print("(shown all the same; `make book` will refuse it)", flush=True)
    complete(book, book.build / WORK / "html")  # a page that runs needs the wheel
    redirects.write(book.build / WORK / "html", book.root)
    return 0


def serve(book: Book, port: int = 8000) -> int:
    """Serve until interrupted."""
    before = _times(book)
    print("building; the address follows", flush=True)
    _draft(book)
    server = _server(book, port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(
        f"serving http://127.0.0.1:{server.server_port}/ (Ctrl-C ends it)", flush=True
    )
    try:
        while True:
            time.sleep(PAUSE)
            now = _times(book)
            if now != before:
                changed = {path for path, _ in now.items() ^ before.items()}
                before = now
                _draft(book, _only_page(book, changed))
    except KeyboardInterrupt:
        server.shutdown()
        print()
    return 0


def _draft(book, page=""):
    """Build in a process of its own: it sees the library as it is now."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "udl_book", "draft", "--root", str(book.root)]
    done = subprocess.run([*command, page] if page else command)
    word = "rebuilt" if done.returncode == 0 else "failed; the pages stay as they were"
    print(f"{page or 'book'}: {word} ({time.perf_counter() - start:.1f} s)", flush=True)


def _only_page(book, changed):
    """The page to build if nothing but that page has changed."""
    if len(changed) != 1:
        return ""
    (path,) = changed
    docname = path.relative_to(book.root).with_suffix("").as_posix()
    return docname if docname in book.docnames() else ""


def _times(book):
    return {path: path.stat().st_mtime_ns for path in inputs(book.root)}


def _server(book, port):
    handler = partial(Quiet, directory=str(book.build / WORK / "html"))
    for number in range(port, port + 100):
        try:
            return http.server.ThreadingHTTPServer(("127.0.0.1", number), handler)
        except OSError:
            continue
    raise SystemExit(f"no free port from {port} to {port + 99}")
