"""Refuse, with a sentence, shapes and labels that would lead to nonsense."""

import numpy as np


def as_examples(name, value, like=None):
    """Return `value` as a float array whose last axis runs over the examples.

    Parameters
    ----------
    name : str
        What to call the argument in the error.
    value : array_like
        The argument.
    like : ndarray, shape (I,), optional
        Targets that `value` must match: its shape must be (..., I).

    Raises
    ------
    ValueError
        If `value` is a scalar or, with `like`, has another number of examples.
        Targets themselves must be one-dimensional.
    """
    array = np.asarray(value, dtype=float)
    if like is None:
        if array.ndim != 1:
            raise ValueError(
                f"{name} has shape {array.shape}, but it must be (I,): "
                f"one number for each example. Try {name}.ravel()."
            )
    elif array.ndim == 0 or array.shape[-1] != like.size:
        raise ValueError(
            f"{name} has shape {array.shape}, but its last axis must hold "
            f"the {like.size} examples, as the targets do: (..., {like.size})."
        )
    return array


def as_labels(name, value):
    """Return `value` as a float array of labels, each 0 or 1.

    Parameters
    ----------
    name : str
        What to call the argument in the error.
    value : array_like
        The argument.

    Raises
    ------
    ValueError
        If an entry is neither 0 nor 1.
    """
    array = np.asarray(value, dtype=float)
    if not np.all((array == 0) | (array == 1)):
        raise ValueError(
            f"{name} must hold labels, each 0 or 1; its values here run from "
            f"{np.min(array)} to {np.max(array)}."
        )
    return array


def as_classes(y, like):
    """Return `y` as an integer array of class numbers, one for each example.

    Parameters
    ----------
    y : array_like of int, shape (I,)
        Class numbers, from 0 to K - 1.
    like : ndarray, shape (..., K, I)
        Outputs or probabilities, a row for each class.

    Raises
    ------
    ValueError
        If `y` is not (I,), is not of integers, or leaves the range: numpy would
        take -1 for the last class, without a word.
    """
    y = np.asarray(y)
    classes, examples = like.shape[-2:]
    if y.shape != (examples,):
        raise ValueError(
            f"y has shape {y.shape}, but it must be ({examples},): one class number "
            f"for each of the {examples} columns of {like.shape}."
        )
    if y.dtype.kind not in "iu":
        raise ValueError(
            f"y holds {y.dtype} values, but classes are numbered by integers "
            f"from 0 to {classes - 1}."
        )
    if y.size and (y.min() < 0 or y.max() >= classes):
        raise ValueError(
            f"y holds classes from {y.min()} to {y.max()}, but {classes} classes "
            f"run from 0 to {classes - 1}."
        )
    return y


def as_columns(name, value):
    """Return `value` as a float array of shape (..., K, I): a row a class.

    Parameters
    ----------
    name : str
        What to call the argument in the error.
    value : array_like
        The argument.

    Raises
    ------
    ValueError
        If `value` has fewer than two axes.
    """
    array = np.asarray(value, dtype=float)
    if array.ndim < 2:
        raise ValueError(
            f"{name} has shape {array.shape}, but it must be (K, I) or (..., K, I): "
            f"a row for each class, a column for each example."
        )
    return array


def as_start(start):
    """Return the point where a descent starts as a float array, (..., D)."""
    start = np.asarray(start, dtype=float)
    if start.ndim == 0:
        raise ValueError(
            "start is one number, but it must be (D,): a value for each parameter. "
            "For a single parameter write [start]."
        )
    return start


def as_rates(rate, steps):
    """Return one learning rate for each of the steps."""
    rates = np.asarray(rate, dtype=float)
    if rates.shape not in ((), (steps,)):
        raise ValueError(
            f"rate has shape {rates.shape}, but it must be one number, or ({steps},): "
            f"one for each step."
        )
    return np.broadcast_to(rates, (steps,))


def check_decay(name, value):
    """Refuse a share of a running average that is not one."""
    if not 0 <= value < 1:
        raise ValueError(
            f"{name} is {value}, but it must be at least 0 and less than 1: the share "
            f"of the running average that a step keeps."
        )


def as_floats(first, *others):
    """Return arrays of the first one's precision; whole numbers become floats."""
    first = np.asarray(first)
    kind = first.dtype if first.dtype.kind == "f" else float
    return tuple(np.asarray(each, dtype=kind) for each in (first, *others))
