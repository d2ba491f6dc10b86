"""Double descent of trained networks: labels replaced, widths trained together, errors.

Examples are rows, as in `udl.nn`. A network of D units in each of two hidden layers is
one of more units whose further weights are zero: these get no gradient and stay zero,
so that networks of several widths are trained at once, padded to the widest.
"""

from dataclasses import dataclass

import numpy as np

from udl.datasets.files import data_file
from udl.nn.activations import relu
from udl.nn.fit import fit
from udl.nn.layer import Sequential
from udl.nn.linear import Linear
from udl.nn.losses import cross_entropy, share_wrong
from udl.nn.optimizers import GradientDescent


def replace_labels(y, share, u, digits):
    """Replace a share of the labels by digits that were drawn at random.

    Parameters
    ----------
    y : array_like of int, shape (N,)
        Labels; they are not changed.
    share : float
        Probability that a label is replaced.
    u : array_like, shape (N,)
        A number for each label, uniform from 0 to 1: it is replaced if this is less
        than the share.
    digits : array_like of int, shape (N,)
        The label that it would get; it may be the one that it has.

    Returns
    -------
    ndarray of int, shape (N,)

    Examples
    --------
    Two of three are replaced, one of them by itself.

    >>> replace_labels([7, 7, 7], 0.5, [0.1, 0.9, 0.4], [3, 3, 7]).tolist()
    [3, 7, 7]
    """
    return np.where(np.asarray(u) < share, digits, y)


def with_label_noise(y, share, rng, classes=10):
    """Replace a share of the labels by random ones, as `replace_labels` does.

    Parameters
    ----------
    y : ndarray of int, shape (N,)
    share : float
    rng : numpy.random.Generator
    classes : int, optional

    Returns
    -------
    ndarray of int, shape (N,)

    Examples
    --------
    >>> noisy = with_label_noise(np.zeros(10_000, int), 0.15, np.random.default_rng(0))
    >>> round(float(np.mean(noisy != 0)), 2)  # a tenth of the new ones are the old
    0.14
    """
    u, digits = rng.random(len(y)), rng.integers(classes, size=len(y))
    return replace_labels(y, share, u, digits)


def parameter_count(width, inputs=40, outputs=10):
    """Count the parameters of a network with two hidden layers of the same width.

    Examples
    --------
    >>> parameter_count(1)
    63
    """
    return width * (inputs + 1) + width * (width + 1) + outputs * (width + 1)


def networks_of(widths, rng, inputs=40, outputs=10):
    """Give networks with two hidden layers each, as a family that is trained at once.

    Parameters
    ----------
    widths : sequence of int, length M
        Hidden units in each of the two layers.
    rng : numpy.random.Generator
        Draws the weights, network by network, with He initialization.
    inputs, outputs : int, optional

    Returns
    -------
    udl.nn.layer.Sequential
        It takes (N, inputs) and gives (M, N, outputs).

    Examples
    --------
    >>> family = networks_of([2, 5], np.random.default_rng(0))
    >>> family(np.zeros((3, 40), np.float32)).shape
    (2, 3, 10)
    """
    widest = max(widths)
    sizes = [(inputs, *2 * [widest]), (*2 * [widest], outputs)]
    omegas = [
        np.zeros((len(widths), below, above), np.float32)
        for above, below in zip(*sizes, strict=True)
    ]
    for m, width in enumerate(widths):
        ends = (inputs, width, width, outputs)
        for omega, above, below in zip(omegas, ends[:-1], ends[1:], strict=True):
            own = Linear(above, below, rng)
            omega[m, :below, :above] = own.phi["omega"]
    first, second, third = (
        Linear.of(omega, np.zeros(omega.shape[:-1], np.float32)) for omega in omegas
    )
    return Sequential(first, relu(), second, relu(), third)


def errors_by_width(
    widths, train, test, rng, *, epochs, batch_size=100, rate=0.1, beta=0.9
):
    """Train networks of several widths together, and measure their errors.

    Parameters
    ----------
    widths : sequence of int, length M
    train, test : tuple of ndarray
        Inputs, (N, 40), and labels, (N,).
    rng : numpy.random.Generator
        Draws the weights and shuffles the batches, the same for all networks.
    epochs : sequence of int, length E
        After how many epochs the errors are measured, in rising order.
    batch_size, rate, beta : optional
        Of gradient descent with momentum; torch's learning rate is (1 - beta) rate.

    Returns
    -------
    ndarray, shape (E, 2, M)
        Share of wrong predictions, of the training labels and of the test labels.

    Examples
    --------
    >>> x, y = np.eye(40, dtype=np.float32)[:4], np.array([0, 1, 2, 3])
    >>> errors_by_width(
    ...     [20], (x, y), (x, y), np.random.default_rng(0), epochs=[0, 100],
    ...     batch_size=4)[1].tolist()
    [[0.0], [0.0]]
    """
    networks, optimizer, errors = networks_of(widths, rng), GradientDescent(beta), []
    for more in np.diff(epochs, prepend=0):
        fit(
            *(networks, *train),
            loss=cross_entropy,
            optimizer=optimizer,
            rate=rate,
            epochs=int(more),
            batch_size=batch_size,
            rng=rng,
        )
        errors.append([share_wrong(y, networks(x)) for x, y in (train, test)])
    return np.array(errors)


def threshold(widths, errors, level=0.01):
    """Find the width from which on the training labels are known by heart.

    Parameters
    ----------
    widths : array_like, shape (M,)
        In rising order.
    errors : array_like, shape (M,)
        Training error of each.
    level : float, optional
        What counts as none.

    Returns
    -------
    float
        The smallest width whose training error, and that of all wider networks, is at
        most `level`; infinite if there is none.

    Examples
    --------
    >>> threshold([2, 4, 8, 16], [0.3, 0.01, 0.2, 0.0])  # by luck at 4
    16
    """
    above = np.flatnonzero(np.asarray(errors) > level)
    first = above[-1] + 1 if above.size else 0
    return widths[first] if first < len(widths) else np.inf


@dataclass(frozen=True)
class Sweep:
    """Errors of networks of many widths on MNIST-1D, as they were stored.

    Attributes
    ----------
    widths, epochs
        Hidden units in each layer, (M,); after how many epochs was measured, (E,).
    noisy, clean
        Training and test error for each of S starts, (E, 2, S, M), with 15 % of the
        training labels replaced, and with true labels for the first M' widths.
    wrong
        Share of the training labels that are wrong when 15 % are replaced.
    seconds
        What it took to compute.

    Examples
    --------
    >>> stored_sweep().widths[:5].tolist()
    [2, 4, 6, 8, 10]
    """

    widths: np.ndarray
    epochs: np.ndarray
    noisy: np.ndarray
    clean: np.ndarray
    wrong: float
    seconds: float


def stored_sweep():
    """Read the stored result; ``make results NAME=double_descent`` computes it again.

    Returns
    -------
    Sweep

    Examples
    --------
    >>> stored_sweep().noisy.shape[1:3]  # training and test; three starts
    (2, 3)
    """
    with np.load(data_file("double_descent.npz"), allow_pickle=False) as kept:
        arrays = {name: kept[name] for name in Sweep.__dataclass_fields__}
    numbers = {name: float(arrays[name]) for name in ("wrong", "seconds")}
    return Sweep(**arrays | numbers)
