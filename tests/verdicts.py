"""Verdicts kept by key: what passed on the same inputs is not run again.

The key of a test is a digest of all that its verdict may hang on:

- of a test of one page: the page, the modules and data that it and the test load, what
  all pages share (the builder, the runner in the page, templates, configuration), the
  test's own code, the page's folder of tests, and the versions of what is installed;
- of a test on the miniature book (`tests/faults`): all of that, without any page;
- of every other test: all files of the project.

Only `make test` asks for this (`--kept=use`), since it has built the site before;
`make test ALL=1` runs all and keeps what it finds (`--kept=renew`).
"""

import ast
import hashlib
import json
import platform
import re
from functools import cache, cached_property
from importlib.metadata import distributions
from pathlib import Path

from udl_book.book import Book, chapter_number, page_number
from udl_book.run.closure import closure, imports
from udl_book.run.page import Page

SHARED = (
    *("src/udl_book", "book/_static", "book/_templates", "book/live"),
    *("_config.yml", "package-lock.json", "constraints.txt", "pyproject.toml"),
    *("tests/*.py", "tests/*.yaml", "book/*.yaml", "book/references.bib"),
)
# The folders from which tests import without a package (pyproject.toml).
SIBLINGS = ("", "browser", "faults", "figures", "notebooks", "pages", "site", "unit")
NOT_OURS = re.compile(
    r"(\.(git|venv|wheels|\w+_cache)|node_modules|_build|__pycache__|.*\.egg-info)$"
)
IN_FOLDER = re.compile(r"tests/pages/(\d+|[A-Z])_(\d+)/")
IN_NAME = re.compile(r"\[.*?\b(\d+|[a-z])-(\d+)-[a-z]")


class Verdicts:
    """The verdicts of a project, by its root.

    Attributes
    ----------
    root
        The project's folder.
    versions
        Whatever else counts: what is installed, the browser.
    """

    def __init__(self, root, versions=""):
        self.root, self.versions = Path(root), versions
        self.book = Book(self.root)
        self.file = self.root / "_build" / "verdicts.json"

    @cached_property
    def passed(self):
        """Keys of the tests that passed, by their names."""
        try:
            return json.loads(self.file.read_text("utf8"))
        except (OSError, ValueError):  # none yet, or damaged: all is run again
            return {}

    def keep(self, outcomes):
        """Note keys of tests that passed; None for one that did not."""
        kept = {**self.passed, **outcomes}
        kept = {name: key for name, key in sorted(kept.items()) if key}
        self.file.parent.mkdir(exist_ok=True)
        part = self.file.with_suffix(".part")
        part.write_text(json.dumps(kept, indent=0), "utf8")
        part.replace(self.file)

    def holds(self, name):
        """Whether a test has passed on the inputs that are there now."""
        return self.passed.get(name) == self.key(name)

    def key(self, name):
        """Key of a test by its name, `file::function[parameters]`."""
        file = name.partition("::")[0]
        page = self.page_of(name)
        if page:
            return self._key_of_page(page, file)
        if file.startswith("tests/faults/"):
            return self._key_of_faults(file)
        return self._key_of_all

    def page_of(self, name):
        """Docname of the one page that a test looks at; None if there are more."""
        match = IN_FOLDER.match(name)
        if name.startswith(("tests/browser/", "tests/figures/", "tests/notebooks/")):
            match = IN_NAME.search(name)
        if match:
            return self._pages.get((chapter_number(match[1]), int(match[2])))
        return None

    @cached_property
    def _pages(self):
        names = self.book.docnames()
        return {page_number(name): name for name in names if page_number(name)}

    @cache  # noqa: B019 (there is one instance a session)
    def _key_of_page(self, docname, file):
        path = self.book.path(docname)
        page = Page(docname, path.read_text("utf8"), self.book.source)
        first, second = page_number(docname)
        own = self.root / "tests" / "pages" / f"{first}_{second}"
        tests, names = self._test_code(file)
        library = closure(self.book.source, names).values()
        files = [path, *page.modules.values(), *page.data, *library, *tests]
        return self._digest([*files, *_below(own), *self._shared])

    @cache  # noqa: B019
    def _key_of_faults(self, file):
        library = self.root / "src" / "udl"
        files = [f for f in _below(library) if f.parent.name != "pages"]
        tests = _below((self.root / file).parent)
        return self._digest([*files, *tests, *self._shared])

    @cached_property
    def _key_of_all(self):
        return self._digest(_below(self.root))

    @cached_property
    def _shared(self):
        return [
            file
            for pattern in SHARED
            for found in sorted(self.root.glob(pattern))
            for file in ([found] if found.is_file() else _below(found))
        ]

    @cache  # noqa: B019
    def _test_code(self, file):
        """Files of tests that a test loads, and all names that these import."""
        tests = self.root / "tests"
        todo, files, names = [self.root / file], [], set()
        todo += [folder / "conftest.py" for folder in (self.root / file).parents]
        while todo:
            path = todo.pop()
            if path in files or not path.is_file():
                continue
            files.append(path)
            found = set(imports(ast.parse(path.read_text("utf8"))))
            names |= found
            todo += [tests / at / f"{name}.py" for name in found for at in SIBLINGS]
        data = [f for f in _below((self.root / file).parent) if f.suffix != ".py"]
        return sorted({*files, *data}), names

    def _digest(self, files):
        digest = hashlib.sha256(repr(self.versions).encode())
        for path in sorted(set(files)):
            digest.update(path.relative_to(self.root).as_posix().encode() + b"\0")
            digest.update(_digest_of(path))
        return digest.hexdigest()[:24]


