"""Generators as arguments of cases."""

import numpy as np


class Seeded(np.random.Generator):
    """A generator that is shown by its seed."""

    def __init__(self, seed):
        super().__init__(np.random.PCG64(seed))
        self.seed = seed

    def __deepcopy__(self, memo):
        """Start anew for each call."""
        return Seeded(self.seed)

    def __repr__(self):
        return f"default_rng({self.seed})"
