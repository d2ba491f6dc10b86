"""Page 17.1's density on the published grid, as one product and latent by latent."""

import numpy as np

from benchmarks.race import Race
from udl.generative.latent_variables import density, density_on_grid

X1, X2 = np.arange(300) * 0.01 - 0.5, np.arange(300) * 0.01 - 1.5
Z = np.arange(-3, 3, 0.01)


def by_loop():
    """Add up 600 tables of 300 by 300: the oracle of the tests."""
    return density(*np.meshgrid(X1, X2), Z, 0.04)


def at_once():
    return density_on_grid(X1, X2, Z, 0.04)


def races():
    return [Race("17.1 density of 90,000 points", by_loop, at_once, 1e-12)]
