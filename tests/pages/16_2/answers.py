"""Right answers to the exercises of page 16.2, written as different readers would."""

import math

import numpy as np


def lines_by_interpolation(h, phi):
    edges = np.linspace(0, 1, len(phi) + 1)
    return np.interp(h, edges, np.concatenate([[0], np.cumsum(phi)]))


def lines_by_loop(h, phi):
    K = len(phi)
    total = 0
    for k in range(K):
        if h * K >= k + 1:
            total += phi[k]
        elif h * K > k:
            total += phi[k] * (h * K - k)
    return total


def lines_with_floor(h, phi):
    b = min(math.floor(h * len(phi)), len(phi) - 1)
    return sum(phi[:b]) + (h * len(phi) - b) * phi[b]


def search_by_steps(h_prime, phi):
    h, step = 0.0, 0.5
    while step > 1e-13:
        if h + step <= 1 and lines_by_loop(h + step, phi) <= h_prime:
            h += step
        step /= 2
    return h


def search_with_enough_room(h_prime, phi):
    low, high = 0, 1
    for _ in range(60):
        middle = 0.5 * (low + high)
        low, high = (middle, high) if g(middle, phi) < h_prime else (low, middle)
    return (low + high) / 2


def g(h, phi):
    return lines_with_floor(h, phi)


def undone_by_interpolation(h_prime, phi):
    heights = np.concatenate([[0], np.cumsum(phi)])
    return np.interp(h_prime, heights, np.linspace(0, 1, len(phi) + 1))


def undone_by_loop(h_prime, phi):
    begin = 0
    for b, rise in enumerate(phi):
        if h_prime < begin + rise:
            return b / len(phi) + (h_prime - begin) / rise / len(phi)
        begin += rise
    return 1.0


def forward_as_list(h, bins):
    return [lines_with_floor(h[d], bins(h[:d])) for d in range(len(h))]


def forward_by_appending(h, bins):
    out = []
    for d, value in enumerate(h):
        earlier = np.array([h[e] for e in range(d)])
        out.append(lines_by_interpolation(value, bins(earlier)))
    return np.array(out)


def backward_by_appending(h_prime, bins):
    h = []
    for value in h_prime:
        h.append(undone_by_loop(value, bins(np.array(h))))
    return h


def backward_by_search(h_prime, bins):
    h = np.zeros_like(h_prime)
    for d in range(h.size):
        h[d] = search_with_enough_room(h_prime[d], bins(h[:d]))
    return h


def by_slopes(h, bins):
    product = 1
    for d in range(len(h)):
        phi = bins(h[:d])
        product *= phi[math.floor(h[d] * len(phi))] * len(phi)
    return math.log(product)


def by_a_small_step(h, bins):
    step, total = 1e-7, 0
    for d in range(len(h)):
        phi = bins(h[:d])
        rise = lines_by_interpolation(h[d] + step, phi)
        rise -= lines_by_interpolation(h[d], phi)
        total += np.log(rise / step)
    return total


def density_by_product(h_prime, bins):
    h, result = [], 1.0
    for value in h_prime:
        phi = bins(np.array(h))
        h.append(undone_by_interpolation(value, phi))
        result /= len(phi) * phi[int(h[-1] * len(phi))]
    return result


def density_from_logs(h_prime, bins):
    return 1 / np.exp(by_slopes(backward_by_appending(h_prime, bins), bins))


def roots_in_a_loop(K):
    return [((k + 1) / K) ** 0.5 - (k / K) ** 0.5 for k in range(K)]


def roots_as_inverse(K):
    edges = np.linspace(0, 1, K + 1)
    return np.sqrt(edges[1:]) - np.sqrt(edges[:-1])


RIGHT = {
    "16.2.2": [lines_by_interpolation, lines_by_loop, lines_with_floor],
    "16.2.3": [search_by_steps, search_with_enough_room, undone_by_interpolation],
    "16.2.5": [undone_by_interpolation, undone_by_loop],
    "16.2.6": [forward_as_list, forward_by_appending],
    "16.2.8": [backward_by_appending, backward_by_search],
    "16.2.9": [by_slopes, by_a_small_step],
    "16.2.10": [density_by_product, density_from_logs],
    "16.2.11": [roots_in_a_loop, roots_as_inverse],
}
