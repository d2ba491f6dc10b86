"""Learning curves of page 8.1: networks on MNIST-1D, twenty starts for each of them."""

import numpy as np

from udl.generalization.learning_curves import train_family

WIDTHS = (2, 5, 10, 20, 50, 100, 200)
EXAMPLES = (100, 200, 400, 1000, 2000)  # and 4000, which is the width of 100
MODELS, SEED = 20, 0
TOLERANCE = 0.05  # other processors round differently, and training magnifies that


def make():
    """Train all families; give their curves by what was varied."""
    runs = {
        f"units_{width}": train_family(width, 4000, MODELS, SEED) for width in WIDTHS
    }
    runs |= {f"examples_{n}": train_family(100, n, MODELS, SEED) for n in EXAMPLES}
    return {
        f"{run}_{name}": values.astype(np.float32)
        for run, curves in runs.items()
        for name, values in curves.items()
    }
