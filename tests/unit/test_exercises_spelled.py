"""The page and Python read the same numbers, and refuse the same texts."""

# ruff: noqa: RUF001 (the signs that pages print are meant)
import json
import math
import subprocess
from fractions import Fraction
from pathlib import Path

import exercises_reader
import numpy as np
import pytest

from udl.exercises import check
from udl.exercises.declare import number, question
from udl.exercises.spelled import Unreadable, read
from udl_book.mathematics.katex import node

SCRIPT = Path(__file__).parents[2] / "book/_static/udl-numbers.js"
NUMBERS = {
    "0.5": 0.5, " .5 ": 0.5, "0,96": 0.96, ",5": 0.5, "5.": 5, "+3": 3, "-2": -2,
    "−2": -2, "–2": -2, "--2": 2, "1/10": 0.1, "27/28": 27 / 28, "1 / 2": 0.5,
    "50%": 0.5, "50 %": 0.5, "2^10": 1024, "2**10": 1024, "2^-1": 0.5, "-2^2": -4,
    "2^3^2": 512, "3²": 9, "10⁻³": 1e-3, "1e-3": 1e-3, "1E3": 1000, "1,5e2": 150,
    "2 × 10⁵": 2e5, "2·3": 6, "6÷4": 1.5, "1/2/2": 0.25, "1-2-3": -4, "2+3*4": 14,
    "(2+3)*4": 20, "sqrt(2)": math.sqrt(2), "√2": math.sqrt(2), "√(1/4)": 0.5,
    "pi/4": math.pi / 4, "π": math.pi, "2*PI": 2 * math.pi, "e": math.e,
    "exp(-1)": math.exp(-1), "log(8)/log(2)": 3, "ln(e)": 1, "0,123": 0.123,
    "1000,5": 1000.5, "1234567": 1234567, "9^0.5": 3, "0^0": 1, "e^2": math.e**2,
}  # fmt: skip
REFUSED = {
    "": "", "abc": "abc", "1 2": "2", "1/0": "/0", "2x": "x", "1.2.3": ".3",
    "1,234": "1,234", "1,234.5": "1,234.5", "(1+2": "", "1+": "", "log 2": "log 2",
    "sqrt(-1)": "sqrt(-1)", "log(0)": "log(0)", "(-8)^(1/3)": "(-8)^(1/3)",
    "10^400": "10^400", "exp(1000)": "exp(1000)", "nan": "nan", "inf": "inf",
    "0^-1": "0^-1", "7 apples": "apples", "constructor": "constructor",
    "1e400": "1e400",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)


def refused(text):
    with pytest.raises(Unreadable) as caught:
        read(text)
    return caught.value.piece


def test_python_reads_them():
    assert {text: read(text) for text in NUMBERS} == pytest.approx(NUMBERS, rel=1e-14)
    assert {text: refused(text) for text in REFUSED} == REFUSED


def test_the_page_reads_the_same():
    program = (
        f"const {{ readNumber }} = require({json.dumps(str(SCRIPT))});"
        "const read = (text) => {"
        "  try { return readNumber(text); } catch (error) { return error.piece; } };"
        f"console.log(JSON.stringify({json.dumps([*NUMBERS, *REFUSED])}.map(read)));"
    )
    done = subprocess.run([node(), "-e", program], capture_output=True, check=True)
    values = json.loads(done.stdout)
    assert values[: len(NUMBERS)] == pytest.approx([*NUMBERS.values()], rel=1e-14)
    assert values[len(NUMBERS) :] == [*REFUSED.values()]


def ask(value=0.5, tolerance=0.0):
    answer = number(value, tolerance=tolerance, feedback="Yes.")
    question("0.1.1", title="T", prompt="P", answer=answer, otherwise="No.")


@pytest.mark.parametrize(
    "answer",
    ["1/2", "0,5", "50 %", 0.5, Fraction(1, 2), np.float32(0.5), np.array([0.5])],
)
def test_an_answer_is_right_however_it_is_spelled(answer):
    ask()
    assert check("0.1.1", answer).status == "correct"


@pytest.mark.parametrize("answer", ["0.49", 0.501, "1/3"])
def test_an_exact_number_is_asked_exactly(answer):
    ask()
    assert check("0.1.1", answer).status == "wrong"


def test_large_whole_numbers_are_numbers():
    ask(1e30)
    assert check("0.1.1", 10**30).status == "correct"


def test_what_cannot_be_read_is_said():
    ask()
    card = check("0.1.1", "a half")
    assert card.status == "not judged"
    assert "cannot read “a half”" in str(card)
