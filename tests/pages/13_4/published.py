"""Right answers to page 13.4, as a reader of its published notebook has them."""

import numpy as np


def graph_attention(X, omega, beta, phi, A):
    N = X.shape[1]
    X_prime = np.matmul(omega, X) + beta @ np.ones((1, N))
    S = np.zeros((N, N))
    for m in range(N):
        for n in range(N):
            both = np.concatenate((X_prime[:, m], X_prime[:, n]))
            S[m, n] = ReLU(np.dot(phi[:, 0], both))  # noqa: F821
    S = np.where(A + np.eye(N) > 0, S, -1e20)
    attention = softmax_cols(S)  # noqa: F821
    return ReLU(X_prime @ attention)  # noqa: F821
