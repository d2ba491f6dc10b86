"""Right answers to the exercises of page 3.1, written as different readers would."""

import numpy as np


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


RIGHT = {
    "3.1.1": [relu_by_product, relu_by_where, relu_from_absolute_value],
    "3.1.2": [network_unit_by_unit, network_by_loop],
    "3.1.3": [slopes_by_midpoints, slopes_by_bends],
    "3.1.12": [loss_by_loop, loss_by_dot],
}
