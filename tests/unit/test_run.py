"""What a run answers, and how it fails: with the page, the line and the reason."""

from pathlib import Path

import pytest

from udl_book.run import store
from udl_book.run.execute import execute
from udl_book.run.page import Page
from udl_book.run.reader import PageError, read

SOURCE = Path(__file__).parents[2] / "src"
HEADER = "# A page\n\n"
CELL = "```{code-cell} ipython3\n---\nudl:\n  alt: %s\n---\n%s\n```\n\n"
GOOD = HEADER + CELL % ("A line to {x:.1f}.", "x = 2.34") + "It is {eval}`-x:.2f`.\n"
LATE = GOOD.replace("It is", "It was") + CELL % ("Now {x}.", "x = 5; print(x)")
FAULTS = {
    "unknown": (GOOD.replace("-x:", "y:"), 11, "{eval}`y:.2f`: NameError: name 'y'"),
    "unknown in alt": (GOOD.replace("{x:.1f}", "{y}"), 8, "name 'y' is not defined"),
    "no field": (
        GOOD.replace("A line to {x:.1f}.", "'{x!s:.0}'"),
        8,
        "is no expression",
    ),
    "no text": (GOOD.replace("A line to {x:.1f}.", "'{str()}'"), 8, "an empty text"),
    "open brace": (GOOD.replace("{x:.1f}", "{x"), 8, "a brace that opens"),
    "digits": (GOOD.replace("-x:.2f", "x / 7"), 11, "more than four digits"),
    "above": (HEADER + "{eval}`1`\n\n" + GOOD, 3, "no cell stands above it"),
    "wrong format": (GOOD.replace("-x:.2f", "[x]:.2f"), 11, "TypeError: unsupported"),
}


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """All pages, run side by side: the store, the pages, the failures by page."""
    texts = {"good": GOOD, "late": LATE} | {name: f[0] for name, f in FAULTS.items()}
    pages = {name: Page(name, text, SOURCE) for name, text in texts.items()}
    folder = tmp_path_factory.mktemp("store")
    failures = execute(list(pages.values()), folder)
    return folder, pages, {failure.page: failure for failure in failures}


def answers(ran, name):
    folder, pages, _ = ran
    return store.load(folder, pages[name].key)["answers"]


def test_a_run_answers_what_the_text_asks(ran):
    assert answers(ran, "good") == ["-2.34", "A line to 2.3."]


def test_an_answer_is_that_of_the_cell_above(ran):
    assert answers(ran, "late") == ["-2.34", "A line to 2.3.", "Now 5."]


def test_questions_leave_no_output(ran):
    folder, pages, _ = ran
    outputs = [c["outputs"] for c in store.load(folder, pages["late"].key)["cells"]]
    assert outputs[0] == []
    assert [output["text"] for output in outputs[1]] == ["5\n"]


def test_a_page_that_was_edited_meanwhile_is_named(tmp_path):
    text = "# 1.1 Doubling\n\n```{code-cell}\n1 + 1\n```\n"
    with pytest.raises(PageError, match=r"1\.1 Doubling was edited while it was built"):
        read(text, str(tmp_path))


@pytest.mark.parametrize("name", FAULTS)
def test_a_question_without_an_answer_fails_with_its_line(name, ran):
    folder, pages, failures = ran
    _text, line, reason = FAULTS[name]
    said = str(failures[name])
    assert said.startswith(f"{name}.md:{line}: the run has no answer")
    assert reason in said
    assert store.load(folder, pages[name].key) is None


def test_only_faulty_pages_fail(ran):
    assert set(ran[2]) == set(FAULTS)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("It is", "It is not", True),
        ("-x:.2f", "-x:.3f", False),
        ("A line", "A curve", False),
        ("2.34", "2.35", False),
        ("It is {eval}`-x:.2f`", "{eval}`-x:.2f` it is", True),
    ],
)
def test_the_key_holds_what_is_asked_and_no_prose(old, new, same):
    keys = {Page("p", text, SOURCE).key for text in (GOOD, GOOD.replace(old, new))}
    assert (len(keys) == 1) is same
