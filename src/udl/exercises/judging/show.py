"""Show an argument or a result in a few characters, never by its own ``repr``."""

import reprlib

import numpy as np

from udl.exercises.judging.compare import PARTS, as_numbers
from udl.exercises.judging.run import Thing
from udl.exercises.models import Line
from udl.exercises.seeded import Seeded


def show(value, unlike=None):
    """Show a value; with as many digits as it takes to differ from another one."""
    if value is None or isinstance(value, bool | np.bool_):
        return str(value)
    if isinstance(value, str):
        return reprlib.repr(value)
    if isinstance(value, Thing):
        return value.kind
    array = as_numbers(value)
    if array is not None:
        return _show_numbers(array, as_numbers(unlike))
    if isinstance(value, PARTS):
        others = unlike if isinstance(unlike, PARTS) else ()
        others = [*others, *[None] * len(value)]
        shown = [show(*pair) for pair in zip(value[:4], others, strict=False)]
        text = ", ".join(shown + ["..."] * (len(value) > 4))
        return f"({text})" if len(text) <= 400 else f"({text[:300]} ...)"
    if isinstance(value, dict):
        return reprlib.repr(dict(value))
    name = getattr(value, "__name__", None)
    if callable(value) and isinstance(name, str):
        return f"the function {name}"
    if isinstance(value, Line | Seeded):
        return repr(value)
    return f"an object of type {type(value).__name__}"


def _show_numbers(array, unlike):
    text = _digits(array, 5)
    if unlike is None or unlike.shape != array.shape:
        return text
    differ = (d for d in range(5, 17) if _digits(array, d) != _digits(unlike, d))
    return _digits(array, next(differ, 5))


def _digits(array, digits):
    if array.shape == ():
        return str(array) if array.dtype.kind in "biu" else f"{array[()]:.{digits}g}"
    text = np.array2string(
        array, threshold=6, edgeitems=2, precision=digits - 1, separator=", "
    )
    text = " ".join(text.split())[:160]
    return text if array.size <= 6 else f"{text} of shape {array.shape}"
