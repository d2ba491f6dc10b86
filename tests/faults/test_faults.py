"""Faults, each of which must fail the build and be named with its page."""

import re

import pytest
from small_book import DECLARATIONS, FIRST, SECOND

CELL = "\n```{code-cell} ipython3\n%s\n```\n"


def raising_cell(book):
    book.append(SECOND, CELL % "quotient = 1 / 0")
    line = book.read(SECOND).splitlines().index("quotient = 1 / 0") + 1
    return rf"{SECOND}:{line}: a cell raised(.|\n)*ZeroDivisionError"


def bad_latex(book):
    book.append(SECOND, "\nThe formula $\\farc{1}{2}$ is misspelled.\n")
    return rf"{SECOND}:\d+: .*bad formula: \\farc\{{1\}}\{{2\}}"


def unknown_reference(book):
    book.append(SECOND, "\nAs {eq}`res-9-9-nowhere` says.\n")
    return rf"{SECOND}:\d+: .*res-9-9-nowhere"


def undescribed_figure(book):
    plot = "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    book.append(SECOND, CELL % plot)
    return rf"{SECOND}:\d+: .*figure without a description"


def undescribed_drawing(book):
    book.replace(FIRST, "udl:\n  alt:", "udl:\n  text:")
    return rf"{FIRST}:\d+: .*figure without a description"


def orphan_page(book):
    book.append("book/01-first/1-3-forgotten.md", book.read(SECOND))
    return r"book/01-first/1-3-forgotten\.md: orphan page"


def duplicate_label(book):
    book.append(SECOND, "\n$$\ny = 1\n$$ (eq-1-1-definition)\n")
    return rf"{SECOND}:\d+: .*duplicate label.*eq-1-1-definition"


def exercise_without_declaration(book):
    book.append(FIRST, "\n:::{exercise} 1.1.9\nTriple it.\n:::\n")
    return rf"{FIRST}:\d+: .*exercise 1\.1\.9 has no declaration"


def bad_evaluation(book):
    book.append(FIRST, "\nIt is {eval}`slpoe:.1f`.\n")
    return rf"{FIRST}:\d+: the run has no answer(.|\n)*slpoe"


def unknown_kind_of_exercise(book):
    book.append(FIRST, "\n:::{exercise} 1.1.2 (riddle)\nDouble it.\n:::\n")
    return rf"{FIRST}:\d+: .*'1\.1\.2 \(riddle\)': a number, then perhaps"


def aims_without_minutes(book):
    book.append(FIRST, "\n:::{aims}\n- a\n- b\n- c\n\nbefore: d\n:::\n")
    return rf"{FIRST}:\d+: .*aims: no line 'minutes: \.\.\.'"


def missing_data_file(book):
    text = '\n\ndef lost():\n    """Read it."""\n    return data_file("lost.npz")\n'
    book.append("src/udl/losses/squared_error.py", text)
    return rf"{SECOND}: missing data file src/udl/data/lost\.npz"


def figure_in_a_stub(book):
    show = 'check("1.1.2", double)\nfigure'
    book.replace(FIRST, 'check("1.1.2", double)', show)
    return rf"{FIRST}:\d+: .*figure in a stub: .*1\.1\.2"


FAULTS = [
    raising_cell,
    bad_latex,
    unknown_reference,
    undescribed_figure,
    undescribed_drawing,
    orphan_page,
    duplicate_label,
    exercise_without_declaration,
    bad_evaluation,
    unknown_kind_of_exercise,
    aims_without_minutes,
    missing_data_file,
    figure_in_a_stub,
]


@pytest.fixture(scope="module")
def broken_builds(good_book, tmp_path_factory, pool):
    """All broken books, built side by side: fault to (book, pattern, build)."""
    builds = {}
    for fault in FAULTS:
        book = good_book.copy(tmp_path_factory.mktemp("faults") / fault.__name__)
        pattern = fault(book)
        builds[fault] = (book, pattern, pool.submit(book.build))
    return builds


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_a_fault_fails_the_build_and_is_named(fault, broken_builds):
    _book, pattern, build = broken_builds[fault]
    status, said = build.result()
    assert status != 0
    assert re.search(pattern, said), said


@pytest.mark.parametrize(
    "fault", [bad_latex, duplicate_label], ids=lambda f: f.__name__
)
def test_a_failed_build_fails_again(fault, broken_builds):
    book, pattern, build = broken_builds[fault]
    build.result()
    status, said = book.build()
    assert status != 0
    assert re.search(pattern, said), said


def test_the_site_stays_as_it_was_when_a_build_fails(good_book, broken_builds):
    book, _pattern, build = broken_builds[bad_latex]
    build.result()
    page = "_build/html/book/01-first/1-2-halving.html"
    assert book.read(page) == good_book.read(page)


# Faults beyond the ten: rules of the pages that Sphinx sees, planted all at once.
MORE = [
    (
        FIRST,
        "\n$$\ny = 3 - 3\n$$ (res-1-1-nothing)\n",
        rf"{FIRST}.*result res-1-1-nothing has no test",
    ),
    (
        "tests/pages/1_2/test_equations.py",
        'import pytest\n\n\n@pytest.mark.verifies("res-1-1-gone")\n'
        "def test_gone():\n    pass\n",
        r"tests/pages/1_2/test_equations\.py:5: .*unknown result res-1-1-gone",
    ),
    (
        SECOND,
        "\n:::{hints} 1.1.2\n:::\n",
        rf"{SECOND}:\d+: .*1\.1\.2 does not belong to this page",
    ),
    (
        FIRST,
        "\n:::{exercise} 1.1.2\nAgain.\n:::\n",
        rf"{FIRST}:\d+: .*exercise 1\.1\.2 stands twice(.|\n)*2 comes after 1\.1\.3",
    ),
    (
        FIRST,
        "\n:::{question} 1.1.2\n:::\n",
        rf"{FIRST}:\d+: .*1\.1\.2 is declared as exercise",
    ),
    (
        FIRST,
        "\n:::{exercise} 1.1.4\nTriple it.\n:::\n",
        rf'{FIRST}:\d+: .*check\("1\.1\.4"(.|\n)*has no hints(.|\n)*no solution',
    ),
]


@pytest.fixture(scope="module")
def build_with_more(good_book, tmp_path_factory):
    book = good_book.copy(tmp_path_factory.mktemp("more") / "book")
    for name, text, _pattern in MORE:
        book.append(name, text)
    declared = book.read(DECLARATIONS).split("exercise(\n")[1].split("\n)\n")[0]
    book.append(DECLARATIONS, f"exercise(\n{declared.replace('1.1.2', '1.1.4')}\n)\n")
    return book.build()


@pytest.mark.parametrize("pattern", [pattern for *_, pattern in MORE])
def test_a_broken_rule_fails_the_build(pattern, build_with_more):
    status, said = build_with_more
    assert status != 0
    assert re.search(pattern, said), said


def test_a_page_without_the_header_fails_before_anything_runs(book):
    (book.root / SECOND).write_text("# 1.2 Halving\n", "utf8")
    status, said = book.build()
    assert status != 0
    assert f"{SECOND}: page without the jupytext header" in said
