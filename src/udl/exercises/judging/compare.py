"""Hold what came back against what is right, and say in words how they differ.

No sentence contains a right value.
"""

from decimal import Decimal
from numbers import Number

import numpy as np

PARTS = (tuple, list)  # a reference that returns one of these returns several results


def difference(right, got, rtol, atol, loosely=False, names=()):
    """Say what is wrong with a result.

    Parameters
    ----------
    right, got : object
    rtol, atol : float
        Single precision gets as much as it can hold.
    loosely : bool
        A column, a row or a flat array pass for each other, and so do a number and an
        array of one.
    names : sequence of str
        Of several results.

    Returns
    -------
    tuple of (str, str) or None
        A kind ("none", "parts", "kind", "complex", "shape", "finite", "value") and a
        sentence; None where the result is right.
    """
    found = _find(right, got, rtol, atol, loosely)
    if not found:
        return None
    kind, sentence, path = found
    return kind, f"{_place(path, names)} {sentence}".strip()


def _place(path, names):
    """Name a part: "Look at result 2 of 3, entry 0.", by its name if it has one."""
    if not path:
        return ""
    (place, total), *inside = path
    name = f"`{names[place]}`" if names else f"result {place + 1} of {total}"
    entries = "".join(f", entry {entry}" for entry, _ in inside)
    return f"Look at {name}{entries}."


def _find(right, got, rtol, atol, loosely):
    if got is None:
        return "none", "Does every way through it end with `return`?", ()
    if isinstance(right, PARTS):
        return _find_in_parts(right, got, rtol, atol, loosely)
    if isinstance(right, dict):
        return _find_in_table(right, got, rtol, atol, loosely)
    if isinstance(right, str):
        return None if str(got) == right else ("value", "That is not right.", ())
    if isinstance(got, tuple) and len(got) > 1 and np.ndim(right) == 0:
        return "parts", "One result is expected.", ()
    got = as_numbers(got)
    if got is None:
        return "kind", "Numbers are expected.", ()
    right = as_numbers(right)
    if right is None:  # a way of being wrong that makes no numbers
        return "kind", "These are numbers.", ()
    if got.dtype.kind == "c" and right.dtype.kind != "c":
        return (
            "complex",
            "Those are complex numbers and real ones are expected: "
            "is there a root or a power of a negative number?",
            (),
        )
    if loosely and _same_but_for_axes(right.shape, got.shape):
        got = got.reshape(right.shape)
    if got.shape != right.shape:
        return "shape", _about_shape(right.shape, got.shape), ()
    if np.any(np.isfinite(right) & ~np.isfinite(got)):
        return "finite", _about_finite(right, got), ()
    if is_single(got):
        precision = 10 * float(np.finfo(got.dtype).eps)
        largest = np.max(abs(right), initial=0, where=np.isfinite(right))
        rtol, atol = max(rtol, precision), max(atol, precision * largest)
    if np.allclose(got, right, rtol, atol, equal_nan=True):
        return None
    return "value", "That is not right.", ()


def fitted(right, got):
    """Give a result the shapes of the right one, where only the axes differ."""
    if isinstance(right, PARTS):
        got = list(got) if isinstance(got, np.ndarray) and got.ndim else got
        same = isinstance(got, PARTS) and len(got) == len(right)
        return type(got)(map(fitted, right, got)) if same else got
    numbers = as_numbers(got)
    if numbers is None:
        return got
    if getattr(got, "dtype", None) == np.dtype(object):
        got = numbers
    alike = _same_but_for_axes(np.shape(right), numbers.shape)
    return numbers.reshape(np.shape(right)) if alike else got


def _same_but_for_axes(one, other):
    """Tell whether shapes differ by axes of length one, not by their order."""
    bare = [[n for n in shape if n != 1] for shape in (one, other)]
    shorter, longer = sorted(map(len, (one, other)))
    return shorter < longer and min(shorter, longer - 1) <= 1 and bare[0] == bare[1]


def _find_in_parts(right, got, rtol, atol, loosely):
    plural = "s are" if len(right) != 1 else " is"
    parts = f"{len(right)} result{plural} expected, one after the other."
    if isinstance(right, list) and all(isinstance(one, str) for one in right):
        parts = f"A list of strings is expected, of length {len(right)}."
    if isinstance(got, np.ndarray):
        if got.ndim == 1 and got.dtype != object and any(map(_several, right)):
            return "parts", parts, ()  # one of them alone
        got = list(got) if got.ndim else got
    if not isinstance(got, PARTS):
        return "parts", parts, ()
    if len(got) != len(right):
        return "parts", parts, ()
    for place, (one, ours) in enumerate(zip(got, right, strict=True)):
        if one is None:
            found = "none", "It is still `None`.", ()
        else:
            found = _find(ours, _once(one, ours, right), rtol, atol, loosely)
        if found:
            kind, sentence, path = found
            return kind, sentence, ((place, len(right)), *path)
    return None


