"""MNIST-1D with a convolutional network, and with a fully connected one as large.

Layout: examples are (N, C, L), as in `udl.nn`; the first axis of results is that of
the starts.
"""

from dataclasses import replace

import numpy as np

from udl.datasets.files import data_file
from udl.datasets.mnist1d import mnist1d
from udl.generalization.learning_curves import (
    halving_rates,
    measured_fit,
    two_hidden_layers,
)
from udl.nn.activations import relu
from udl.nn.convolution import Conv1d
from udl.nn.layer import Flatten, Sequential
from udl.nn.linear import Linear
from udl.nn.parameters import Parameters


def convolutional(rng, models=()):
    """Make a network of three convolutions for MNIST-1D: 2050 parameters.

    Parameters
    ----------
    rng : numpy.random.Generator
        Draws the weights, with He's variance.
    models : tuple of int, optional
        Shape of a family of such networks.

    Returns
    -------
    udl.nn.layer.Sequential

    Notes
    -----
    Fifteen channels, three weights for each, stride 2, no padding: 40 places become 19,
    9 and 4.

    Examples
    --------
    >>> convolutional(np.random.default_rng(0))(np.zeros((3, 1, 40))).shape
    (3, 10)
    """
    layers = []
    for channels in (1, 15, 15):
        layers += [Conv1d(channels, 15, 3, rng, stride=2, models=models), relu()]
    return Sequential(*layers, Flatten(2), Linear(60, 10, rng, models))


def connected(rng, models=()):
    """Make a fully connected network with as many parameters: 2038.

    Parameters
    ----------
    rng, models
        As in `convolutional`.

    Returns
    -------
    udl.nn.layer.Sequential

    Examples
    --------
    >>> connected(np.random.default_rng(0))(np.zeros((3, 40))).shape
    (3, 10)
    """
    return two_hidden_layers(26, rng, models)


def shuffled_places(seed=0):
    """Give an order of the 40 places that is the same for every line.

    Parameters
    ----------
    seed : int, optional

    Returns
    -------
    ndarray of int, shape (40,)

    Examples
    --------
    >>> sorted(shuffled_places().tolist()) == list(range(40))
    True
    """
    return np.random.default_rng(seed).permutation(40)


def digits_for(kind, examples=4000, order=None):
    """Give MNIST-1D in the layout of a network.

    Parameters
    ----------
    kind : str
        "convolutional" for lines of one channel, (N, 1, 40); "connected" for (N, 40).
    examples : int, optional
        How many of the 4000 training examples, the first ones.
    order : ndarray of int, shape (40,), optional
        In which order the places come.

    Returns
    -------
    udl.datasets.mnist1d.Digits

    Examples
    --------
    >>> digits_for("convolutional", 500).x.shape
    (500, 1, 40)
    """
    data, order = mnist1d(), np.arange(40) if order is None else order
    x, x_test = data.x[:examples, order], data.x_test[:, order]
    if kind == "convolutional":
        x, x_test = x[:, np.newaxis], x_test[:, np.newaxis]
    return replace(data, x=x, y=data.y[:examples], x_test=x_test)


KINDS = {"convolutional": convolutional, "connected": connected}


def train_starts(kind, examples, models, seed, epochs=60, shuffled=False):
    """Train a network from several starts, together.

    Parameters
    ----------
    kind : str
        "convolutional" or "connected".
    examples : int
        How many training examples.
    models, seed : int
        How many starts, and what they are drawn with.
    epochs : int, optional
    shuffled : bool, optional
        Whether the places of all lines are in a random order, `shuffled_places`.

    Returns
    -------
    curves : dict of str to ndarray, shape (models, epochs + 1)
        As `measured_fit` gives them.
    network : udl.nn.layer.Sequential
        The family.

    Notes
    -----
    Batches of 100, learning rate 0.5 with momentum 0.9 (torch's 0.05), halved every
    20 epochs.

    Examples
    --------
    >>> curves, _ = train_starts("connected", 200, models=3, seed=0, epochs=1)
    >>> curves["test_error"].shape
    (3, 2)
    """
    rng = np.random.default_rng(seed)
    network = KINDS[kind](rng, (models,))
    data = digits_for(kind, examples, shuffled_places() if shuffled else None)
    rates = halving_rates(0.5, epochs, every=20)
    return measured_fit(network, data, rates, rng), network


def stored_errors(kind, examples=4000, shuffled=False):
    """Give errors of six starts, computed before by `train_starts`.

    Parameters
    ----------
    kind, examples, shuffled
        As in `train_starts`; 500, 1000, 2000 or 4000 examples, 4000 if shuffled.

    Returns
    -------
    dict of str to ndarray, shape (6, 61)
        "train_error" and "test_error".

    Raises
    ------
    ValueError
        If these errors are not kept.

    Notes
    -----
    ``make results NAME=convolution_digits`` computes them again, with seed 0.

    Examples
    --------
    >>> stored_errors("connected", 500)["test_error"].shape
    (6, 61)
    """
    run = f"{kind}_{examples}{'_shuffled' * shuffled}"
    with np.load(data_file("convolution_digits.npz"), allow_pickle=False) as kept:
        if f"{run}_test_error" not in kept:
            raise ValueError(f"no errors of {run.replace('_', ' ')} are kept.")
        return {f"{p}_error": kept[f"{run}_{p}_error"] for p in ("train", "test")}


def stored_network():
    """Give the first of the six convolutional networks, trained with 4000 examples.

    Returns
    -------
    udl.nn.layer.Sequential

    Examples
    --------
    >>> stored_network()(np.zeros((1, 1, 40))).shape
    (1, 10)
    """
    network = convolutional(np.random.default_rng(0))
    with np.load(data_file("convolution_digits.npz"), allow_pickle=False) as kept:
        Parameters(network).phi[:] = kept["phi"]
    return network
