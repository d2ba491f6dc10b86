"""Right answers to page 3.2, as a reader of its published notebook would have them.

Readers return, beside the output, what led to it: the inputs of the hidden units, their
activations and the weighted activations. The bodies are our own.
"""


def _units(x1, x2, activation_fn, *theta):
    pre = [
        theta[3 * d] + theta[3 * d + 1] * x1 + theta[3 * d + 2] * x2 for d in range(3)
    ]
    return pre, [activation_fn(z) for z in pre]


def shallow_2_1_3(
    x1,
    x2,
    activation_fn,
    phi_0,
    phi_1,
    phi_2,
    phi_3,
    theta_10,
    theta_11,
    theta_12,
    theta_20,
    theta_21,
    theta_22,
    theta_30,
    theta_31,
    theta_32,
):
    pre, act = _units(
        x1, x2, activation_fn, theta_10, theta_11, theta_12, theta_20, theta_21,
        theta_22, theta_30, theta_31, theta_32,
    )  # fmt: skip
    weighted = [phi_1 * act[0], phi_2 * act[1], phi_3 * act[2]]
    return phi_0 + sum(weighted), *pre, *act, *weighted


def shallow_2_2_3(
    x1,
    x2,
    activation_fn,
    phi_10,
    phi_11,
    phi_12,
    phi_13,
    phi_20,
    phi_21,
    phi_22,
    phi_23,
    theta_10,
    theta_11,
    theta_12,
    theta_20,
    theta_21,
    theta_22,
    theta_30,
    theta_31,
    theta_32,
):
    pre, act = _units(
        x1, x2, activation_fn, theta_10, theta_11, theta_12, theta_20, theta_21,
        theta_22, theta_30, theta_31, theta_32,
    )  # fmt: skip
    y1 = phi_10 + phi_11 * act[0] + phi_12 * act[1] + phi_13 * act[2]
    y2 = phi_20 + phi_21 * act[0] + phi_22 * act[1] + phi_23 * act[2]
    return y1, y2, *pre, *act
