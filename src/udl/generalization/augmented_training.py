"""Networks that are trained with and without augmented examples.

Layout: batch-first, as `udl.nn`: an example is a row of x, (I, D).
"""

from dataclasses import dataclass

import numpy as np

from udl.datasets.files import data_file
from udl.generalization.augmentation import augment
from udl.nn.fit import fit
from udl.nn.losses import cross_entropy, share_wrong
from udl.nn.optimizers import GradientDescent


def train(network, x, y, test, *, epochs, rng, fresh=False, rate=0.5, batch_size=100):
    """Train a network, and test it after every epoch.

    Parameters
    ----------
    network : udl.nn.layer.Layer
        Its parameters are changed.
    x, y : ndarray, shapes (I, D) and (I,)
        Signals and labels to train with.
    test : tuple of ndarray
        Signals and labels to test with.
    epochs : int
    rng : numpy.random.Generator
        Shuffles the examples and draws augmentations.
    fresh : bool, optional
        Whether each epoch sees all signals augmented anew.
    rate, batch_size : optional
        Of gradient descent with momentum 0.9.

    Returns
    -------
    ndarray, shape (epochs + 1, ...)
        Share of wrong test examples before the first epoch and after each, for every
        network of a family.

    Examples
    --------
    >>> from udl.generalization.learning_curves import two_hidden_layers
    >>> rng = np.random.default_rng(0)
    >>> x = rng.normal(size=(20, 40)).astype(np.float32)
    >>> y = np.arange(20) % 10
    >>> network = two_hidden_layers(50, rng)
    >>> errors = train(network, x, y, (x, y), epochs=60, rng=rng, batch_size=20)
    >>> errors.shape, float(errors[-1])
    ((61,), 0.0)
    """
    signals, labels = test
    optimizer = GradientDescent(beta=0.9)
    errors = [share_wrong(labels, network(signals))]
    for _ in range(epochs):
        seen = augment(x, rng) if fresh else x
        fit(network, seen, y, loss=cross_entropy, optimizer=optimizer, rate=rate,
            epochs=1, batch_size=batch_size, rng=rng)  # fmt: skip
        errors.append(share_wrong(labels, network(signals)))
    return np.array(errors)


@dataclass(frozen=True)
class Runs:
    """Errors of networks with and without augmentation, from a stored result.

    Attributes
    ----------
    steps, seconds
        Numbers of batches after which the networks were tested, (T,), and what it took
        to compute.
    errors
        By name of the way to train, the share of wrong test examples, (seeds, T).
    moved
        The same at the end for test signals rotated by 0, 1, 2, ... places, (seeds, D).
    training
        And for the 4000 signals as they are, at the end, (seeds,).

    Examples
    --------
    >>> sorted(stored_runs().errors)
    ['fresh', 'once', 'plain']
    """

    steps: np.ndarray
    errors: dict
    moved: dict
    training: dict
    seconds: float


def stored_runs():
    """Read what ``make results NAME=augmentation`` has kept.

    Returns
    -------
    Runs

    Examples
    --------
    >>> stored_runs().errors["plain"].shape
    (10, 51)
    """
    with np.load(data_file("augmentation.npz"), allow_pickle=False) as kept:
        names = [str(name) for name in kept["names"]]
        return Runs(
            kept["steps"],
            *(
                dict(zip(names, kept[part], strict=True))
                for part in ("errors", "moved", "training")
            ),
            float(kept["seconds"]),
        )
