"""Networks on MNIST-1D: many starts trained together, and their errors by epoch.

Layout: examples are rows, as in `udl.nn`; the first axis of a result is the models'.
"""

import functools
from dataclasses import replace

import numpy as np

from udl.datasets.files import data_file
from udl.datasets.mnist1d import mnist1d
from udl.nn.activations import relu
from udl.nn.fit import fit
from udl.nn.layer import Sequential
from udl.nn.linear import Linear
from udl.nn.losses import cross_entropy, share_wrong
from udl.nn.optimizers import GradientDescent

MEASURES = ("train_error", "test_error", "train_loss", "test_loss")


def two_hidden_layers(hidden, rng, models=()):
    """Make a network for MNIST-1D: 40 inputs, two hidden layers, ten outputs.

    Parameters
    ----------
    hidden : int
        Units in each hidden layer.
    rng : numpy.random.Generator
        Draws the weights, with He's variance.
    models : tuple of int, optional
        Shape of a family of such networks.

    Returns
    -------
    udl.nn.layer.Sequential

    Examples
    --------
    >>> network = two_hidden_layers(100, np.random.default_rng(0))
    >>> network(np.zeros((3, 40))).shape
    (3, 10)
    """
    return Sequential(
        Linear(40, hidden, rng, models),
        relu(),
        Linear(hidden, hidden, rng, models),
        relu(),
        Linear(hidden, 10, rng, models),
    )


def halving_rates(rate, epochs, every=10):
    """Learning rates that are halved at regular intervals.

    Examples
    --------
    >>> halving_rates(0.5, 5, every=2).tolist()
    [0.5, 0.5, 0.25, 0.25, 0.125]
    """
    return rate * 0.5 ** (np.arange(epochs) // every)


def train_family(hidden, examples, models, seed, epochs=50):
    """Train networks from different starts, and measure after every epoch.

    Parameters
    ----------
    hidden : int
        Units in each of the two hidden layers.
    examples : int
        How many of the 4000 training examples are used, the first ones.
    models : int
        How many starts.
    seed : int
        Of the starts, and of the batches, which all models share.
    epochs : int, optional

    Returns
    -------
    dict of str to ndarray, shape (models, epochs + 1)
        By the names in `MEASURES`: shares of wrong digits and mean cross-entropies, on
        the examples trained with and on the 1000 of the test set.

    Notes
    -----
    Batches of 100, learning rate 0.5 with momentum 0.9 (torch's 0.05), halved every
    10 epochs. UDL section 8.1.

    Examples
    --------
    >>> curves = train_family(5, examples=200, models=3, seed=0, epochs=1)
    >>> curves["test_error"].shape
    (3, 2)
    """
    data, rng = mnist1d(), np.random.default_rng(seed)
    data = replace(data, x=data.x[:examples], y=data.y[:examples])
    network = two_hidden_layers(hidden, rng, (models,))
    return measured_fit(network, data, halving_rates(0.5, epochs), rng)


def measured_fit(network, data, rates, rng):
    """Fit a network in batches of 100, with momentum 0.9; measure after every epoch.

    Parameters
    ----------
    network : udl.nn.layer.Layer
        Its parameters are changed.
    data : udl.datasets.mnist1d.Digits
    rates : array_like, shape (epochs,)
        Learning rate of each epoch.
    rng : numpy.random.Generator
        Shuffles the examples.

    Returns
    -------
    dict of str to ndarray, shape (..., epochs + 1)
        By the names in `MEASURES`.

    Examples
    --------
    >>> rng = np.random.default_rng(0)
    >>> network = two_hidden_layers(5, rng)
    >>> measured_fit(network, mnist1d(), [0.5], rng)["test_error"].shape
    (2,)
    """
    curves = {name: [] for name in MEASURES}

    def note(*_):
        for part, a, b in (
            ("train", data.x, data.y),
            ("test", data.x_test, data.y_test),
        ):
            f = network(a)
            curves[f"{part}_error"].append(share_wrong(b, f))
            curves[f"{part}_loss"].append(cross_entropy.value(b, f))

    note()
    fit(
        network, data.x, data.y, loss=cross_entropy, rate=rates, epochs=len(rates),
        optimizer=GradientDescent(beta=0.9), batch_size=100, rng=rng, tell=note,
    )  # fmt: skip
    return {name: np.array(values).T for name, values in curves.items()}


def stored_curves(hidden=100, examples=4000):
    """Give the curves of twenty starts, computed before, as `train_family` has them.

    Parameters
    ----------
    hidden : int, optional
        2, 5, 10, 20, 50, 100 or 200; with fewer than 4000 examples only 100.
    examples : int, optional
        100, 200, 400, 1000, 2000 or 4000.

    Raises
    ------
    ValueError
        If these curves are not kept.

    Notes
    -----
    ``make results NAME=digit_curves`` computes them again, with seed 0.

    Examples
    --------
    >>> stored_curves(hidden=50)["test_error"].shape
    (20, 51)
    """
    run = f"units_{hidden}" if examples == 4000 else f"examples_{examples}"
    if examples != 4000 and hidden != 100:
        raise ValueError(
            "with fewer than 4000 examples, only 100 hidden units are kept."
        )
    with np.load(data_file("digit_curves.npz"), allow_pickle=False) as kept:
        if f"{run}_test_loss" not in kept:
            raise ValueError(f"no curves of {run.replace('_', ' ')} are kept.")
        return {name: kept[f"{run}_{name}"] for name in MEASURES}


@functools.cache
def trial(hidden, rate, beta, batch_size):
    """Train briefly with some settings; give the error on digits kept for that.

    Parameters
    ----------
    hidden : int
        Units in each of two hidden layers.
    rate, beta : float
        Learning rate and momentum.
    batch_size : int

    Returns
    -------
    float
        Share of wrong digits among training examples 3000 to 3999, mean of two starts.
        The networks have seen the first 1500, five times.

    Examples
    --------
    >>> trial(hidden=2, rate=0.0, beta=0.9, batch_size=500) > 0.7
    True
    """
    data, rng = mnist1d(), np.random.default_rng(0)
    networks = two_hidden_layers(hidden, rng, (2,))
    fit(
        networks, data.x[:1500], data.y[:1500], loss=cross_entropy, rng=rng,
        optimizer=GradientDescent(beta), rate=rate, epochs=5, batch_size=batch_size,
    )  # fmt: skip
    return float(share_wrong(data.y[3000:], networks(data.x[3000:])).mean())
