"""Right answers to page 21.1, as a reader of its published notebook would have them.

The name and the arguments are those of the notebook; the body is our own.
"""

import numpy as np


def compute_probability_get_loan(credit_scores, frequencies, threshold):
    gets_loan = credit_scores >= threshold
    return np.sum(frequencies * gets_loan) / np.sum(frequencies)