def installed():
    """What is installed here: Python, packages, the browser."""
    from udl_book.commands.browser import NoChromium, find_chromium

    try:
        browser = find_chromium()
    except NoChromium:
        browser = None
    size = Path(browser).stat().st_size if browser else 0
    packages = sorted({(one.name, one.version) for one in distributions()})
    return [platform.platform(), platform.python_version(), packages, browser, size]


@cache
def _digest_of(path):
    return hashlib.sha256(path.read_bytes()).digest()


@cache
def _below(folder):
    """Files of the project in a folder; what is made or fetched is left out."""
    found = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if NOT_OURS.match(path.name):
            continue
        found += _below(path) if path.is_dir() else [path]
    return found


class Keeper:
    """The plug-in: leaves out what has passed, and notes what passes."""

    def __init__(self, verdicts, renew):
        self.verdicts, self.renew = verdicts, renew
        self.kept, self.outcomes = 0, {}

    def pytest_collection_modifyitems(self, config, items):
        """Leave out tests whose verdict is kept; each other one carries its key."""
        run, kept = [], []
        for item in items:
            item.verdict_key = self.verdicts.key(item.nodeid)
            holds = not self.renew and self.verdicts.holds(item.nodeid)
            (kept if holds else run).append(item)
        config.hook.pytest_deselected(items=kept)
        items[:] = run
        self.kept = len(kept)
        if hasattr(config, "workeroutput"):
            config.workeroutput["kept"] = self.kept

    def pytest_testnodedown(self, node):
        """A process of xdist has ended: all leave out the same."""
        self.kept = getattr(node, "workeroutput", {}).get("kept", self.kept)

    def pytest_runtest_logreport(self, report):
        """Note the key that a test had when the session began, if it passed."""
        key = dict(report.user_properties).get("key")
        if not report.passed:
            self.outcomes[report.nodeid] = None
        elif report.when == "call":
            self.outcomes[report.nodeid] = key
        # A teardown that fails comes last, and takes the verdict back.

    def pytest_runtest_setup(self, item):
        """Send the key along with the reports."""
        item.user_properties.append(("key", item.verdict_key))

    def pytest_sessionfinish(self, session):
        """Keep the verdicts; processes of xdist leave this to the first one."""
        if not hasattr(session.config, "workerinput"):
            self.verdicts.keep(self.outcomes)
            if session.testscollected == 0 and self.kept and session.exitstatus == 5:
                session.exitstatus = 0  # "no tests ran" is what was hoped for

    def pytest_terminal_summary(self, terminalreporter):
        """Say how many there are."""
        ran = sum(key is not None for key in self.outcomes.values())
        terminalreporter.write_line(
            f"verdicts: {self.kept} kept from before, {ran} new "
            "(make test ALL=1 runs all again)"
        )


def add_option(parser):
    """Add `--kept`."""
    parser.addoption(
        "--kept",
        choices=("use", "renew"),
        help="leave out tests that passed on the same inputs, or run and keep all",
    )


def configure(config):
    """Set the plug-in up, where it is asked for."""
    how = config.getoption("--kept", None)
    if how:
        verdicts = Verdicts(config.rootpath, installed())
        config.pluginmanager.register(Keeper(verdicts, how == "renew"), "keeper")
