"""Right answers to the exercises of page 13.4, written as different readers would."""

import numpy as np


def scores_by_loops(Z, phi):
    N = Z.shape[1]
    S = np.zeros((N, N))
    for m in range(N):
        for n in range(N):
            S[m, n] = max(0, (phi.T @ np.concatenate([Z[:, m], Z[:, n]])).item())
    return S


def scores_by_outer_sum(Z, phi):
    D = len(Z)
    S = np.add.outer(phi[:D, 0] @ Z, phi[D:, 0] @ Z)
    S[S < 0] = 0
    return S


def softmask_with_a_very_negative_score(S, allowed):
    S = S + 0.0
    S[allowed == 0] = -1e20
    S = S - np.max(S, axis=0, keepdims=True)
    return np.exp(S) / np.sum(np.exp(S), axis=0)


def softmask_by_columns(S, allowed):
    W = np.zeros(np.shape(S))
    for n in range(len(S)):
        heard = np.flatnonzero(allowed[:, n])
        votes = np.exp(S[heard, n] - max(S[heard, n]))
        W[heard, n] = votes / sum(votes)
    return W


def layer_by_nodes(X, omega, beta, phi, A):
    N = X.shape[1]
    Z = [beta[:, 0] + omega @ X[:, n] for n in range(N)]
    H = []
    for n in range(N):
        heard = [m for m in range(N) if m == n or A[m, n]]
        S = [max(0, phi[:, 0] @ np.hstack([Z[m], Z[n]])) for m in heard]
        votes = np.exp(np.array(S) - max(S))
        mean = sum(v * Z[m] for v, m in zip(votes, heard, strict=True)) / sum(votes)
        H.append(mean.clip(0))
    return np.array(H).T


def layer_with_tables(X, omega, beta, phi, A):
    Z = np.matmul(omega, X) + beta
    S = scores_by_outer_sum(Z, phi)
    A = A + np.identity(A.shape[0])
    return np.maximum(0, Z @ softmask_with_a_very_negative_score(S, A))


def weights_by_where(S, A):
    votes = np.where(A + np.eye(len(A)) > 0, np.exp(S), 0)
    return votes / np.sum(votes, axis=0, keepdims=True)


def weights_by_infinity(S, A):
    S = np.where(A + np.eye(len(A)) > 0, S, -np.inf)
    return np.exp(S) / np.exp(S).sum(0)


def dynamic_by_loops(U, R, phi):
    N = U.shape[1]
    return [
        [sum(phi[:, 0] * np.maximum(U[:, m] + R[:, n], 0)) for n in range(N)]
        for m in range(N)
    ]


def dynamic_by_einsum(U, R, phi):
    inside = (U[:, :, np.newaxis] + R[:, np.newaxis, :]).clip(0)
    return np.einsum("dk,dmn->mn", phi, inside)


def like_with_other_factors(x):
    x = np.asarray(x)
    U = np.array([30 * x, -15 * x])
    return U, -1 * U, np.array([[-1.0], [-2.0]])


def like_with_three_units(x):
    U = np.stack([x, -x, 0 * x])
    return [U, -U, [-40, -40, 1]]


def dot_by_loops(V, Q, K, A):
    N = Q.shape[1]
    out = np.zeros((V.shape[0], N))
    for n in range(N):
        heard = [m for m in range(N) if A[m, n] or m == n]
        s = np.array([K[:, m] @ Q[:, n] for m in heard]) / Q.shape[0] ** 0.5
        w = np.exp(s) / np.sum(np.exp(s))
        out[:, n] = V[:, heard] @ w
    return out


def dot_by_tables(V, Q, K, A):
    S = (Q.T @ K).T / np.sqrt(K.shape[0])
    return V @ softmask_by_columns(S, A + np.eye(len(A)))


RIGHT = {
    "13.4.1": [scores_by_loops, scores_by_outer_sum],
    "13.4.3": [softmask_with_a_very_negative_score, softmask_by_columns],
    "13.4.5": [layer_by_nodes, layer_with_tables],
    "13.4.7": [weights_by_where, weights_by_infinity],
    "13.4.8": [dynamic_by_loops, dynamic_by_einsum],
    "13.4.9": [like_with_other_factors, like_with_three_units],
    "13.4.10": [dot_by_loops, dot_by_tables],
}
