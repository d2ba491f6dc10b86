"""Numbers as readers spell them: 0.5, 0,5, 1/2, 50 %, −2, 3², 2^10, 1e-3, √2, 2π.

``book/_static/udl-numbers.js`` reads the same, and one table of inputs tests both.

::

    sum     = term (("+" | "-") term)*
    term    = signed (("*" | "/") signed)*
    signed  = ("+" | "-") signed | power
    power   = percent (("^" | "**") signed)?
    percent = atom "%"?
    atom    = number | "pi" | "e" | function "(" sum ")" | "sqrt" atom | "(" sum ")"
"""

# ruff: noqa: RUF001, RUF002 (the signs that pages print are meant)
import math
import re

NUMBER = re.compile(r"(\d+(?:[.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.I)
FUNCTIONS = {"sqrt": math.sqrt, "exp": math.exp, "log": math.log, "ln": math.log}
CONSTANTS = {"pi": math.pi, "e": math.e}
SIGNS = str.maketrans(
    {"−": "-", "–": "-", "×": "*", "·": "*", "⋅": "*", "∗": "*", "÷": "/", "⁄": "/"}
    | {"π": " pi ", "√": " sqrt "}
)
ABOVE = {"⁺": "+", "⁻": "-"} | {raised: str(n) for n, raised in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
RAISED = re.compile(f"[{''.join(ABOVE)}]+")
FORMS = "Write a number like 0.5, 0,5, 1/2, 50 %, 2^3 or 1e-3."


class Unreadable(ValueError):
    """A text spells no number; it says from where on."""

    def __init__(self, piece):
        super().__init__(f"I cannot read “{piece}”. {FORMS}" if piece else FORMS)
        self.piece = piece


def read(text):
    """Read a number.

    Raises
    ------
    Unreadable

    Examples
    --------
    >>> read("1/4"), read("0,5"), read("50 %"), read("−2²")
    (0.25, 0.5, 0.5, -4.0)
    """
    plain = RAISED.sub(_power, text.translate(SIGNS)).strip()
    reader = _Reader(plain)
    value = reader.sum()
    if reader.rest or not math.isfinite(value):
        raise Unreadable(reader.rest or plain)
    return float(value)


def _power(match):
    return f"^({''.join(ABOVE[sign] for sign in match[0])})"


class _Reader:
    def __init__(self, text):
        self.rest = text

    def next(self, pattern):
        found = re.match(pattern, self.rest, re.I)
        if found:
            self.rest = self.rest[found.end() :].lstrip()
        return found and found[0].lower()

    def sum(self):
        value = self.term()
        while sign := self.next(r"[+-]"):
            term = self.term()
            value = value + term if sign == "+" else value - term
        return value

    def term(self):
        value = self.signed()
        while sign := self.next(r"\*(?!\*)|/"):
            here, factor = self.rest, self.signed()
            if sign == "/" and factor == 0:
                raise Unreadable(f"/{here}")
            value = value * factor if sign == "*" else value / factor
        return value

    def signed(self):
        if sign := self.next(r"[+-]"):
            return self.signed() if sign == "+" else -self.signed()
        return self.power()

    def power(self):
        here, base = self.rest, self.percent()
        if not self.next(r"\^|\*\*"):
            return base
        try:
            value = base ** self.signed()
        except ArithmeticError:
            raise Unreadable(here) from None
        if isinstance(value, complex):
            raise Unreadable(here)
        return value

    def percent(self):
        value = self.atom()
        return value / 100 if self.next("%") else value

    def atom(self):
        here = self.rest
        if number := self.next(NUMBER.pattern):
            if re.fullmatch(r"[1-9]\d{0,2},\d{3}", number):
                raise Unreadable(here)  # one and a bit, or more than a thousand?
            return float(number.replace(",", "."))
        if self.next(r"\("):
            return self.closed()
        name = self.next(r"[a-z]+")
        if name in CONSTANTS:
            return CONSTANTS[name]
        if name not in FUNCTIONS:
            raise Unreadable(here)
        if self.next(r"\("):
            value = self.closed()
        elif name == "sqrt":
            value = self.atom()
        else:
            raise Unreadable(here)
        try:
            return FUNCTIONS[name](value)
        except (ValueError, OverflowError):
            raise Unreadable(here) from None

    def closed(self):
        value = self.sum()
        if not self.next(r"\)"):
            raise Unreadable(self.rest)
        return value
