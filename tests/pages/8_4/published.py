"""Right answers to page 8.4, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook; the bodies are our own.
"""

import numpy as np
import scipy.special as sci


def distance_ratio(x):
    n = x.shape[1]
    smallest_dist, largest_dist = np.inf, 0.0
    for i in range(n):
        for j in range(n):
            if i != j:
                dist = np.sqrt(np.sum((x[:, i] - x[:, j]) ** 2))
                smallest_dist = min(smallest_dist, dist)
                largest_dist = max(largest_dist, dist)
    return largest_dist / smallest_dist


def volume_of_hypersphere(diameter, dimensions):
    log_volume = dimensions / 2 * np.log(np.pi) + dimensions * np.log(diameter / 2)
    return np.exp(log_volume - sci.gammaln(dimensions / 2 + 1))


def get_prop_of_volume_in_outer_1_percent(dimension):
    return 1 - 0.99**dimension
