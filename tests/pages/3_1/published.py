"""Right answers to page 3.1, as a reader of its published notebook would have them.

Names, arguments and their order are those of the notebook; the bodies are our own.
"""

import numpy as np


def ReLU(preactivation):
    return preactivation * (preactivation > 0)


def shallow_1_1_3(
    x, activation_fn, phi_0, phi_1, phi_2, phi_3,
    theta_10, theta_11, theta_20, theta_21, theta_30, theta_31,
):  # fmt: skip
    before = [theta_10 + theta_11 * x, theta_20 + theta_21 * x, theta_30 + theta_31 * x]
    after = [activation_fn(z) for z in before]
    weighted = [phi * h for phi, h in zip((phi_1, phi_2, phi_3), after, strict=True)]
    return phi_0 + sum(weighted), *before, *after, *weighted


def least_squares_loss(y_train, y_predict):
    return np.sum((y_train - y_predict) ** 2)
