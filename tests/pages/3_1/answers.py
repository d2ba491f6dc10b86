"""Right answers to the exercises of page 3.1, written as different readers would."""

import numpy as np

from udl.fitting.shallow_fits import search_joints


def relu_by_product(z):
    return z * (z > 0)


def relu_by_where(z):
    return np.where(np.asarray(z) < 0, 0.0, z)


def relu_from_absolute_value(z):
    return (z + np.abs(z)) / 2


def network_unit_by_unit(x, a, p0, p1, p2, p3, t10, t11, t20, t21, t30, t31):
    pre_1, pre_2, pre_3 = t10 + t11 * x, t20 + t21 * x, t30 + t31 * x
    act_1, act_2, act_3 = a(pre_1), a(pre_2), a(pre_3)
    w_1, w_2, w_3 = p1 * act_1, p2 * act_2, p3 * act_3
    y = p0 + w_1 + w_2 + w_3
    return y, pre_1, pre_2, pre_3, act_1, act_2, act_3, w_1, w_2, w_3


def network_by_loop(x, a, *parameters):
    offset, *weights = parameters[:4]
    groups = [], [], []
    for k, weight in enumerate(weights):
        before = [parameters[4 + 2 * k] + parameters[5 + 2 * k] * v for v in x]
        after = [float(a(z)) for z in before]
        for group, row in zip(
            groups, (before, after, [weight * h for h in after]), strict=True
        ):
            group.append(row)
    y = [offset + sum(column) for column in zip(*groups[2], strict=True)]
    return [y, *groups[0], *groups[1], *groups[2]]


def slopes_by_midpoints(theta_0, theta_1, phi):
    at = np.sort(-theta_0 / theta_1)
    inside = np.concatenate([[at[0] - 1], (at[1:] + at[:-1]) / 2, [at[-1] + 1]])
    found = []
    for x in inside:
        on = theta_0 + theta_1 * x > 0
        found.append(np.sum(phi[on] * theta_1[on]))
    return np.array(found)


def slopes_by_bends(theta_0, theta_1, phi):
    order = np.argsort(-theta_0 / theta_1)
    slope = sum(p * t for p, t in zip(phi, theta_1, strict=True) if t < 0)
    found = [slope]
    for k in order:  # passing a joint bends the line by the same amount either way
        slope = slope + phi[k] * abs(theta_1[k])
        found.append(slope)
    return found


def loss_by_loop(y, f):
    total = 0
    for target, prediction in zip(y, f, strict=True):
        total += (prediction - target) ** 2
    return total


def loss_by_dot(y, f):
    return np.dot(y - f, y - f)


def two_joints_by_copies(theta_0, theta_1, phi):
    coincident, steeper, silent = theta_0.copy(), theta_1.copy(), phi.copy()
    coincident[2] = -0.325  # units 2 and 3 switch at the same input
    steeper[0] = 10.0  # the joint of unit 1 is now at -0.03
    silent[2] = 0
    given = {"theta_0": theta_0, "theta_1": theta_1, "phi": phi}
    changes = ({"theta_0": coincident}, {"theta_1": steeper}, {"phi": silent})
    return [tuple((given | change).values()) for change in changes]


def two_joints_as_lists(theta_0, theta_1, phi):
    a, b, c = list(theta_0), list(theta_1), list(phi)
    return [
        [[-3, a[1], a[2]], b, c],
        [a, [b[0], 0.5, b[2]], c],
        [a, b, [c[0], 0, c[2]]],
    ]


def normalized_by_sign(theta_0, theta_1, phi):
    size = np.abs(theta_1)
    return theta_0 / size, np.sign(theta_1), phi * size


def normalized_by_loop(theta_0, theta_1, phi):
    rows = []
    for offset, slope, weight in zip(theta_0, theta_1, phi, strict=True):
        size = slope if slope > 0 else -slope
        rows.append((offset / size, slope / size, weight * size))
    return tuple(np.array(column) for column in zip(*rows, strict=True))


def fitted_by_numbers(x, y):
    return [0.3, -0.55, -0.8], [-1, 1, 1], 0.345, [-2.38, -1.43, 4.3]


def fitted_by_search(x, y):
    return search_joints(x, y, np.linspace(0, 1, 11))


def bump_by_equations(a, b, c, height):
    rows = [[b - a, 0, 0], [c - a, c - b, 0], [1, 1, 1]]
    return np.linalg.solve(rows, [height, 0, 0])


def bump_one_by_one(a, b, c, height):
    first = height / (b - a)
    last = height / (c - b)
    return [first, -(first + last), last]


RIGHT = {
    "3.1.1": [relu_by_product, relu_by_where, relu_from_absolute_value],
    "3.1.2": [network_unit_by_unit, network_by_loop],
    "3.1.4": [slopes_by_midpoints, slopes_by_bends],
    "3.1.15": [loss_by_loop, loss_by_dot],
    "3.1.9": [two_joints_by_copies, two_joints_as_lists],
    "3.1.13": [normalized_by_sign, normalized_by_loop],
    "3.1.17": [fitted_by_search, fitted_by_numbers],
    "3.1.18": [bump_by_equations, bump_one_by_one],
}
