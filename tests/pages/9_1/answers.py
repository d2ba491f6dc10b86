"""Right answers to the exercises of page 9.1."""

import numpy as np


def penalty_by_steps(phi_0, phi_1):
    away = phi_1 - 12.5
    return phi_0 * phi_0 + away * away


def penalty_by_stacking(phi_0, phi_1):
    return np.sum(np.square([phi_0, np.subtract(phi_1, 12.5)]), axis=0)


def penalty_multiplied_out(phi_0, phi_1):
    return phi_0**2 + phi_1**2 - 25 * phi_1 + 156.25


def slope_0_unpacked(phi, strength):
    offset, _ = phi
    return strength * 2 * offset


def slope_0_by_differences(phi, strength):
    up, down = (phi[0] + 0.5) ** 2, (phi[0] - 0.5) ** 2
    return strength * (up - down)


def slope_1_multiplied_out(phi, strength):
    return 2 * strength * phi[1] - 25 * strength


def slope_1_by_vector(phi, strength):
    return (2 * strength * (np.asarray(phi) - np.array([0, 12.5])))[1]


def step_as_decay(phi, gradient, alpha, strength, center):
    kept = 1 - 2 * alpha * strength
    return center + kept * (phi - center) - alpha * gradient(phi)


def step_by_loop(phi, gradient, alpha, strength, center):
    slope = gradient(phi)
    return np.array(
        [
            phi[k] - alpha * (slope[k] + 2 * strength * (phi[k] - center[k]))
            for k in range(len(phi))
        ]
    )


def strength_by_ratio(sigma, sigma_prior, n_data):
    return (sigma / sigma_prior) ** 2 / n_data


def strength_by_precisions(sigma, sigma_prior, n_data):
    return (1 / sigma_prior**2) / (n_data / sigma**2)


def half_of_the_steps():
    return 1.5, 100


def a_list():
    return [np.float64(3.0), 80]


RIGHT = {
    "9.1.1": [penalty_by_steps, penalty_by_stacking, penalty_multiplied_out],
    "9.1.3": [slope_0_unpacked, slope_0_by_differences],
    "9.1.4": [slope_1_multiplied_out, slope_1_by_vector],
    "9.1.5": [step_as_decay, step_by_loop],
    "9.1.9": [strength_by_ratio, strength_by_precisions],
    "9.1.10": [half_of_the_steps, a_list],
}
