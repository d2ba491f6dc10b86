"""Refuse, with a sentence, shapes that numpy would broadcast into nonsense."""

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
