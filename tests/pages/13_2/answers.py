"""Right answers to the exercises of page 13.2, written as different readers would."""

import numpy as np

TYPED = """
0 0 1 0 0 0 0 0 0
0 0 1 0 0 0 0 0 0
1 1 0 1 0 1 0 0 0
0 0 1 0 0 0 0 0 0
0 0 0 0 0 1 0 0 0
0 0 1 0 1 0 1 1 0
0 0 0 0 0 1 0 0 0
0 0 0 0 0 1 0 0 1
0 0 0 0 0 0 0 1 0
"""


def ethanol_typed(N, D):
    A = np.array([int(entry) for entry in TYPED.split()]).reshape(N, N)
    X = np.zeros((D, N))
    X[0, [0, 1, 3, 4, 6, 8]] = 1
    X[5, 2] = X[5, 5] = X[7, 7] = 1
    return A, X


def ethanol_by_neighbors(N, D):
    around = {2: (0, 1, 3, 5), 5: (2, 4, 6, 7), 7: (5, 8)}
    A = np.zeros((N, N), dtype=int)
    for m, others in around.items():
        A[m, list(others)] = 1
    A = np.maximum(A, A.T)
    kinds = np.array([1, 1, 6, 1, 1, 6, 1, 8, 1]) - 1
    return A, np.eye(D)[:, kinds]


def layer_node_by_node(H, A, beta, Omega):
    columns = []
    for n in range(A.shape[0]):
        total = H[:, n] + sum(H[:, m] * A[m, n] for m in range(A.shape[0]))
        columns.append(np.maximum(0, Omega @ total + beta[:, 0]))
    return np.array(columns).T


def layer_in_two_sums(H, A, beta, Omega):
    ones = np.ones((1, len(A)))
    z = beta @ ones + Omega @ H + Omega @ (H @ A)
    return z * (z > 0)


def network_by_layers(A, X, Omega0, beta0, Omega1, beta1, Omega2, beta2, omega3, beta3):
    H = X
    for Omega, beta in [(Omega0, beta0), (Omega1, beta1), (Omega2, beta2)]:
        H = layer_node_by_node(H, A, beta, Omega)
    return 1 / (1 + np.exp(-(beta3 + omega3 @ H).mean()))


def network_in_lines(A, X, Omega0, beta0, Omega1, beta1, Omega2, beta2, omega3, beta3):
    heard = A + np.eye(len(A))
    H = np.maximum(0, beta0 + Omega0 @ X @ heard)
    H = np.maximum(0, beta1 + Omega1 @ H @ heard)
    H = np.maximum(0, beta2 + Omega2 @ H @ heard)
    f = beta3 + omega3 @ H @ np.ones((len(A), 1)) / len(A)
    return float((np.exp(f) / (1 + np.exp(f))).item())


def renumbered_by_order(A, X, P):
    order = P.argmax(axis=0)
    return A[np.ix_(order, order)], X[:, order]


def renumbered_by_matmul(A, X, P):
    return np.matmul(np.transpose(P), np.matmul(A, P)), np.matmul(X, P)


def propanol_oxygen_first(N, D):
    A, X = np.zeros((N, N)), np.zeros((D, N))
    for m, n in [(0, 1), (0, 2), (2, 3), (2, 4), (2, 5), (5, 6), (5, 7), (5, 8), (8, 9),
                 (8, 10), (8, 11)]:  # fmt: skip
        A[m, n] = A[n, m] = 1
    X[7, 0] = 1
    X[5, [2, 5, 8]] = 1
    X[0, [1, 3, 4, 6, 7, 9, 10, 11]] = 1
    return [A, X]


def propanol_from_ethanol(N, D):
    A, X = np.zeros((N, N), dtype=int), np.zeros((D, N), dtype=int)
    A[:9, :9] = ethanol_typed(9, D)[0]
    A[0, 9] = A[0, 10] = A[0, 11] = 1  # a hydrogen becomes a carbon with three
    A = A | A.T
    X[np.array([5, 0, 5, 0, 0, 5, 0, 7, 0, 0, 0, 0]), np.arange(N)] = 1
    return A, X


def kipf_by_diagonals(A):
    heard = A + np.eye(len(A))
    D = np.diag(1 / np.sqrt(heard.sum(axis=1)))
    return D @ heard @ D


def kipf_by_loop(A):
    N = len(A)
    table = np.zeros((N, N))
    for m in range(N):
        for n in range(N):
            if m == n or A[m, n]:
                table[m, n] = 1 / np.sqrt((sum(A[m]) + 1) * (sum(A[n]) + 1))
    return table


def mean_by_matrix(H):
    return H @ np.ones((H.shape[1], 1)) / H.shape[1]


def mean_by_average(H):
    return np.average(H, axis=1).reshape(-1, 1)


def ring_and_triangles(N):
    ring = np.roll(np.eye(N), 1, axis=1) + np.roll(np.eye(N), -1, axis=1)
    triangles = np.zeros((N, N))
    for m, n in [(0, 2), (2, 4), (4, 0), (1, 3), (3, 5), (5, 1)]:
        triangles[m, n] = triangles[n, m] = 1
    return triangles, ring


def prism_and_wheel(N):
    prism = np.zeros((N, N))
    for m, n in [
        (0, 1),
        (1, 2),
        (2, 0),
        (3, 4),
        (4, 5),
        (5, 3),
        (0, 3),
        (1, 4),
        (2, 5),
    ]:
        prism[m, n] = prism[n, m] = 1
    halves = np.arange(N) % 2
    return [prism, (halves[:, None] != halves).astype(int)]


RIGHT = {
    "13.2.1": [ethanol_typed, ethanol_by_neighbors],
    "13.2.2": [layer_node_by_node, layer_in_two_sums],
    "13.2.4": [network_by_layers, network_in_lines],
    "13.2.6": [renumbered_by_order, renumbered_by_matmul],
    "13.2.7": [propanol_oxygen_first, propanol_from_ethanol],
    "13.2.8": [kipf_by_diagonals, kipf_by_loop],
    "13.2.9": [mean_by_matrix, mean_by_average],
    "13.2.10": [ring_and_triangles, prism_and_wheel],
}
