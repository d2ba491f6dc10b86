"""A reader's function harms neither the judgment nor the session."""

import importlib
import random
import signal
import sys
import time
import warnings
from decimal import Decimal
from fractions import Fraction
from types import SimpleNamespace

import exercises_reader
import matplotlib.pyplot as plt
import numpy as np
import pytest
from exercises_reader import declare_scaled, scaled

from udl.exercises import check
from udl.exercises.judging import run


@pytest.fixture(autouse=True)
def _own_declarations(monkeypatch):
    exercises_reader.forget_declarations(monkeypatch)
    declare_scaled(orders=[(2, 0, 1)])


def test_an_array_used_again_is_no_mistake():
    kept = np.empty(100)

    def reusing(y, mu, sigma):
        out = kept[: np.size(y)]
        out[:] = (y - mu) / sigma
        return out if np.ndim(y) else out[0]

    assert check("0.1.1", reusing).status == "correct"


class Slow:
    def __array__(self, dtype=None, copy=None):
        while True:
            time.sleep(0.001)


class Endless:
    def __len__(self):
        return 5

    def __getitem__(self, place):
        return self


class Hostile:
    def __getattribute__(self, name):
        raise RuntimeError

    def __repr__(self):
        raise RuntimeError


def forever():
    while True:
        yield 1.0


@pytest.mark.parametrize(
    "make",
    [
        lambda: range(10**8),
        Slow,
        Endless,
        Hostile,
        forever,
        lambda: [[]] * 10**7,
        lambda: type,
        lambda: plt,
    ],
)
def test_what_comes_back_is_read_within_the_time(monkeypatch, make):
    monkeypatch.setattr(run, "SECONDS", 0.3)
    started = time.perf_counter()
    card = check("0.1.1", lambda y, mu, sigma: make())
    assert card.status == "wrong"
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize("kind", [Fraction, Decimal])
def test_exact_numbers_are_numbers(kind):
    def exact(y, mu, sigma):
        values = [kind((v - mu) / sigma) for v in np.ravel(y).tolist()]
        return values if np.ndim(y) else values[0]

    assert check("0.1.1", exact).status == "correct"


def test_a_function_that_is_overwritten_is_put_back():
    before = np.subtract

    def overwrites(y, mu, sigma):
        np.subtract = np.true_divide = lambda a, b: 0 * a
        return np.true_divide(np.subtract(y, mu), sigma)

    assert check("0.1.1", overwrites).status != "correct"
    assert np.subtract is before


def state():
    return (
        repr(np.random.get_state()),  # noqa: NPY002
        random.getstate(),
        signal.getsignal(signal.SIGALRM),
        signal.getitimer(signal.ITIMER_REAL),
        plt.get_fignums(),
        np.geterr(),
        [*warnings.filters],
        (sys.stdout, sys.stderr, sys.gettrace()),
    )


@pytest.mark.parametrize("right", [True, False])
def test_nothing_is_left_behind(right):
    def careless(y, mu, sigma):
        np.random.seed(1)  # noqa: NPY002
        random.seed(1)
        np.random.normal()  # noqa: NPY002
        np.seterr(all="raise")
        warnings.simplefilter("error")
        plt.figure()
        return scaled(y, mu, sigma) if right else 7.0 + y

    before = state()
    check("0.1.1", careless)
    assert state() == before


def test_a_flood_is_heard_for_a_few_lines_and_retries_are_silent(capfd):
    calls = []

    def flood(y, mu, sigma):
        calls.append(y)
        for _ in range(2000):
            print("x" * 50)
            print("y", file=sys.stderr)
        return 0.0

    card = check("0.1.1", flood)
    assert len(calls) > 3
    assert card.printed.count("\n") <= 5
    assert len(card.printed) < 500
    assert "Your function printed:" in str(card)
    assert capfd.readouterr() == ("", "")


def test_nothing_is_displayed(monkeypatch):
    shown = []
    publisher = SimpleNamespace(publish=shown.append)
    shell = SimpleNamespace(display_pub=publisher)
    interactive = importlib.import_module("IPython.core.interactiveshell")
    monkeypatch.setattr(interactive.InteractiveShell, "_instance", shell)

    def displays(y, mu, sigma):
        shell.display_pub.publish("here")
        return 0.0

    check("0.1.1", displays)
    assert shown == []
    publisher.publish("after")
    assert shown == ["after"]
