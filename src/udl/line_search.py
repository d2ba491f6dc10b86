"""Bracketing line search (a stand-in until page 6.1's is here)."""

import numpy as np


def line_search(loss, a=0.0, b=0.33, c=0.66, d=1.0, *, threshold=1e-4, steps=10):
    """Give the middle of the last inner interval."""
    n = 0
    while abs(b - c) > threshold and n < steps:
        n += 1
        values = [loss(t) for t in (a, b, c, d)]
        if np.argmin(values) == 0:
            b, c, d = a + (b - a) / 2, a + (c - a) / 2, a + (d - a) / 2
            continue
        if values[1] < values[2]:
            d = c
        else:
            a = b
        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    return (b + c) / 2
