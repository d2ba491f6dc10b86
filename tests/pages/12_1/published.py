"""Right answers to page 12.1, as a reader of its published notebook has them."""

import numpy as np


def softmax(items_in):
    top = np.max(items_in)
    items_out = [np.exp(item - top) for item in items_in]
    return [item / np.sum(items_out) for item in items_out]


def self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    N = X.shape[1]
    V = np.matmul(omega_v, X) + beta_v @ np.ones((1, N))
    Q = np.matmul(omega_q, X) + beta_q @ np.ones((1, N))
    K = np.matmul(omega_k, X) + beta_k @ np.ones((1, N))
    return V @ softmax_cols(K.T @ Q)  # noqa: F821


def scaled_dot_product_self_attention(X, omega_v, omega_q, omega_k, beta_v, beta_q,
                                      beta_k):  # fmt: skip
    V = np.matmul(omega_v, X) + beta_v
    Q = np.matmul(omega_q, X) + beta_q
    K = np.matmul(omega_k, X) + beta_k
    return V @ softmax_cols(K.T @ Q / np.sqrt(Q.shape[0]))  # noqa: F821
