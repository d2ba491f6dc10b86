"""Right answers to page 9.5, as a reader of its published notebook has them."""

import numpy as np


def augment(input_vector):
    data_out = np.zeros_like(input_vector)
    offset = np.random.randint(len(input_vector))  # noqa: NPY002
    data_out = np.roll(input_vector, offset)
    return data_out * np.random.uniform(0.8, 1.2)  # noqa: NPY002
