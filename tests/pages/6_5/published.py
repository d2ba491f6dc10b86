"""Right answers to page 6.5, as a reader of its published notebook has them."""

import numpy as np


def normalized_gradients(start_posn, n_steps, alpha, epsilon=1e-20):
    grad_path = np.zeros((2, n_steps + 1))
    grad_path[:, 0] = start_posn[:, 0]
    for c_step in range(n_steps):
        m = get_loss_gradient(  # noqa: F821
            grad_path[0, c_step], grad_path[1, c_step]
        )
        v = m**2
        moved = alpha * m / (np.sqrt(v) + epsilon)
        grad_path[:, c_step + 1] = grad_path[:, c_step] - moved
    return grad_path


def adam(start_posn, n_steps, alpha, beta=0.9, gamma=0.99, epsilon=1e-20):
    grad_path = np.zeros((2, n_steps + 1))
    grad_path[:, 0] = start_posn[:, 0]
    m = np.zeros_like(grad_path[:, 0])
    v = np.zeros_like(grad_path[:, 0])
    for c_step in range(n_steps):
        grad = get_loss_gradient(  # noqa: F821
            grad_path[0, c_step], grad_path[1, c_step]
        )
        m = beta * m + (1 - beta) * grad
        v = gamma * v + (1 - gamma) * grad**2
        m_tilde = m / (1 - beta ** (c_step + 1))
        v_tilde = v / (1 - gamma ** (c_step + 1))
        moved = alpha * m_tilde / (np.sqrt(v_tilde) + epsilon)
        grad_path[:, c_step + 1] = grad_path[:, c_step] - moved
    return grad_path
