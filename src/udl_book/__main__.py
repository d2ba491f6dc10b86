"""The book's commands: `python -m udl_book build`, `page 5-1`, `serve`."""

import argparse
import sys
from pathlib import Path


def main(arguments: list[str] | None = None) -> int:
    """Run a command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m udl_book")
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build the site, if anything has changed")
    build.add_argument(
        "--without-solutions", action="store_true", help="an edition for classes"
    )
    page = commands.add_parser("page", help="build one page, for example 5-1")
    page.add_argument("number")
    start = commands.add_parser("new", help="start a page from its notebook's record")
    start.add_argument("number")
    start.add_argument("--chapter", default="", help="its title, if it is a new one")
    serve = commands.add_parser("serve", help="show the site, rebuilt as you save")
    serve.add_argument("--port", type=int, default=8000)
    draft = commands.add_parser("draft", help="what serve runs after each change")
    draft.add_argument("page", nargs="?", default="")
    lint = commands.add_parser("lint", help="check code and pages, a line a fault")
    lint.add_argument(
        "--share", action="store_true", help="print how much visible code draws"
    )
    again = commands.add_parser("results", help="compute a stored result again")
    again.add_argument("name")
    commands.add_parser("browser", help="find a Chromium for the tests, or bring one")
    for command in commands.choices.values():
        command.add_argument("--root", type=Path, default=Path())
    options = parser.parse_args(arguments)

    from udl_book.book import Book, BookError

    without = getattr(options, "without_solutions", False)
    book = Book(options.root.resolve(), solutions=not without)
    if (book.root / "src").is_dir():  # this book's `udl` before any installed one
        sys.path.insert(0, str(book.root / "src"))
    try:
        return _run(options, book)
    except BookError as error:
        print(f"ERROR: {error}")
        return 1


def _run(options, book):
    from udl_book.commands import browser, build, lint, new, results, serve, share
    from udl_book.run import lock

    if options.command in ("build", "page", "draft"):
        lock.end_at_once()

    def locked(command, *arguments):
        with lock.alone(book.root / "_build"):
            return command(book, *arguments)

    return {
        "build": lambda: locked(build.build),
        "page": lambda: locked(build.build_page, options.number),
        "new": lambda: new.new(book, options.number, options.chapter),
        "serve": lambda: serve.serve(book, options.port),
        "draft": lambda: locked(serve.draft, options.page),
        "lint": lambda: share.run(book) if options.share else lint.run(book.root),
        "results": lambda: results.run(book.root, options.name),
        "browser": browser.run,
    }[options.command]()


if __name__ == "__main__":
    sys.exit(main())
