"""What a reader does in a notebook, for the tests of the exercises' engine."""

import linecache

import numpy as np

from udl.exercises import declare
from udl.exercises.declare import case, exercise, mistake

VARIANCE = "You treat sigma as the variance."
NO_HALF = "Is the area one?"


def scaled(y, mu, sigma):
    return (np.asarray(y) - mu) / sigma


def bell(y, mu, sigma):
    return np.exp(-(scaled(y, mu, sigma) ** 2) / 2)


def says(card, *parts, status="wrong"):
    text = " ".join(str(card).split())
    assert card.status == status, text
    for part in parts:
        assert part in text


def declare_scaled(**fields):
    return exercise(
        "0.1.1",
        **{
            "title": "Standard units",
            "stub": "def scaled(y, mu, sigma):\n    ...  # your code\n",
            "reference": scaled,
            "cases": [
                case(1.0, -1.0, 2.5),
                case(np.array([0.5, 1.0, 3.0]), 0.25, 2.0),
            ],
            "random_case": lambda rng: case(rng.normal(size=4), 0.3, 0.7),
            "planted": [
                mistake(lambda y, mu, sigma: (y - mu) / sigma**2, VARIANCE),
                mistake(lambda y, mu, sigma: y - mu, "In which unit is this?"),
            ],
            "hints": ["What is $y - \\mu$?", "In units of $\\sigma$?"],
            **fields,
        },
    )


def cell(source, name, filename="<cell 7>", *, known=True, **names):
    """Run a cell and give what it defines; its source is known, as in a notebook."""
    linecache.cache.pop(filename, None)
    if known:
        lines = source.splitlines(keepends=True)
        linecache.cache[filename] = len(source), None, lines, filename
    namespace = {"np": np, **names}
    exec(compile(source, filename, "exec"), namespace)
    return namespace[name]


def forget_declarations(monkeypatch):
    """Let a test declare what it likes; afterwards all is as it was."""
    monkeypatch.setattr(declare, "_declared", {})
