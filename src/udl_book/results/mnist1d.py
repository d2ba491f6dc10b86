"""The examples of MNIST-1D, from the package of its authors (a test extra)."""

import numpy as np

ABOUT = "mnist1d 0.0.2.post1, make_dataset with default arguments; Apache License 2.0"
TOLERANCE = 1e-6  # a float32 of numbers near one


def make():
    """Generate training and test examples, in single precision."""
    from mnist1d.data import get_dataset_args, make_dataset

    data = make_dataset(get_dataset_args())
    return {
        "x": data["x"].astype(np.float32),
        "y": data["y"].astype(np.uint8),
        "x_test": data["x_test"].astype(np.float32),
        "y_test": data["y_test"].astype(np.uint8),
        "about": np.array(ABOUT),
    }
