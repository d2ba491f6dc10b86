"""Right answers to the exercises of page B.4."""

import numpy as np


def line_by_columns(a, b, sigma_p_sq):
    X_a = np.stack([np.ones(len(a)), a])
    X_b = np.stack([np.ones(len(b)), b])
    return sigma_p_sq * X_a.T @ X_b


def line_by_loop(a, b, sigma_p_sq):
    return [[sigma_p_sq + sigma_p_sq * x * z for z in b] for x in a]


def condition_by_inverse(K, K_across, K_new, y, sigma_sq):
    A = K_across.T @ np.linalg.inv(K + sigma_sq * np.identity(K.shape[0]))
    return A @ y.reshape(-1), K_new - A @ K_across


def condition_by_joint(K, K_across, K_new, y, sigma_sq):
    count = len(y)
    noisy = K + np.diag([sigma_sq] * count)
    joint = np.block([[noisy, K_across], [K_across.T, K_new]])
    precision = np.linalg.inv(joint)
    covariance = np.linalg.inv(precision[count:, count:])
    return -covariance @ precision[count:, :count] @ y, covariance


def condition_one_by_one(K, K_across, K_new, y, sigma_sq):
    count = len(y)
    mean = np.zeros(count + len(K_new))
    joint = np.block([[K, K_across], [K_across.T, K_new]]).astype(float)
    for i in range(count):
        gain = joint[:, i] / (joint[i, i] + sigma_sq)
        mean = mean + gain * (y[i] - mean[i])
        joint = joint - np.outer(gain, joint[i])
    return mean[count:], joint[count:, count:]


def powers_by_loop(a, b, r, sigma_p_sq):
    out = np.empty((len(a), len(b)))
    for i in range(len(a)):
        for j in range(len(b)):
            out[i, j] = sigma_p_sq / (1 - r * a[i] * b[j])
    return out


def powers_by_broadcast(a, b, r, sigma_p_sq):
    q = r * a.reshape(-1, 1) * b.reshape(1, -1)
    return (1 - q) ** -1.0 * sigma_p_sq


def bumps_by_loop(a, b, length, sigma_p_sq):
    return [[sigma_p_sq * np.exp(-0.5 * ((x - z) / length) ** 2) for z in b] for x in a]


def bumps_by_products(a, b, length, sigma_p_sq):
    squares = a[:, None] ** 2 + b[None, :] ** 2 - 2 * np.outer(a, b)
    return sigma_p_sq * np.exp(-0.5 * squares / length**2)


def covariance_by_all_eigenvalues(K):
    values = np.linalg.eigvals(K)
    symmetric = np.all(np.abs(K - K.T) < 1e-12 * max(np.abs(K).max(), 1e-300))
    return bool(symmetric and values.real.min() >= -1e-9 * np.abs(K).max())


def covariance_by_lifting(K):
    if (K != K.T).any():
        return False
    lift = 2e-9 * np.abs(K).max() + 1e-300
    try:
        np.linalg.cholesky(K + lift * np.eye(len(K)))
    except np.linalg.LinAlgError:
        return False
    return True


def predict_by_inverse(K, K_across, prior, y, sigma_sq):
    inverse = np.linalg.inv(K + sigma_sq * np.eye(len(K)))
    variance = prior + sigma_sq - np.diag(K_across.T @ inverse @ K_across)
    return K_across.T @ inverse @ y, variance


def predict_by_loop(K, K_across, prior, y, sigma_sq):
    noisy, means, variances = K.astype(float), [], []
    for i in range(len(K)):
        noisy[i, i] += sigma_sq
    for n in range(K_across.shape[1]):
        weights = np.linalg.solve(noisy, K_across[:, n])
        means.append(weights @ y)
        variances.append(prior[n] - weights @ K_across[:, n] + sigma_sq)
    return means, variances


def log_evidence(x, y, sigma_sq, length, variance):
    K = bumps_by_products(x, x, length, variance) + sigma_sq * np.eye(len(x))
    return -y @ np.linalg.inv(K) @ y - np.linalg.slogdet(K)[1]


def choose_by_factors(x, y, sigma_sq):
    lengths, variances = np.geomspace(0.05, 5, 40), np.geomspace(0.01, 60, 40)
    pairs = [(k, v) for k in lengths for v in variances]
    return max(pairs, key=lambda pair: log_evidence(x, y, sigma_sq, *pair))


def choose_by_narrowing(x, y, sigma_sq):
    center, reach = np.array([-0.7, -0.5]), np.array([2.5, 4.0])
    for _ in range(6):
        steps = np.linspace(-1, 1, 9)
        tried = [center + reach * [a, b] for a in steps for b in steps]
        heights = [log_evidence(x, y, sigma_sq, *np.exp(at)) for at in tried]
        center, reach = tried[int(np.argmax(heights))], reach / 2
    return list(np.exp(center))


RIGHT = {
    "B.4.2": [line_by_columns, line_by_loop],
    "B.4.3": [condition_by_inverse, condition_by_joint, condition_one_by_one],
    "B.4.5": [powers_by_loop, powers_by_broadcast],
    "B.4.6": [bumps_by_loop, bumps_by_products],
    "B.4.9": [covariance_by_all_eigenvalues, covariance_by_lifting],
    "B.4.10": [predict_by_inverse, predict_by_loop],
    "B.4.11": [choose_by_factors, choose_by_narrowing],
}
