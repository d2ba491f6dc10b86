"""Right answers to page 6.5's two tasks, as functions of their own."""

import numpy as np


def normalized_gradients(phi, gradient, rate, epsilon):
    m = gradient(phi)
    v = m**2
    return phi - rate * m / (np.sqrt(v) + epsilon)


def adam(gradient, start, rate, steps, beta, gamma, epsilon):
    path = np.zeros((steps + 1, np.size(start)))
    path[0] = start
    m, v = np.zeros(np.size(start)), np.zeros(np.size(start))
    for step in range(steps):
        slope = gradient(path[step])
        m = beta * m + (1 - beta) * slope
        v = gamma * v + (1 - gamma) * slope**2
        m_tilde = m / (1 - beta ** (step + 1))
        v_tilde = v / (1 - gamma ** (step + 1))
        path[step + 1] = path[step] - rate * m_tilde / (np.sqrt(v_tilde) + epsilon)
    return path
