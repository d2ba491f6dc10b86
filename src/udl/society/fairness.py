"""Criteria of fairness for decisions by a threshold (UDL section 21.1).

Layout: ``scores`` is (I,), ascending; frequencies over these scores are (I,);
``people`` is (2, 2, I), with a first index 1 for people who would repay and 0 for those
who would default, and the group as second index. Who scores above the threshold gets
a loan.
"""

from typing import NamedTuple

import numpy as np


class Outcomes(NamedTuple):
    """What a threshold does to a group, or thresholds to several: shares of people.

    Parameters
    ----------
    loans : float or array_like
        Of all people, the share that gets a loan.
    true_positives : float or array_like
        Of the people who would repay, the share that gets a loan.
    false_positives : float or array_like
        Of the people who would default, the share that gets a loan.
    defaults : float or array_like
        Of the people who get a loan, the share that defaults.

    Examples
    --------
    >>> Outcomes(0.5, 0.8, 0.2, 0.1).true_positives
    0.8
    """

    loans: float
    true_positives: float
    false_positives: float
    defaults: float


def share_above(scores, frequencies, threshold):
    """Return the share of people with a score above a threshold.

    Parameters
    ----------
    scores, frequencies : array_like, shape (I,)
        Scores, and how many people have each.
    threshold : float

    Returns
    -------
    float
        From 0 to 1.

    Examples
    --------
    >>> share_above([1, 2, 3], [5, 2, 3], 1.5)
    0.5
    """
    frequencies = np.asarray(frequencies, dtype=float)
    above = frequencies[np.asarray(scores) > threshold]
    return float(above.sum() / frequencies.sum())


def shares_above(frequencies):
    """Return the share of people above each score, all at once.

    Parameters
    ----------
    frequencies : array_like, shape (..., I)
        How many people have each score; scores ascend.

    Returns
    -------
    ndarray, shape (..., I)
        At each score, the share of people with a higher one.

    Examples
    --------
    >>> shares_above([5, 2, 3]).round(3).tolist()
    [0.5, 0.3, 0.0]
    """
    counted = np.cumsum(frequencies, axis=-1)
    return 1 - counted / counted[..., -1:]


def threshold_for(scores, frequencies, share):
    """Find the threshold above which a given share of people lies.

    Parameters
    ----------
    scores, frequencies : array_like, shape (I,)
        Ascending scores, and how many people have each.
    share : float
        From 0 to 1.

    Returns
    -------
    float
        Between two scores, the share is taken to change linearly.

    Examples
    --------
    >>> threshold_for([1, 2, 3], [5, 2, 3], 0.4)
    1.5
    """
    shares = shares_above(frequencies)
    return float(np.interp(share, shares[::-1], np.asarray(scores)[::-1]))


def outcomes(scores, people, thresholds):
    """Return what one threshold for each group does to the groups.

    Parameters
    ----------
    scores : array_like, shape (I,)
    people : array_like, shape (2, P, I)
        Frequencies: those who default, then those who repay, by group.
    thresholds : float or array_like, shape (P,)

    Returns
    -------
    Outcomes
        Four arrays of shape (P,).

    Examples
    --------
    >>> people = [[[4, 1, 0]], [[1, 2, 2]]]  # one group, three scores
    >>> [share.tolist() for share in outcomes([1, 2, 3], people, 1.5)]
    [[0.5], [0.8], [0.2], [0.2]]
    """
    people = np.asarray(people, dtype=float)
    above = np.asarray(scores) > np.reshape(thresholds, (-1, 1))
    default, repay = (people * above).sum(axis=-1)
    all_default, all_repay = people.sum(axis=-1)
    loans = default + repay
    return Outcomes(
        loans / (all_default + all_repay),
        repay / all_repay,
        default / all_default,
        default / loans,
    )


def roc(people):
    """Return the two rates of every threshold: the ROC curves of the groups.

    Parameters
    ----------
    people : array_like, shape (2, P, I)
        Frequencies: those who default, then those who repay, by group.

    Returns
    -------
    ndarray, shape (P, 2, I)
        For each group the false positive rate and the true positive rate with the
        threshold at each of the scores.

    Examples
    --------
    >>> roc([[[4, 1, 0]], [[1, 2, 2]]])[0].round(3).tolist()
    [[0.2, 0.0, 0.0], [0.8, 0.4, 0.0]]
    """
    return np.swapaxes(shares_above(people), 0, 1)


def chance_to_repay(people):
    """Return the share of people who repay among those with the same score.

    Parameters
    ----------
    people : array_like, shape (2, ..., I)
        Frequencies: those who default, then those who repay.

    Returns
    -------
    ndarray, shape (..., I)

    Examples
    --------
    >>> chance_to_repay([[4, 1, 0], [1, 1, 2]]).tolist()
    [0.2, 0.5, 1.0]
    """
    default, repay = np.asarray(people, dtype=float)
    return repay / (default + repay)


def lottery(point, target):
    """Find the lottery that moves a decision from one pair of rates to another.

    With probability q the decision of the threshold counts; otherwise a loan is given
    by chance, with probability r, whoever asks.

    Parameters
    ----------
    point, target : (float, float)
        False and true positive rate of the threshold, and those wanted.

    Returns
    -------
    q, r : float
        Both between 0 and 1, if the target is below the chords of the curve.

    Examples
    --------
    >>> lottery((0.0, 0.75), (0.25, 0.625))
    (0.5, 0.5)
    """
    (F, T), (f, t) = point, target
    q = (t - f) / (T - F)
    return q, (f - q * F) / (1 - q)
