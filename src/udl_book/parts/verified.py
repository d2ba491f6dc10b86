"""Links from derived results to the tests that hold them, and the tests' pages.

A test says which results it holds: `@pytest.mark.verifies("res-5-1-sigma")`.
"""

import ast
import re
from collections import defaultdict
from dataclasses import dataclass
from html import escape
from pathlib import Path

from sphinx.util import logging

from udl_book.book import page_number

logger = logging.getLogger(__name__)
TESTS = "tests/pages/*/test_equations.py"
RESULT = re.compile(r"res-(\d+|[a-z])-(\d+)-")
WRITTEN = {
    **{name.lower(): name for name in ("Adam", "Lyapunov", "NumPy", "ReLU", "SciPy")},
    **{"sympy": "SymPy", "scipys": "SciPy's", "sympys": "SymPy's"},
    "log likelihood": "log-likelihood",
}
CHECK = '<span aria-hidden="true">✓</span>'


@dataclass(frozen=True)
class Test:
    """A test with the labels that it verifies; `file` is relative to the book."""

    name: str
    file: str
    line: int
    labels: tuple[str, ...]
    source: str

    @property
    def anchor(self) -> str:
        """Identifier on the page of tests."""
        page = Path(self.file).parent.name
        return f"test-page-{page}-{self.name}".replace("_", "-")

    @property
    def title(self) -> str:
        """What it shows: its docstring's first line, or else its name in words."""
        said = ast.get_docstring(ast.parse(self.source).body[0])
        if said:
            return said.splitlines()[0].rstrip(".")
        return in_words(self.name)


def in_words(name: str) -> str:
    """Read a test's name as a sentence.

    Examples
    --------
    >>> in_words("test_minus_log_of_scipy_densities_is_minus_log_likelihood_for_relu")
    'Minus log of SciPy densities is minus log-likelihood for ReLU'
    """
    words = name.removeprefix("test_").replace("_", " ")
    for plain, written in WRITTEN.items():
        words = re.sub(rf"\b{plain}\b", written, words)
    return words[0].upper() + words[1:]


def find_tests(root: Path) -> list[Test]:
    """Tests with a `verifies` marker, found without importing them."""
    found = []
    for path in sorted(root.glob(TESTS)):
        text = path.read_text("utf8")
        for node in ast.parse(text).body:
            if not isinstance(node, ast.FunctionDef):
                continue
            labels = tuple(
                argument.value
                for decorator in node.decorator_list
                if _is_marker(decorator)
                for argument in decorator.args
            )
            if labels:
                start = min(item.lineno for item in [*node.decorator_list, node])
                source = "\n".join(text.splitlines()[start - 1 : node.end_lineno])
                file = path.relative_to(root).as_posix()
                found.append(Test(node.name, file, node.lineno, labels, source))
    return found


def tests_by_page(tests: list[Test]) -> dict[str, list[Test]]:
    """Tests of each page, by its number written `5-1`."""
    pages = defaultdict(list)
    for test in tests:
        numbers = {"-".join(m.groups()) for m in map(RESULT.match, test.labels) if m}
        for number in numbers:
            pages[number].append(test)
    return dict(pages)


def link(translator, label: str, number: str) -> str:
    """HTML of the link beside an equation; nothing for one that is no result."""
    match = RESULT.match(label or "")
    if not match:
        return ""
    app = translator.builder.app
    page = "-".join(match.groups())
    tests = [test for test in app.udl_tests.get(page, []) if label in test.labels]
    if not tests:
        docname = translator.builder.current_docname
        logger.warning(
            "result %s has no test that verifies it", label, location=docname
        )
        return ""
    home = translator.builder.get_relative_uri(
        translator.builder.current_docname, f"verified/{page}"
    )
    return (
        f'<a class="udl-verified" href="{home}#{tests[0].anchor}" '
        f'aria-label="verified: the test of equation {number}">{CHECK} verified</a>'
    )


def load(app):
    """Find the tests once a build."""
    app.udl_tests = tests_by_page(find_tests(Path(app.srcdir)))


def outdated(app, env, _added, _changed, _removed):
    """Pages whose tests have changed are read, so written, again."""
    known, env.udl_tests = getattr(env, "udl_tests", {}), app.udl_tests
    return [
        docname
        for docname in env.found_docs
        if (number := "-".join(map(str, page_number(docname) or ())).lower())
        and known.get(number) != app.udl_tests.get(number)
    ]


def pages(app):
    """Write a page of tests for each page that has some."""
    equations = app.env.get_domain("math").equations
    for number, tests in sorted(app.udl_tests.items()):
        for test in tests:
            for label in test.labels:
                if label not in equations:
                    where = f"{app.srcdir}/{test.file}:{test.line}"
                    message = "%s verifies the unknown result %s"
                    logger.warning(message, test.name, label, location=where)
        title = f"Tests of page {number.replace('-', '.').upper()}"
        sections = "".join(_section(app, number, test, equations) for test in tests)
        yield (
            f"verified/{number}",
            {"title": title, "body": _page(title, sections), "metatags": ""},
            "page.html",
        )


def _page(title, sections):
    return (
        f'<section class="udl-tests"><h1>{title}</h1><p>Each test holds a result of '
        "the page against an independent route, with no function of the library on "
        "that route. All of them run whenever the book is tested.</p>"
        f"{sections}</section>"
    )


def _section(app, number, test, equations):
    home = f"verified/{number}"
    links = []
    for label in test.labels:
        if label in equations:
            docname = equations[label][0]
            ids = app.env.toc_fignumbers.get(docname, {}).get("displaymath", {})
            printed = ".".join(map(str, ids.get(f"equation-{label}", ())))
            uri = app.builder.get_relative_uri(home, docname)
            links.append(f'<a href="{uri}#equation-{label}">Equation ({printed})</a>')
    code = app.builder.highlighter.highlight_block(test.source, "python3")
    title = escape(test.title)
    return (
        f'<section id="{test.anchor}"><h2>{title}</h2>'
        f"<p>{', '.join(links)} · <code>{escape(test.file)}</code></p>{code}</section>"
    )


def _is_marker(decorator):
    return (
        isinstance(decorator, ast.Call)
        and ast.unparse(decorator.func) == "pytest.mark.verifies"
    )


def setup(app):
    """Connect."""
    app.connect("builder-inited", load)
    app.connect("env-get-outdated", outdated)
    app.connect("html-collect-pages", pages)
