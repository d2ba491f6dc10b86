"""Right answers to the exercises of page 4.1, written as different readers would."""

import itertools

import numpy as np

from udl.networks.deep import one_layer as network


def composition_in_two_lines(x, first, second):
    y = network(x, *first)
    return network(y, *second)


def composition_as_on_the_adapted_cell(x, first, second):
    net1_out = network(x, *first)
    net12_out = network(net1_out, *second)
    return net12_out


def composition_unit_by_unit(x, first, second):
    def evaluate(value, theta, phi):
        total = phi[0]
        for (offset, slope), weight in zip(theta, phi[1:], strict=True):
            total += weight * max(0, offset + slope * value)
        return total

    return [evaluate(evaluate(v, *first), *second) for v in x]


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


def scale_piece_by_piece(heights, joints):
    needed = []
    for a, b in itertools.pairwise(heights):
        low, high = min(a, b), max(a, b)
        needed += [min(joints) / low, max(joints) / high]
    return max(needed)


def scale_with_infinities(heights, joints):
    low = np.where(heights < 0, heights, -np.inf).max()
    high = np.where(heights > 0, heights, np.inf).min()
    lowest, *_, highest = sorted(joints)
    return np.max([lowest / low, highest / high])


def wide_zigzag(second):
    theta = np.array([[5, 7], [1, 7], [3, -7]])
    return theta.tolist(), [27, -4.5, 3, -3]


def mirrored_zigzag(second):
    """Turn the first zigzag around: its steep piece is the last."""
    theta = np.array([[5, -7], [1, -7], [3, 7]]) / 7
    return theta, np.array([[9], [-10.5], [7], [-7]])


def joints_by_a_loop(y):
    count, inside = 0, False
    for n in range(1, len(y) - 1):
        bend = y[n + 1] - 2 * y[n] + y[n - 1]
        bent = abs(bend) > 1e-9 * max(abs(v) for v in y)
        if bent and not inside:
            count += 1
        inside = bent
    return count


def joints_by_places(y):
    y = np.asarray(y, float)
    places = np.flatnonzero(np.abs(np.diff(y, 2)) > 1e-9 * np.abs(y).max())
    return 0 if places.size == 0 else 1 + int(np.sum(np.diff(places) > 1))


def joints_by_changes(y):
    bent = np.abs(np.diff(np.diff(y))) > 1e-9 * np.max(np.abs(y))
    padded = np.concatenate([[0], bent, [0]])
    return np.sum(np.abs(np.diff(padded))) / 2


RIGHT = {
    "4.1.3": [
        composition_in_two_lines,
        composition_as_on_the_adapted_cell,
        composition_unit_by_unit,
    ],
    "4.1.4": [pieces_by_loops, pieces_by_signs, pieces_by_sorting],
    "4.1.8": [scale_piece_by_piece, scale_with_infinities],
    "4.1.9": [wide_zigzag, mirrored_zigzag],
    "4.1.15": [joints_by_a_loop, joints_by_places, joints_by_changes],
}
