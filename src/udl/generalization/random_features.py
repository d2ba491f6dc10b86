"""Networks whose hidden units are drawn and kept: least squares fits their outputs.

Examples are rows. H holds the activations, (I, D), a column for each hidden unit. With
more units than examples many weights fit equally well; the shortest ones are taken.
The risk is the expected squared error on new data, beyond the noise of their targets.
"""

import numpy as np

from udl.networks.activations import relu


def random_units(x, count, rng):
    """Return the activations of hidden units that nothing trains.

    Parameters
    ----------
    x : ndarray, shape (I, D_i)
        Inputs, an example a row.
    count : int
        Number of hidden units, D.
    rng : numpy.random.Generator
        Draws weights of variance 1 / D_i, and offsets of variance 1 / 4.

    Returns
    -------
    ndarray, shape (I, D)

    Examples
    --------
    >>> random_units(np.zeros((3, 40)), 5, np.random.default_rng(0)).shape
    (3, 5)
    """
    omega = rng.normal(0, 1 / np.sqrt(x.shape[1]), size=(count, x.shape[1]))
    return relu(x @ omega.T + rng.normal(0, 0.5, size=count))


def shortest_fit(h, y):
    """Fit output weights by least squares; of several best ones, give the shortest.

    Parameters
    ----------
    h : array_like, shape (I, D)
        Activations.
    y : array_like, shape (I,) or (I, K)
        Targets, of one output or of several.

    Returns
    -------
    ndarray, shape (D,) or (D, K)

    Raises
    ------
    ValueError
        If the numbers of examples differ, or an entry is not finite.

    Examples
    --------
    One example, two units: of all weights with 3 a + 4 b = 50 the shortest.

    >>> shortest_fit([[3.0, 4.0]], [50.0]).round(9).tolist()
    [6.0, 8.0]
    """
    if len(h) != len(y):
        raise ValueError(f"h has {len(h)} examples, but y has {len(y)}.")
    h, y = np.asarray(h, dtype=float), np.asarray(y, dtype=float)
    if not (np.all(np.isfinite(h)) and np.all(np.isfinite(y))):
        raise ValueError("h and y must be finite, but some of their entries are not.")
    return np.linalg.lstsq(h, y, rcond=None)[0]


def noise_share(h, sigma):
    """Return what noise in the targets does to the squared length of the weights.

    Parameters
    ----------
    h : array_like, shape (I, D)
        Activations, of full rank.
    sigma : float
        Standard deviation of the noise.

    Returns
    -------
    float
        Expected squared length of the noise's part of the shortest fit. If the features
        of new data are independent and of mean square 1, it is their risk.

    Examples
    --------
    >>> round(float(noise_share([[2.0, 0.0], [0.0, 0.5]], 1.0)), 9)  # 1/4 + 4
    4.25
    """
    values = np.linalg.svd(np.asarray(h, dtype=float), compute_uv=False)
    return sigma**2 * np.sum(1 / values**2)


def expected_risk(n_examples, n_features, sigma, length):
    """Return the risk of the shortest fit, over normal features and normal noise.

    Parameters
    ----------
    n_examples, n_features : int
        I and D.
    sigma : float
        Standard deviation of the noise.
    length : float
        Length of the true weights.

    Returns
    -------
    float
        Infinite where I and D differ by less than 2.

    Notes
    -----
    Hastie, Montanari, Rosset and Tibshirani, 2022; exact for every I and D.

    Examples
    --------
    >>> expected_risk(100, 49, 1.0, 3.0), expected_risk(100, 200, 0.0, 3.0)
    (0.98, 4.5)
    """
    gap = abs(n_examples - n_features) - 1
    if gap < 1:
        return np.inf
    lost = max(0.0, 1 - n_examples / n_features)
    noise = sigma**2 * min(n_examples, n_features) / gap
    return length**2 * lost + noise


def errors_by_units(counts, train, test):
    """Fit with the first of the units only, and with more and more of them.

    Parameters
    ----------
    counts : sequence of int, length C
        How many units.
    train, test : tuple of ndarray
        Activations, (I, D), and labels from 0, (I,). Outputs are fitted to one for the
        label and zero for the others.

    Returns
    -------
    ndarray, shape (3, C)
        Training loss, the mean over the examples of the sum of squares; share of wrong
        predictions of the training labels, and of the test labels.

    Examples
    --------
    >>> h, y = np.eye(3), np.array([0, 1, 2])
    >>> errors_by_units([3], (h, y), (h, y)).round(9).tolist()
    [[0.0], [0.0], [0.0]]
    """
    h, y = train
    targets = np.eye(max(y) + 1)[y]
    rows = []
    for count in counts:
        weights = shortest_fit(h[:, :count], targets)
        outputs = [a[:, :count] @ weights for a, _ in (train, test)]
        loss = np.mean(np.sum((outputs[0] - targets) ** 2, axis=1))
        wrong = [
            np.mean(np.argmax(f, axis=1) != labels)
            for f, (_, labels) in zip(outputs, (train, test), strict=True)
        ]
        rows.append([loss, *wrong])
    return np.transpose(rows)
