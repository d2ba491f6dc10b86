"""Right answers to page 11.1, as a reader of its published notebook would have them."""

import numpy as np


def autocorr(dydx):
    ac = np.correlate(dydx, dydx, mode="same")
    return ac
