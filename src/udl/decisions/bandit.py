"""Policy gradients where there is one decision to make (UDL section 19.5).

A bandit has K arms. Pulling one pays its mean reward, plus noise. The policy is a
softmax of K parameters theta, one for each arm.
"""

import numpy as np

from udl.decisions.chains import choose
from udl.losses.softmax import softmax


def policy(theta):
    """Give the probability of each arm.

    Parameters
    ----------
    theta : array_like, shape (..., K)

    Returns
    -------
    ndarray, shape (..., K)

    Examples
    --------
    >>> policy([0.0, 0.0]).tolist()
    [0.5, 0.5]
    """
    return softmax(np.asarray(theta, dtype=float)[..., np.newaxis])[..., 0]


def scores(theta):
    """Differentiate the log probability of each arm with respect to all parameters.

    Parameters
    ----------
    theta : array_like, shape (..., K)

    Returns
    -------
    ndarray, shape (..., K, K)
        A row for each arm that may be pulled.

    Examples
    --------
    >>> scores([0.0, 0.0]).tolist()
    [[0.5, -0.5], [-0.5, 0.5]]
    """
    chances = policy(theta)
    return np.eye(chances.shape[-1]) - chances[..., np.newaxis, :]


def gradient_terms(theta, actions, rewards, baseline=0.0):
    """Give the terms of the policy gradient, whose mean is the estimate.

    Parameters
    ----------
    theta : array_like, shape (K,)
    actions : array_like of int, shape (N,)
        Arms that were pulled.
    rewards : array_like, shape (N,)
        What they paid.
    baseline : float, optional
        Subtracted from each reward.

    Returns
    -------
    ndarray, shape (N, K)

    Notes
    -----
    UDL eq. 19.34, with one time step.

    Examples
    --------
    >>> gradient_terms([0.0, 0.0], [0], [3.0], baseline=1.0).tolist()
    [[1.0, -1.0]]
    """
    advantage = np.asarray(rewards, dtype=float) - baseline
    return advantage[:, np.newaxis] * scores(theta)[np.asarray(actions)]


def exact(theta, means, sigma=1.0, baseline=0.0):
    """Compute mean and variance of a term without drawing.

    Parameters
    ----------
    theta, means : array_like, shape (K,)
        Parameters, and the mean reward of each arm.
    sigma : float
        Standard deviation of a reward.
    baseline : float
        Subtracted from each reward.

    Returns
    -------
    gradient : ndarray, shape (K,)
        Derivatives of the expected reward; the baseline does not matter.
    variance : float
        Summed over the K components.

    Examples
    --------
    >>> gradient, variance = exact([0.0, 0.0], [1.0, 3.0], sigma=0.0)
    >>> gradient.tolist(), variance
    ([-0.5, 0.5], 2.0)
    """
    chances, directions = policy(theta), scores(theta)
    gradient = (chances * np.asarray(means)) @ directions
    squares = (np.asarray(means) - baseline) ** 2 + sigma**2
    mean_square = chances @ (squares * np.sum(directions**2, axis=1))
    return gradient, float(mean_square - gradient @ gradient)


def best_baseline(theta, means):
    """Give the baseline with the smallest variance.

    Parameters
    ----------
    theta, means : array_like, shape (K,)

    Returns
    -------
    float
        The mean reward, each arm weighted with its squared score (UDL eq. 19.36).

    Examples
    --------
    >>> best_baseline([0.0, 0.0], [1.0, 3.0])
    2.0
    """
    weights = policy(theta) * np.sum(scores(theta) ** 2, axis=1)
    return float(weights @ np.asarray(means) / weights.sum())


def learn(means, rate, baseline, draws, noise):
    """Learn by single pulls, many learners at once.

    Parameters
    ----------
    means : array_like, shape (K,)
        Mean reward of each arm.
    rate : float
        Length of the steps.
    baseline : float
        Subtracted from each reward.
    draws, noise : array_like, shape (T, S)
        For each step and learner a uniform number, which chooses the arm, and what is
        added to its mean reward.

    Returns
    -------
    ndarray, shape (T + 1, S, K)
        Probabilities of the arms before and after each step.

    Examples
    --------
    >>> learn([1.0, 3.0], 1.0, 2.0, [[0.2]], [[0.0]]).round(3).tolist()
    [[[0.5, 0.5]], [[0.269, 0.731]]]
    """
    means, draws = np.asarray(means, dtype=float), np.asarray(draws, dtype=float)
    theta = np.zeros((draws.shape[1], means.size))
    chances = [policy(theta)]
    for draw, extra in zip(draws, np.asarray(noise), strict=True):
        arm = choose(chances[-1].T, draw)
        direction = np.eye(means.size)[arm] - chances[-1]
        advantage = means[arm] + extra - baseline
        theta = theta + rate * advantage[:, np.newaxis] * direction
        chances.append(policy(theta))
    return np.stack(chances)
