"""Run a function on cases, and keep what came of it."""

import copy
import types
from dataclasses import dataclass

import numpy as np

from udl.exercises.judging import guard
from udl.exercises.judging.guard import DidNotFinish, Heard

SECONDS = 5  # for all the cases of an exercise together
MANY = 10**6  # values in a result that are still read

# How the time is limited: a context manager of the seconds. A page's runner, where no
# alarm rings, puts its own here.
time_limit = guard.alarm


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of one call: a value or an error, and the arguments it changed."""

    value: object = None
    error: BaseException | None = None
    changed: tuple = ()


@dataclass(frozen=True)
class Thing:
    """Stands for an object that holds no numbers: it is never asked again."""

    kind: str


def run(function, cases, form=None, heard=None):
    """Call a function on copies of the cases.

    Parameters
    ----------
    function : callable
    cases : sequence of Case
    form : House or There, optional
        How it is called; the results are given as the exercise compares them.
    heard : Heard, optional
        Keeps what the function prints.

    Returns
    -------
    list of Outcome
        One a case. Only KeyboardInterrupt passes through, and warnings (see `quiet`).
    """
    try:
        with guard.contained(heard or Heard()), time_limit(SECONDS):
            return [_call(function, case, form) for case in cases]
    except DidNotFinish as error:
        return [Outcome(error=error)] * len(cases)


def _call(function, case, form):
    called = form.call(case) if form else case
    prepared = form.prepared(function, case) if form else function
    args, kwargs = copy.deepcopy((called.args, called.kwargs))
    try:
        made = [_made(prepared, args, kwargs, form) for _ in range(case.calls)]
        value, error = made[0] if case.calls == 1 else _stacked(made), None
    except (KeyboardInterrupt, DidNotFinish):
        raise
    except BaseException as caught:
        value, error = None, caught
    pairs = enumerate(zip(called.args, args, strict=True))
    changed = tuple(i for i, (old, new) in pairs if not _unchanged(old, new))
    return Outcome(value, error, changed)


def _made(prepared, args, kwargs, form):
    value = prepared(*args, **kwargs)
    return kept(form.result(value) if form else value)


def _stacked(made):
    """Stack the results of several calls; a result that is none is that of them all."""
    return None if made[0] is None else np.stack(made)


def kept(value):
    """Copy a result into plain data, so that nothing can change or surprise later."""
    if value is None or type(value) in (bool, int, float, complex, str):
        return value
    if isinstance(value, np.ndarray | np.generic):
        return np.array(value) if value.size <= MANY else Thing("a very large array")
    if type(value) in (list, tuple):
        if len(value) > MANY:
            return Thing("a very long list")
        return type(value)(map(kept, value))
    if isinstance(value, dict) and len(value) <= MANY:
        return {key: kept(one) for key, one in value.items()}
    if isinstance(value, types.FunctionType | types.BuiltinFunctionType):
        return value
    return _read(value)


def _read(value):
    """Read an object of another kind, once."""
    thing = Thing(f"an object of type {type(value).__name__}")
    if isinstance(value, type):
        return thing
    try:
        if hasattr(type(value), "__len__") and len(value) > MANY:
            return thing
        array = np.array(list(value) if isinstance(value, bytes) else value)
    except Exception:  # whatever a strange object raises
        return thing
    if array.dtype == object and array.shape == ():
        try:
            return float(value) if hasattr(type(value), "__float__") else thing
        except Exception:
            return thing
    return array if array.dtype.kind in "biufcO" and array.size <= MANY else thing


def _unchanged(old, new):
    if type(old) is not type(new):
        return False
    if isinstance(old, np.ndarray):
        if old.dtype == object:
            return _unchanged(list(old.flat), list(new.flat))
        if old.shape != new.shape or old.dtype != new.dtype:
            return False
        if old.tobytes() == new.tobytes():
            return True
        # put back by `+= step`, an entry may differ by its rounding
        return old.dtype.kind == "f" and np.allclose(
            old, new, rtol=1e-13, atol=1e-15, equal_nan=True
        )
    if isinstance(old, list | tuple):
        return len(old) == len(new) and all(map(_unchanged, old, new))
    if isinstance(old, dict):
        return old.keys() == new.keys() and all(_unchanged(old[k], new[k]) for k in old)
    if isinstance(old, int | float | str):
        return repr(old) == repr(new)
    return True  # a generator, a function: to use it is not to harm it
