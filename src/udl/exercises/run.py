"""Run a reader's function on cases: nothing it does harms the cases or the session."""

import contextlib
import copy
import io
import signal
import threading
import warnings
from dataclasses import dataclass

import numpy as np

SECONDS = 5  # for all the cases of an exercise together


class DidNotFinish(BaseException):
    """The time, in seconds, is over. No ``except Exception`` swallows this."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of one call: a value or an error, and the arguments it changed."""

    value: object = None
    error: BaseException | None = None
    changed: tuple = ()


@contextlib.contextmanager
def time_limit(seconds):
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


def run(function, cases, order=None, *, silent=False):
    """Call a function on copies of the cases.

    Parameters
    ----------
    function : callable
    cases : sequence of Case
    order : tuple of int, optional
        Position ``i`` of the call receives argument ``order[i]``.
    silent : bool
        Keep what the function prints to ourselves.

    Returns
    -------
    list of Outcome
        One a case. Only KeyboardInterrupt passes through, and warnings (see `quiet`).
    """
    nowhere = contextlib.redirect_stdout(io.StringIO())
    output = nowhere if silent else contextlib.nullcontext()
    try:
        with output, time_limit(SECONDS):
            return [_call(function, case, order) for case in cases]
    except DidNotFinish as error:
        return [Outcome(error=error)] * len(cases)


def _call(function, case, order):
    args, kwargs = copy.deepcopy((case.args, case.kwargs))
    given = args if order is None else [args[i] for i in order]
    try:
        value, error = function(*given, **kwargs), None
    except (KeyboardInterrupt, DidNotFinish):
        raise
    except BaseException as caught:
        value, error = None, caught
    pairs = enumerate(zip(case.args, args, strict=True))
    changed = tuple(i for i, (old, new) in pairs if not _unchanged(old, new))
    return Outcome(value, error, changed)


def _unchanged(old, new):
    if type(old) is not type(new):
        return False
    if isinstance(old, np.ndarray):
        if old.dtype == object:
            return _unchanged(list(old.flat), list(new.flat))
        return old.shape == new.shape and old.tobytes() == new.tobytes()
    if isinstance(old, list | tuple):
        return len(old) == len(new) and all(map(_unchanged, old, new))
    if isinstance(old, dict):
        return old.keys() == new.keys() and all(_unchanged(old[k], new[k]) for k in old)
    if isinstance(old, int | float | str):
        return repr(old) == repr(new)
    return True  # a generator, a function: to use it is not to harm it
