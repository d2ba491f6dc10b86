"""The in-page runner's harness, in ordinary Python, beside IPython where that tells."""

import asyncio
import json
import sys
from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from udl.exercises import check, hint
from udl.plotting.style import panels

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "book" / "live"))

from harness import forms, outbox  # noqa: E402
from harness.session import Session  # noqa: E402


class Reader:
    """Runs cells and keeps what they sent."""

    def __init__(self):
        self.sent, self.count = [], 0
        self.namespace = {"__name__": "__main__"}
        self.session = Session(
            lambda text: self.sent.extend(json.loads(text)), self.namespace
        )

    def run(self, code):
        self.sent.clear()
        self.count += 1
        self.ok = asyncio.run(self.session.run(code, f"cell {self.count}"))
        return self.sent

    def printed(self, code, name="stdout"):
        sent = self.run(code)
        texts = [m for m in sent if m["kind"] == "text" and m["name"] == name]
        return "".join(message["text"] for message in texts)

    def error(self, code):
        (*_, last) = self.run(code)
        assert last["kind"] == "error"
        assert not self.ok
        return last["text"]


@pytest.fixture
def reader():
    return Reader()


def test_shows_the_value_of_the_last_line(reader):
    (message,) = reader.run("x = 3\nx + 1")
    assert message["data"] == {"text/plain": "4"}
    assert reader.ok


@pytest.mark.parametrize("code", ["x = 3", "3;", "None", "", "# nothing"])
def test_shows_nothing_where_a_notebook_shows_nothing(reader, code):
    assert reader.run(code) == []
    assert reader.ok


def test_cells_share_their_names(reader):
    reader.run("def double(x):\n    return 2 * x")
    assert reader.printed("print(double(4))") == "8\n"
    reader.run("double(5)")
    assert reader.printed("print(_)") == "10\n"


def test_what_is_printed_keeps_its_order(reader):
    code = "import sys\nprint('a')\nprint('b', file=sys.stderr)\nprint('c')\n4"
    sent = reader.run(code)
    assert "".join(message.get("text", "shown") for message in sent) == "a\nb\nc\nshown"
    assert {m["text"].strip() for m in sent if m.get("name") == "stderr"} <= {"b", ""}


def test_lines_are_sent_while_the_cell_still_runs(reader):
    reader.namespace["seen"] = lambda: reader.sent[0]["text"]
    assert reader.printed("print('one')\nprint(seen() * 2)").split() == [
        "one",
        "oneone",
    ]


def test_a_flood_is_cut(reader):
    text = reader.printed("for i in range(20_000):\n    print('a line', i)")
    assert len(text) < 1.01 * outbox.LONGEST
    assert text.endswith("[Cut here: more than 50,000 characters.]\n")
    assert reader.printed("print('next')") == "next\n"


def test_an_error_shows_the_readers_own_lines_only(reader):
    reader.run("import json\n\ndef half(x):\n    return json.loads(x)")
    lines = reader.error("y = 1\nhalf('{')").splitlines()
    own = [line for line in lines if "^" not in line]  # newer Pythons underline
    assert own == [
        "Traceback (most recent call last):",
        '  File "cell 2", line 2, in <module>',
        "    half('{')",
        '  File "cell 1", line 4, in half',
        "    return json.loads(x)",
        "json.decoder.JSONDecodeError: Expecting property name enclosed in double "
        "quotes: line 1 column 2 (char 1)",
    ]


def test_a_syntax_error_shows_its_line(reader):
    text = reader.error("x = 1\ny = = 2")
    assert 'File "cell 1", line 2\n    y = = 2\n' in text
    assert text.endswith("SyntaxError: invalid syntax\n")


def test_deep_recursion_is_told_in_a_few_lines(reader):
    text = reader.error("def f(n):\n    return f(n + 1)\nf(0)")
    assert "RecursionError" in text
    assert text.count("\n") < 20


