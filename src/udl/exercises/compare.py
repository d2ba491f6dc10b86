"""Hold what came back against what is right, and say in words how they differ.

No sentence contains a right value.
"""

import reprlib

import numpy as np

PARTS = (tuple, list)  # a reference that returns one of these returns several results


def difference(right, got, rtol, atol):
    """Say what is wrong with a result.

    Returns
    -------
    tuple of (str, str) or None
        A kind ("none", "kind", "complex", "shape", "finite", "value") and a sentence;
        None where the result is right.
    """
    if got is None:
        return "none", "Does every way through it end with `return`?"
    if isinstance(right, PARTS):
        return _difference_of_parts(right, got, rtol, atol)
    if isinstance(right, str):
        return None if str(got) == right else ("value", "That is not right.")
    got = as_numbers(got)
    if got is None:
        return "kind", "Numbers are expected."
    right = np.asarray(right)
    if got.dtype.kind == "c" and right.dtype.kind != "c":
        return "complex", (
            "Those are complex numbers and real ones are expected: "
            "is there a root or a power of a negative number?"
        )
    if got.shape != right.shape:
        return "shape", _about_shape(right.shape, got.shape)
    if np.any(np.isfinite(right) & ~np.isfinite(got)):
        return "finite", (
            "A finite number is expected at every place: look for a division by "
            "zero, a log of zero, or an exp that is too large."
        )
    if np.allclose(got, right, rtol, atol, equal_nan=True):
        return None
    return "value", "That is not right."


def _difference_of_parts(right, got, rtol, atol):
    parts = f"{len(right)} results are expected, one after the other."
    if isinstance(got, str | dict) or not hasattr(got, "__len__"):
        return "kind", parts
    try:
        got = list(got)
    except Exception:
        return "kind", parts
    if len(got) != len(right):
        return "shape", parts
    for place, (one, ours) in enumerate(zip(got, right, strict=True), start=1):
        if found := difference(ours, one, rtol, atol):
            kind, sentence = found
            return kind, f"Look at result {place} of {len(right)}. {sentence}"
    return None


def as_numbers(value):
    """Give anything that holds numbers (a list, a float) as an array, else None."""
    try:
        array = np.asarray(value)
    except Exception:  # ragged lists, and whatever a strange object raises
        return None
    return array if array.dtype.kind in "biufc" else None


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
    if any(isinstance(right, (*PARTS, str)) for right, _ in pairs):
        return ""
    right = np.concatenate([np.ravel(right) for right, _ in pairs])
    got = np.concatenate([np.ravel(got) for _, got in pairs])
    whole = got.dtype.kind in "iu"
    if right.dtype.kind == "c" or not np.isfinite([right, got]).all() or not got.size:
        return ""
    right, got = right.astype(float), got.astype(float)
    if whole and np.all(abs(got - right) < 1) and np.any(right % 1):
        return (
            "You return whole numbers, each within one of the right value: "
            "is something rounded, or stored in an array of integers?"
        )
    if np.allclose(got, right, rtol=1e-3, atol=0):
        return "You are close: is a constant written with few digits, or a sum cut off?"
    if np.allclose(got, -right, rtol=1e-6, atol=0):
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


def show(value):
    """Show an argument or a result in a few characters, never by its own ``repr``."""
    if value is None or isinstance(value, bool | np.bool_):
        return str(value)
    if isinstance(value, str):
        return reprlib.repr(value)
    array = as_numbers(value)
    if array is not None:
        return _show_numbers(array)
    if isinstance(value, PARTS):
        return "(" + ", ".join(show(part) for part in value[:4]) + ")"
    name = getattr(value, "__name__", None)
    if callable(value) and isinstance(name, str):
        return f"the function {name}"
    return f"an object of type {type(value).__name__}"


def _show_numbers(array):
    if array.shape == ():
        return str(array) if array.dtype.kind in "biu" else f"{array[()]:.5g}"
    text = np.array2string(array, threshold=6, edgeitems=2, precision=4, separator=", ")
    text = " ".join(text.split())[:160]
    return text if array.size <= 6 else f"{text} of shape {array.shape}"
