"""Outputs of the in-page runner: as in a notebook, and bounded before they leave."""

import json
import time

import pytest
from test_live_harness import Reader, outbox

PYPLOT = (
    "import matplotlib\nmatplotlib.use('module://harness.figures')\n"
    "import matplotlib.pyplot as plt\n"
)


@pytest.fixture
def reader():
    return Reader()


def kinds(sent):
    """Name the messages: texts joined, figures by their size."""
    names = []
    for message in sent:
        if message["kind"] != "text":
            names.append(message["kind"])
        elif names and names[-1] not in ("display", "error"):
            names[-1] += message["text"]
        else:
            names.append(message["text"])
    return names


@pytest.mark.parametrize(
    "code",
    [
        "'x' * 10_000_000",
        "list(range(1_000_000))",
        "raise ValueError('x' * 10_000_000)",
        "display('x' * 10_000_000)",
        "print('x' * 10_000_000)",
        "for i in range(100): display('x' * 40_000)",
        "class T:\n    def _repr_html_(self): return 'x' * 10_000_000\nT()",
        "class T:\n    def _repr_html_(self): return 'x' * 7_000_000\n"
        "for i in range(10): display(T())",
    ],
)
def test_large_outputs_are_cut_and_say_so(reader, code):
    text = str(reader.run(code))
    assert len(text) < 2 * outbox.HEAVIEST
    assert ("x" * 100 in text) or ("0, 1, 2" in text) or "Not shown: 10 MB" in text
    assert "[Cut here: " in text or "[Not shown: 10 MB of text/html.]" in text


def test_a_flood_of_displays_is_counted_and_the_error_still_arrives(reader):
    sent = reader.run("for i in range(10_000): display(i)\n1 / 0")
    assert len(sent) == outbox.MOST + 2
    assert "more than 200 outputs" in sent[-2]["text"]
    assert sent[-1]["text"].endswith("ZeroDivisionError: division by zero\n")


def test_a_flood_of_nothing_sends_nothing(reader):
    assert reader.run("for i in range(10_000): print('', end='')") == []


def test_floods_go_in_batches(reader):
    batches = []
    reader.session._send = batches.append
    reader.run("for i in range(5_000): print(i)")
    assert outbox.AT_ONCE < len(batches) < 2 * outbox.AT_ONCE


def test_each_show_displays_then_and_there(reader):
    sent = reader.run(
        f"{PYPLOT}for i in range(2):\n    print(i)\n    plt.plot([i, 1])\n"
        "    plt.show()\nplt.figure();\nprint('end')"
    )
    assert kinds(sent) == ["0\n", "display", "1\n", "display", "end\n", "display"]
    assert not [m for m in sent if m.get("name") == "stderr"]


def test_a_figure_that_is_the_value_is_shown_once(reader):
    (message,) = reader.run(f"{PYPLOT}fig, ax = plt.subplots()\nfig")
    assert "image/svg+xml" in message["data"]


def test_figures_before_an_error_are_shown(reader):
    sent = reader.run(f"{PYPLOT}plt.plot([1, 2])\n1 / 0")
    assert kinds(sent) == ["error", "display"]
    assert not reader.ok
    assert reader.run("2") == [
        {"kind": "display", "data": {"text/plain": "2"}, "metadata": {}}
    ]


def test_await_works_at_the_top(reader):
    code = "import asyncio\nasync def f():\n    await asyncio.sleep(0)\n    return 3\n"
    (message,) = reader.run(f"{code}x = await f()\nawait f() + x")
    assert message["data"] == {"text/plain": "6"}


def test_chains_of_exceptions_are_told(reader):
    text = reader.error(
        "try:\n    {}['a']\nexcept KeyError as e:\n    raise ValueError('b') from e"
    )
    assert "KeyError: 'a'\n" in text
    assert "direct cause" in text
    assert text.endswith("ValueError: b\n")
    assert "harness" not in text


FORMS = """
class Png:
    def _repr_png_(self): return b"png"
class Svg:
    def _repr_svg_(self): return "<svg/>"
class Nothing:
    def _repr_mimebundle_(self, include=None, exclude=None): return None
class Anything:
    def __getattr__(self, name): raise OSError(name)
"""


def test_more_forms_are_shown_and_none_is_no_bundle(reader):
    reader.run(FORMS)
    png, svg, nothing, anything = reader.run(
        "display(Png(), Svg(), Nothing(), Anything())"
    )
    assert png["data"]["image/png"] == "cG5n"
    assert svg["data"]["image/svg+xml"] == "<svg/>"
    assert list(nothing["data"]) == list(anything["data"]) == ["text/plain"]


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("%matplotlib inline", "Lines with % are for notebooks"),
        ("x = 1\n!pip install torch", "Nothing is installed here"),
        (">>> x = 1", "Delete the >>>"),
        ("print(\u201chello\u201d)", "straight quotes"),
        ("x =\u00a01", "no-break space"),
        ("import torch.nn", "Pages do not have torch"),
    ],
)
def test_what_many_readers_paste_gets_one_sentence(reader, code, sentence):
    text = reader.error(code)
    assert text.count(sentence) == 1
    assert (
        text.splitlines()[-1].startswith(sentence) or sentence in text.splitlines()[-1]
    )


def test_a_remainder_is_no_magic(reader):
    assert "notebooks" not in reader.error("x = 5 % % 2")


def test_names_after_a_dot_come_from_the_running_python(reader):
    reader.run("import math\nclass A:\n    b = math\n    _hidden = 1\na = A()")
    complete = lambda path: json.loads(reader.session.complete(path))  # noqa: E731
    assert complete("a") == ["b"]
    assert "sqrt" in complete("a.b")
    assert complete("nothing") == complete("a.x") == []


def test_a_large_value_takes_no_longer_than_making_its_text(reader):
    began = time.perf_counter()
    reader.run("'x' * 50_000_000")
    assert time.perf_counter() - began < 5
