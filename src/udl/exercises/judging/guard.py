"""Nothing that a reader's function does outlives its run: time, output, state."""

import contextlib
import io
import math
import random
import signal
import sys
import threading
import warnings

import numpy as np

MODULES = (np, np.linalg, np.random, math)


class DidNotFinish(BaseException):
    """The time, in seconds, is over. No ``except Exception`` swallows this."""


class Heard(io.TextIOBase):
    """What a function prints: the first lines are kept, a flood is not."""

    LINES, CHARACTERS = 5, 400

    def __init__(self):
        self._kept, self.more = "", False

    def writable(self):
        """Tell that one may write here."""
        return True

    def write(self, text):
        """Keep the beginning."""
        text = str(text)
        self.more = self.more or len(self._kept) + len(text) > self.CHARACTERS
        self._kept = (self._kept + text[: self.CHARACTERS])[: self.CHARACTERS]
        return len(text)

    @property
    def text(self):
        """The first lines, and a sign where there were more."""
        lines = self._kept.rstrip().splitlines()
        more = self.more or len(lines) > self.LINES
        return "\n".join(lines[: self.LINES] + ["..."] * more)


@contextlib.contextmanager
def alarm(seconds):
    """Raise `DidNotFinish` after some seconds, where the platform has such an alarm."""
    rang = []

    def ring(*_):
        rang.append(True)
        raise DidNotFinish(seconds)

    main = threading.current_thread() is threading.main_thread()
    # In a page, the runner brings `setitimer`: Python for browsers has none.
    if not main or not hasattr(signal, "setitimer"):
        yield
        return
    handler = signal.signal(signal.SIGALRM, ring)
    try:
        # It rings again and again: a bare `except:` may have caught the first.
        timer = signal.setitimer(signal.ITIMER_REAL, seconds, seconds)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, *timer)
    finally:
        signal.signal(signal.SIGALRM, handler or signal.SIG_DFL)
    if rang:
        raise DidNotFinish(seconds)


@contextlib.contextmanager
def quiet():
    """Keep warnings about bad numbers to ourselves: the card speaks of them."""
    with warnings.catch_warnings(), np.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def contained(heard):
    """Hear what is printed; undo what is drawn, displayed, seeded or overwritten."""
    saved = [(module, dict(vars(module))) for module in MODULES]
    states = np.random.get_state(), random.getstate()  # noqa: NPY002
    with (
        contextlib.redirect_stdout(heard),
        contextlib.redirect_stderr(heard),
        _no_displays(),
        _no_figures(),
    ):
        try:
            yield
        finally:
            for module, names in saved:
                now = vars(module)
                now.update({n: v for n, v in names.items() if now.get(n) is not v})
            np.random.set_state(states[0])  # noqa: NPY002
            random.setstate(states[1])


@contextlib.contextmanager
def _no_displays():
    interactive = sys.modules.get("IPython.core.interactiveshell")
    shell = interactive and interactive.InteractiveShell._instance
    if not shell:
        yield
        return
    publisher = shell.display_pub
    publish = vars(publisher).get("publish")
    publisher.publish = lambda *_, **__: None
    try:
        yield
    finally:
        del publisher.publish
        if publish:
            publisher.publish = publish


@contextlib.contextmanager
def _no_figures():
    before = _figures()
    try:
        yield
    finally:
        for number in set(_figures()) - set(before):
            sys.modules["matplotlib.pyplot"].close(number)


def _figures():
    pyplot = sys.modules.get("matplotlib.pyplot")
    return pyplot.get_fignums() if pyplot else []