@pytest.mark.parametrize("code", ["exit()", "raise KeyboardInterrupt"])
def test_nothing_that_a_cell_raises_ends_the_session(reader, code):
    reader.error(code)
    assert reader.printed("print(1)") == "1\n"


def test_input_gets_a_sentence(reader):
    assert "write the value into the cell" in reader.error("input('age? ')")


def test_check_quotes_the_readers_own_line(reader):
    reader.run("from udl.exercises import check")
    code = "def density(y, mu, sigma):\n    z = 1\n    return y / nothing"
    (message,) = reader.run(f'{code}\ncheck("5.1.1", density)')
    assert "line 3" in message["data"]["text/plain"]
    assert "return y / nothing" in message["data"]["text/plain"].replace("\n", " ")
    assert message["verdict"]["status"] == "wrong"
    assert message["verdict"]["title"].startswith("Exercise 5.1.1")


def test_a_pyplot_figure_is_shown_and_closed(reader):
    code = (
        "import matplotlib\nmatplotlib.use('agg')\n"
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]);"
    )
    (message,) = reader.run(code)
    assert message["data"]["text/plain"] == forms.UNDESCRIBED
    assert "image/svg+xml" in message["data"]
    assert reader.run("x = 1") == []


def test_display_shows_html_and_latex(reader):
    code = (
        "class T:\n"
        "    def _repr_html_(self):\n        return '<b>t</b>'\n"
        "    def _repr_latex_(self):\n        return '$t$'\n"
        "display(T(), 'text')"
    )
    first, second = reader.run(code)
    assert first["data"]["text/html"] == "<b>t</b>"
    assert first["data"]["text/latex"] == "$t$"
    assert second["data"] == {"text/plain": "'text'"}


OBJECTS = {
    "picture": (
        "from udl.plotting.style import panels\nfigure, axes = panels()\nfigure"
    ),
    "card": "from udl.exercises import check\ncheck('5.1.2', 'a')",
    "hint": "from udl.exercises import hint\nhint('5.1.1', 1)",
    "array": "import numpy as np\nnp.linspace(0, 1, 3)",
    "dict": "{'a': [1, 2.5], 'b': None}",
}


@pytest.fixture(scope="module")
def notebook():
    """Run cells in IPython, as a kernel does."""
    shell = InteractiveShell()
    shell.display_formatter.active_types = shell.display_formatter.format_types

    def run(code):
        with capture_output(display=False):
            value = shell.run_cell(code, store_history=False).result
        return shell.display_formatter.format(value)

    yield run
    shell.history_manager.end_session()


@pytest.mark.parametrize("code", OBJECTS.values(), ids=OBJECTS)
def test_shows_what_a_kernel_shows(reader, notebook, code):
    data, metadata = notebook(code)
    (message,) = reader.run(code)
    assert (message["data"], message["metadata"]) == (data, metadata)


def answers(reader, *asked):
    return json.loads(reader.session.answer(json.dumps(asked)))


def test_answers_are_those_of_the_readers_run(reader):
    reader.run("x = -0.1234")
    asked = ("eval", "format(x, '.2f')"), ("alt", "''.join(['To ', format(x, '')])")
    assert answers(reader, *asked) == ["\u22120.12", "To -0.1234"]
    reader.run("x = 5")
    assert answers(reader, *asked) == ["5.00", "To 5"]


@pytest.mark.parametrize(
    "code", ["format(gone, '')", "1 / 0", "format([], '.2f')", "("]
)
def test_what_a_run_cannot_answer_is_no_answer(reader, code):
    assert answers(reader, ("eval", code), ("eval", "'1'")) == [None, "1"]


def test_values_and_their_bundles_are_json(reader):
    for value in (panels()[0], check("5.1.2", "a"), hint("5.1.1", 1)):
        data, metadata = forms.bundle(value)
        assert json.loads(json.dumps([data, metadata])) == [data, metadata]
