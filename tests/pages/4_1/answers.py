"""Right answers to the exercises of page 4.1, written as different readers would."""

import numpy as np

from udl.networks.shallow import shallow_network


def composition_in_two_lines(x, first, second):
    y = shallow_network(x, *first)
    return shallow_network(y, *second)


def composition_nested(x, first, second):
    return shallow_network(shallow_network(x, *first), *second)


def composition_unit_by_unit(x, first, second):
    def network(value, beta_0, omega_0, beta_1, omega_1):
        total = beta_1
        for offset, slope, weight in zip(beta_0, omega_0, omega_1, strict=True):
            total += weight * max(0, offset + slope * value)
        return total

    return [network(network(v, *first), *second) for v in x]


def pieces_by_loops(heights, joints):
    count = 0
    for n in range(len(heights) - 1):
        a, b = heights[n], heights[n + 1]
        count += 1
        for j in joints:
            if a < j < b or b < j < a:
                count += 1
    return count


def pieces_by_signs(heights, joints):
    z = np.asarray(heights)[None, :] - np.asarray(joints)[:, None]
    return len(heights) - 1 + np.sum(z[:, 1:] * z[:, :-1] < 0)


def pieces_by_sorting(heights, joints):
    total = 0
    for low, high in np.sort(np.stack([heights[:-1], heights[1:]], axis=1)):
        total += 1 + len([j for j in joints if low < j and j < high])
    return float(total)


RIGHT = {
    "4.1.3": [composition_in_two_lines, composition_nested, composition_unit_by_unit],
    "4.1.4": [pieces_by_loops, pieces_by_signs, pieces_by_sorting],
}
