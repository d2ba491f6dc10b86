"""Right answers to page 3.3, as a reader of its published notebook would have them.

The bodies are our own.
"""

from math import comb


def number_regions(Di, D):
    return sum(comb(D, j) for j in range(Di + 1))


def number_parameters(D_i, D):
    return D_i * D + D + D + 1
