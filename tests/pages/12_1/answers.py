"""Right answers to the exercises of page 12.1, written as different readers would."""

import math

import numpy as np


def roles_by_matmul(x, omega_q, omega_k, omega_v, beta_q, beta_k, beta_v):
    return [
        np.matmul(omega, x) + beta
        for omega, beta in ((omega_q, beta_q), (omega_k, beta_k), (omega_v, beta_v))
    ]


def roles_by_dot(x, omega_q, omega_k, omega_v, beta_q, beta_k, beta_v):
    query = np.dot(omega_q, x) + beta_q
    key = np.dot(omega_k, x) + beta_k
    value = np.dot(omega_v, x) + beta_v
    return query, key, value


def softmax_by_lists(items_in):
    votes = [math.exp(item - max(items_in)) for item in items_in]
    return [vote / sum(votes) for vote in votes]


def softmax_by_logarithms(items_in):
    x = np.asarray(items_in, dtype=float)
    top = x.max()
    return np.exp(x - top - np.log(np.sum(np.exp(x - top))))


def attend_by_loops(query, keys, values):
    votes = []
    for key in keys:
        votes.append(math.exp(sum(float(a) * float(b) for a, b in zip(
            key.ravel(), query.ravel(), strict=True))))  # fmt: skip
    out = np.zeros(values[0].shape)
    for n in range(len(keys)):
        out += votes[n] / sum(votes) * values[n]
    return out


def attend_by_matrices(query, keys, values):
    K, V = np.hstack(keys), np.hstack(values)
    votes = np.exp(K.T @ query)
    return V @ (votes / votes.sum())


def softmax_cols(S):
    votes = np.exp(S - np.max(S, axis=0))
    return votes / np.sum(votes, axis=0)


def layer_in_rows(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    rows = X.T
    V, Q = rows @ omega_v.T + beta_v.T, rows @ omega_q.T + beta_q.T
    K = rows @ omega_k.T + beta_k.T
    return (softmax_cols((Q @ K.T).T).T @ V).T


def layer_by_tokens(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    ones = np.ones((1, X.shape[1]))
    V = beta_v @ ones + np.matmul(omega_v, X)
    Q = beta_q @ ones + np.matmul(omega_q, X)
    K = beta_k @ ones + np.matmul(omega_k, X)
    out = []
    for n in range(X.shape[1]):
        out.append(V @ softmax_by_lists([K[:, m] @ Q[:, n] for m in range(X.shape[1])]))
    return np.array(out).T


def attentions_by_columns(Q, K):
    S = K.T @ Q
    return np.stack([softmax_by_lists(S[:, n]) for n in range(S.shape[1])], axis=1)


def attentions_by_rows(Q, K):
    votes = np.exp(Q.T @ K)
    return (votes / votes.sum(axis=1, keepdims=True)).T


def scaled_by_queries(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    root = omega_q.shape[0] ** 0.5
    return layer_in_rows(X, omega_v, omega_q / root, omega_k, beta_v, beta_q / root,
                         beta_k)  # fmt: skip


def scaled_by_tables(X, omega_v, omega_q, omega_k, beta_v, beta_q, beta_k):
    Q, K = omega_q @ X + beta_q, omega_k @ X + beta_k
    table = softmax_cols(np.einsum("dm,dn->mn", K, Q) / math.sqrt(K.shape[0]))
    return np.matmul(omega_v @ X + beta_v, table)


def jacobian_by_loops(scores):
    a = softmax_by_lists(list(scores))
    N = len(a)
    J = np.zeros((N, N))
    for m in range(N):
        for n in range(N):
            J[m, n] = a[m] * ((m == n) - a[n])
    return J


def jacobian_by_broadcasting(scores):
    a = softmax_by_logarithms(scores)
    return a[:, None] * (np.eye(len(a)) - a)


def causal_by_columns(S):
    W = np.zeros(S.shape)
    for n in range(len(S)):
        W[: n + 1, n] = softmax_by_lists(S[: n + 1, n])
    return W


def causal_by_a_large_number(S):
    return softmax_cols(S - 1e30 * np.tril(np.ones(S.shape), -1))


def cross_by_loops(X, Y, omega_v, omega_q, omega_k):
    out = np.zeros((len(omega_v), X.shape[1]))
    for n in range(X.shape[1]):
        q = omega_q @ X[:, n]
        s = [q @ (omega_k @ Y[:, m]) / len(q) ** 0.5 for m in range(Y.shape[1])]
        out[:, n] = omega_v @ Y @ np.array(softmax_by_lists(s))
    return out


def cross_by_one_product(X, Y, omega_v, omega_q, omega_k):
    S = Y.T @ omega_k.T @ omega_q @ X / np.sqrt(omega_k.shape[0])
    return (omega_v @ Y) @ softmax_cols(S)


def look_by_a_loop(N):
    omega_q = np.zeros((N, N))
    for n in range(1, N):
        omega_q[n - 1, n] = 200.0
    return omega_q


def look_by_rolling(N):
    return 30 * np.sqrt(N) * np.roll(np.identity(N), 1, axis=1)


RIGHT = {
    "12.1.1": [roles_by_matmul, roles_by_dot],
    "12.1.3": [softmax_by_lists, softmax_by_logarithms],
    "12.1.4": [attend_by_loops, attend_by_matrices],
    "12.1.5": [layer_in_rows, layer_by_tokens],
    "12.1.6": [attentions_by_columns, attentions_by_rows],
    "12.1.10": [scaled_by_queries, scaled_by_tables],
    "12.1.11": [jacobian_by_loops, jacobian_by_broadcasting],
    "12.1.12": [causal_by_columns, causal_by_a_large_number],
    "12.1.14": [cross_by_loops, cross_by_one_product],
    "12.1.15": [look_by_a_loop, look_by_rolling],
}
