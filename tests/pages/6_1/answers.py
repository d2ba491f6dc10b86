"""Right answers to the exercises of page 6.1, written as different readers would."""

import math

import numpy as np


def halve_with_an_array(points):
    return points[0] + 0.5 * (points - points[0])


def halve_one_by_one(points):
    a, b, c, d = points
    return [a, (a + b) / 2, (a + c) / 2, (a + d) / 2]


def next_with_returns(points, losses):
    a, b, c, d = points
    at_a, at_b, at_c, at_d = losses
    if at_a < at_b and at_a < at_c and at_a < at_d:
        return [a, a + (b - a) / 2, a + (c - a) / 2, a + (d - a) / 2]
    if at_b < at_c:
        d = c
    else:
        a = b
    width = d - a
    return [a, a + width / 3, a + 2 * width / 3, d]


def next_with_linspace(points, losses):
    if losses[0] < np.min(losses[1:]):
        return halve_with_an_array(points)
    elif losses[1] < losses[2]:
        return np.linspace(points[0], points[2], 4)
    else:
        return np.linspace(points[1], points[3], 4)


def search_with_while(loss, tolerance, max_iterations):
    points = np.array([0, 0.33, 0.66, 1])
    n = 0
    while abs(points[1] - points[2]) > tolerance and n < max_iterations:
        points = next_with_linspace(points, [loss(phi) for phi in points])
        n += 1
    return 0.5 * (points[1] + points[2])


def search_with_for(loss, tolerance, max_iterations):
    a, b, c, d = 0, 0.33, 0.66, 1
    for _ in range(max_iterations):
        if c - b <= tolerance:
            break
        heights = np.array([loss(a), loss(b), loss(c), loss(d)])
        a, b, c, d = next_with_returns((a, b, c, d), heights)
    return np.mean([b, c])


def count_with_a_loop(width, tolerance):
    n = 0
    while width / 3 > tolerance:
        width *= 2 / 3
        n += 1
    return n


def count_with_another_logarithm(width, tolerance):
    n = np.ceil(np.log2(3 * tolerance / width) / np.log2(2 / 3))
    return max(n, 0)


def golden_from_shares(a, d):
    shares = np.array([0, (3 - 5**0.5) / 2, (5**0.5 - 1) / 2, 1])
    return a + shares * (d - a)


def golden_from_the_ratio(a, d):
    phi = (1 + math.sqrt(5)) / 2
    return a, d - (d - a) / phi, a + (d - a) / phi, d


def step_with_elif(points, losses):
    a, b, c, d = points
    if losses[0] < min(losses[1:]):
        b, c, d = (a + b) / 2, (a + c) / 2, (a + d) / 2
    elif losses[1] < losses[2]:
        d = c
        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    else:
        a = b
        b, c = a + (d - a) / 3, a + 2 * (d - a) / 3
    return np.array([a, b, c, d])


def peak_by_the_slope(value, n):
    first, count = 0, n - 1  # neighbors that rise come before those that fall
    while count > 0:
        half = count // 2
        if value(first + half + 1) > value(first + half):
            first, count = first + half + 1, count - half - 1
        else:
            count = half
    return first


def peak_recursive(value, n, low=0):
    if n == 1:
        return low
    half = n // 2
    if value(low + half - 1) < value(low + half):
        return peak_recursive(value, n - half, low + half)
    return peak_recursive(value, half, low)


def scan_and_thirds(losses):
    found = []
    for loss in losses:
        places = np.linspace(0, 1, 41)
        best = min(places, key=loss)
        points = np.linspace(best - 0.025, best + 0.025, 4)
        for _ in range(4):
            points = next_with_linspace(points, [loss(phi) for phi in points])
        found.append((points[1] + points[2]) / 2)
    return np.array(found)


def scan_and_parabola(losses):
    found = []
    for loss in losses:
        places = np.linspace(0, 1, 51)
        heights = np.array([loss(phi) for phi in places])
        at = int(np.clip(np.argmin(heights), 1, 49))
        below, here, above = heights[at - 1 : at + 2]
        shift = 0.5 * (below - above) / (below - 2 * here + above)
        found.append(places[at] + shift * 0.02)
    return found


RIGHT = {
    "6.1.2": [halve_with_an_array, halve_one_by_one],
    "6.1.3": [next_with_returns, next_with_linspace],
    "6.1.4": [step_with_elif, next_with_returns],
    "6.1.5": [search_with_while, search_with_for],
    "6.1.7": [count_with_a_loop, count_with_another_logarithm],
    "6.1.10": [golden_from_shares, golden_from_the_ratio],
    "6.1.11": [peak_by_the_slope, peak_recursive],
    "6.1.13": [scan_and_thirds, scan_and_parabola],
}