def _find_in_table(right, got, rtol, atol, loosely):
    if not isinstance(got, dict):
        return "kind", "A dictionary is expected.", ()
    for key in right:
        if key not in got:
            return "value", "In your dictionary, a key is missing.", ()
    for key, one in got.items():
        if key not in right:
            return "value", f"In your dictionary, {key!r} should not be a key.", ()
        if _find(right[key], one, rtol, atol, loosely):
            return "value", f"In your dictionary, the value of {key!r} is wrong.", ()
    return None


def _once(got, right, results):
    """Give one number for many equal ones: a spread noted for each of the means."""
    if not isinstance(right, PARTS) and np.ndim(right) == 0:
        numbers = as_numbers(got)
        if (
            numbers is not None
            and numbers.size > 1
            and np.all(numbers == numbers.flat[0])
        ):
            others = map(as_numbers, results)
            if any(o is not None and o.shape == numbers.shape for o in others):
                return numbers.flat[0]
    return got


def _several(value):
    numbers = as_numbers(value)
    return numbers is not None and numbers.size > 1


def _about_finite(right, got):
    if not np.isfinite(right).all():
        what = "infinite" if np.isinf(got[np.isfinite(right)]).any() else "not a number"
        return f"At some places yours is {what}, and a finite number is expected."
    start = "A finite number is expected at every place: look for "
    if np.isinf(got).any():
        return start + "a division by zero, a log of zero, or an exp that is too large."
    return start + (
        "a root or a log of a negative number, or infinity minus infinity, "
        "as from an exp that is too large."
    )


def as_numbers(value):
    """Give anything that holds numbers (a list, a float) as an array, else None."""
    try:
        array = np.asarray(value)
    except Exception:  # ragged lists, and whatever a strange object raises
        return None
    if array.dtype == object:  # fractions, decimals, integers of many digits
        held = [
            one.item() if np.shape(one) == () and hasattr(one, "item") else one
            for one in array.flat
        ]
        if not all(isinstance(one, Number | Decimal) for one in held):
            return None
        try:
            array = np.array(held, float).reshape(array.shape)
        except Exception:
            return None
    return array if array.dtype.kind in "biufc" else None


def is_single(value):
    """Tell whether a result, or a part of it, is in single precision."""
    if isinstance(value, PARTS):
        return any(map(is_single, value))
    return getattr(value, "dtype", None) in (np.float32, np.float16)


def _about_shape(right, got):
    if right == ():
        expected = "a single number is expected"
    else:
        expected = f"an array of shape {right} is expected"
    came = "A single number" if got == () else f"An array of shape {got}"
    sentence = f"{came} came back; {expected}."
    size = int(np.prod(right))
    if len(right) == 1 and size > 1 and got == (size, size):
        sentence += (
            " A table like this comes of broadcasting: somewhere a row met a column."
            " Print the shapes of what you combine."
        )
    return sentence


def remark(pairs):
    """Say what is true of all the wrong values together, or nothing.

    Parameters
    ----------
    pairs : list of (right, got)
        Results of the same shape.
    """
    if any(isinstance(right, (*PARTS, str, dict)) for right, _ in pairs):
        return ""
    right = np.concatenate([np.ravel(right) for right, _ in pairs])
    got = np.concatenate([np.ravel(got) for _, got in pairs])
    whole = got.dtype.kind in "iu"
    kinds = {right.dtype.kind, got.dtype.kind}
    if kinds & set("cO") or not np.isfinite([right, got]).all() or not got.size:
        return ""
    right, got = right.astype(float), got.astype(float)
    if whole and np.all(abs(got - right) < 1) and np.any(right % 1):
        return (
            "You return whole numbers, each within one of the right value: "
            "is something rounded, or stored in an array of integers?"
        )
    if np.allclose(got, right, rtol=1e-3, atol=0):
        return "You are close: is a constant written with few digits, or a sum cut off?"
    if got.size > 1 and np.allclose(got, -right, rtol=1e-6, atol=0):
        return "Its size is right everywhere and its sign is the wrong way round."
    if _same_everywhere(right):
        return ""  # one value is off by a factor and by a constant, whatever it is
    if np.all(got) and np.all(right) and _same_everywhere(got / right):
        return "Every wrong value is off by one and the same factor."
    if _same_everywhere(got - right):
        return "Every wrong value is off by one and the same constant."
    return ""


def _same_everywhere(values):
    return np.ptp(values) <= 1e-6 * np.max(abs(values))
