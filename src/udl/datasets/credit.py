"""Applicants for a loan: two groups, each with people who repay and who do not.

The data are those of UDL's notebook 21.1: smooth curves, not counts of single people.
"""

import numpy as np

# Weight, two means, two standard deviations, share of the first; [repays][group].
_CURVES = (
    ((800, -1.5, -2.5, 0.8, 0.6, 0.6), (400, 0.2, -0.1, 0.8, 0.6, 0.3)),
    ((500, 0.1, 0.7, 1.5, 0.8, 0.4), (650, 0.6, 1.6, 1.2, 0.7, 0.6)),
)


def applicants():
    """Return credit scores, and how frequent each is among four kinds of people.

    Returns
    -------
    scores : ndarray, shape (800,)
        Credit scores from -4 to 3.99, in steps of 0.01.
    people : ndarray, shape (2, 2, 800)
        Frequencies (people per unit of score). The first index is 1 for people who
        would repay and 0 for those who would default; the second is the group.

    Examples
    --------
    >>> scores, people = applicants()
    >>> (0.01 * people.sum(axis=2)).round().tolist()  # a few are outside of the scores
    [[798.0, 400.0], [498.0, 649.0]]
    """
    scores = np.arange(-4, 4, 0.01)
    return scores, np.array([[_mixture(scores, *c) for c in row] for row in _CURVES])


def _mixture(scores, weight, mean_1, mean_2, sigma_1, sigma_2, share):
    first, second = _normal(scores, mean_1, sigma_1), _normal(scores, mean_2, sigma_2)
    return weight * (share * first + (1 - share) * second)


def _normal(x, mean, sigma):
    return np.exp(-0.5 * ((x - mean) / sigma) ** 2) / (sigma * np.sqrt(2 * np.pi))
