"""Right answers to the exercises of page 21.2, written as different readers would."""

import numpy as np
from scipy.optimize import minimize


def curve_by_loop(model, x, k, values):
    scores = []
    for value in values:
        person = np.array(x, dtype=float)
        person[k] = value
        scores.append(float(model(person.reshape(-1, 1))[0]))
    return scores


def curve_by_tiles(model, x, k, values):
    X = np.outer(x, np.ones(len(values)))
    X[k, :] = values
    return model(X)[None]


def curves_by_loop(model, x, values):
    return [curve_by_loop(model, x, k, values) for k in range(len(x))]


def curves_that_go_back(model, x, values):
    X = np.tile(np.reshape(x, (-1, 1)).astype(float), (1, len(values)))
    curves = np.zeros((len(x), len(values)))
    for k in range(len(x)):
        X[k] = values
        curves[k] = model(X)
        X[k] = x[k]
    return curves


def samples_by_loop(x, u, radius):
    u = np.asarray(u)
    X = np.zeros(u.shape)
    for d in range(u.shape[0]):
        for i in range(u.shape[1]):
            X[d, i] = x[d] - radius + 2 * radius * u[d, i]
    return X


def samples_as_published(x, u, radius):
    edge = 2 * radius
    return np.reshape(x, (-1, 1)) + (np.asarray(u) - 0.5) * edge


def plane_by_normal_equations(X, y):
    rows = np.vstack([np.ones(np.shape(X)[1]), X])
    scale = np.linalg.inv(rows @ rows.T)
    fitted = scale @ rows @ np.asarray(y, dtype=float)
    return fitted[0], fitted[1:][None]  # a row, as scikit-learn has it


def plane_through_the_means(X, y):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    middle = X.mean(axis=1, keepdims=True)
    phi = np.linalg.pinv((X - middle).T) @ (y - y.mean())
    return y.mean() - phi @ middle[:, 0], phi


def change_along_a_circle(model, x, limit):
    found = minimize(
        lambda p: -float(model(p[:, None])[0]),
        x,
        method="SLSQP",
        constraints={
            "type": "ineq",
            "fun": lambda p: (0.999 * limit) ** 2 - np.sum((p - x) ** 2),
        },
    )
    return found.x.tolist()


def change_by_hand(model, x, limit):
    return np.array([0.217, 0.839, 0.515, 0.352])


def weighted_by_solve(X, y, weights):
    rows = np.vstack([np.ones(np.shape(X)[1]), X])
    fitted = np.linalg.solve(rows * weights @ rows.T, rows @ (weights * y))
    return [fitted[0], fitted[1:]]


def weighted_by_calling(X, y, weights):
    A = np.diag(np.sqrt(weights))
    rows = np.vstack([np.ones(np.shape(X)[1]), X]).T
    fitted = np.linalg.pinv(A @ rows) @ (A @ np.asarray(y, dtype=float))
    return float(fitted[0]), fitted[1:]


RIGHT = {
    "21.2.2": [curve_by_loop, curve_by_tiles],
    "21.2.3": [curves_by_loop, curves_that_go_back],
    "21.2.4": [samples_by_loop, samples_as_published],
    "21.2.5": [plane_by_normal_equations, plane_through_the_means],
    "21.2.8": [change_along_a_circle, change_by_hand],
    "21.2.9": [weighted_by_solve, weighted_by_calling],
}
