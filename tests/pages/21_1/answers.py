"""Right answers to the exercises of page 21.1, written as different readers would."""

import numpy as np

from udl.datasets.credit import applicants


def share_by_loop(scores, frequencies, threshold):
    loans = total = 0.0
    for score, number in zip(scores, frequencies, strict=True):
        total += number
        if score >= threshold:
            loans += number
    return loans / total


def share_by_complement(scores, frequencies, threshold):
    density = np.asarray(frequencies) / np.sum(frequencies)
    return 1 - np.dot(density, np.asarray(scores) <= threshold)


def _bisect(frequencies, goal):
    scores, _ = applicants()
    low, high = -4.0, 4.0
    for _ in range(30):
        middle = (low + high) / 2
        if share_by_loop(scores, frequencies, middle) > goal:
            low = middle
        else:
            high = middle
    return low


def parity_by_bisection(goal):
    _, people = applicants()
    return [_bisect(people[0, p] + people[1, p], goal) for p in (0, 1)]


def parity_by_hand(goal):
    return np.array([-1.663, 0.239])


def rate_by_masks(scores, repay, default, threshold):
    return np.sum(repay * (scores > threshold)) / np.sum(repay)


def rate_with_misses(scores, repay, default, threshold):
    hits = sum(r for s, r in zip(scores, repay, strict=True) if s >= threshold)
    misses = sum(r for s, r in zip(scores, repay, strict=True) if s < threshold)
    return hits / (hits + misses)


def opportunity_by_bisection(goal):
    _, people = applicants()
    return tuple(_bisect(curve, goal) for curve in people[1])


def opportunity_by_hand(goal):
    tau_0 = -0.395
    tau_1 = 0.047
    return [tau_0, tau_1]


def lottery_as_linear_system(point, target):
    q, chance = np.linalg.solve(np.column_stack([point, [1, 1]]), target)
    return [q, chance / (1 - q)]


def lottery_from_the_second_equation(point, target):
    q = (target[1] - target[0]) / (point[1] - point[0])
    return np.array([q, (target[1] - q * point[1]) / (1 - q)])


RIGHT = {
    "21.1.1": [share_by_loop, share_by_complement],
    "21.1.4": [parity_by_bisection, parity_by_hand],
    "21.1.5": [rate_by_masks, rate_with_misses],
    "21.1.6": [opportunity_by_bisection, opportunity_by_hand],
    "21.1.8": [lottery_as_linear_system, lottery_from_the_second_equation],
}
