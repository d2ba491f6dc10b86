"""Right answers to page 1.1, as a reader of its published notebook would have them.

The bodies are our own; where the notebook asks for no function, so is the name.
"""


def linear_function_1D(x, beta, omega):
    return beta + omega * x


def linear_function_2D(x1, x2, beta, omega1, omega2):
    return beta + omega1 * x1 + omega2 * x2


def linear_function_3D(x1, x2, x3, beta, omega1, omega2, omega3):
    return beta + omega1 * x1 + omega2 * x2 + omega3 * x3
