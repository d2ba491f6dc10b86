"""Fit a network: epochs of batches, what was measured, when to stop."""

import itertools
from dataclasses import dataclass, field

import numpy as np

from udl._shapes import as_rates
from udl.fitting.stochastic_gradient_descent import epoch_batches
from udl.nn.parameters import Parameters


@dataclass
class History:
    """What was measured while a network was fitted.

    Attributes
    ----------
    losses
        Mean of the batches' losses in each epoch, each before its step.
    measured
        By name, each measure, before the first epoch and after every epoch.
    best
        With early stopping: after how many epochs the watched measure was lowest.

    Examples
    --------
    >>> History().losses
    []
    """

    losses: list = field(default_factory=list)
    measured: dict = field(default_factory=dict)
    best: int | None = None


def fit(
    network, x, y, *, loss, optimizer, rate, epochs, batch_size, rng,
    measures=None, watch=None, patience=None, tell=None,
):  # fmt: skip
    """Fit a network to examples, in batches.

    Parameters
    ----------
    network : Layer
        Its parameters are changed.
    x : ndarray, shape (N, ...)
        Inputs, an example in each entry of the first axis.
    y : ndarray, shape (N,)
        Targets.
    loss : udl.nn.losses.Loss
    optimizer : udl.nn.optimizers.Optimizer
    rate : float or array_like, shape (epochs,)
        Learning rate, of all epochs or of each.
    epochs, batch_size : int
    rng : numpy.random.Generator
        Shuffles the examples before each epoch.
    measures : dict of str to callable, optional
        Functions of the network, called before the first epoch and after each.
    watch : str, optional
        Name of the measure that decides when to stop; the network of its lowest value
        is given back.
    patience : int, optional
        How many epochs to wait for a lower value of it.
    tell : callable, optional
        Called after each epoch with its number, from 1, and the history: for progress.

    Returns
    -------
    History

    Raises
    ------
    ValueError
        If `watch` is no measure, or the shapes do not fit.

    Notes
    -----
    UDL sections 6.2 and 9.3.1.

    Examples
    --------
    One example, x = 1 and y = 3, and a line through the origin that starts flat: half a
    step of Newton's each time.

    >>> from udl.nn.linear import Linear
    >>> from udl.nn.losses import squared_error
    >>> from udl.nn.optimizers import GradientDescent
    >>> line = Linear.of([[0.0]], [0.0])
    >>> history = fit(
    ...     line, np.array([[1.0]]), np.array([3.0]), loss=squared_error, epochs=3,
    ...     optimizer=GradientDescent(), rate=0.125, batch_size=1,
    ...     rng=np.random.default_rng(0))
    >>> history.losses
    [9.0, 2.25, 0.5625]
    """
    measures = measures or {}
    if watch is not None and watch not in measures:
        raise ValueError(f"watch is {watch!r}, which is none of {sorted(measures)}.")
    if len(x) != len(y):
        raise ValueError(f"x has {len(x)} examples, but y has {len(y)}.")
    parameters = Parameters(network)
    history = History(measured={name: [] for name in measures})
    batches = epoch_batches(len(x), batch_size, rng)
    count = -(-len(x) // batch_size)
    kept = _measure(network, measures, history, watch, parameters, None)
    for epoch, each in enumerate(as_rates(rate, epochs), start=1):
        losses = [
            _step(network, parameters, x[batch], y[batch], loss, optimizer, float(each))
            for batch in itertools.islice(batches, count)
        ]
        history.losses.append(float(np.mean(losses)))
        kept = _measure(network, measures, history, watch, parameters, kept)
        if tell:
            tell(epoch, history)
        if patience is not None and watch and epoch - history.best >= patience:
            break
    if watch:
        parameters.phi[:] = kept
    return history


def _step(network, parameters, x, y, loss, optimizer, rate):
    """Make one step on a batch; give the loss before it."""
    values = []

    def gradient(phi):
        parameters.phi[:] = phi
        f = network.forward(x, training=True)
        values.append(np.mean(loss.value(y, f)))
        network.backward(loss.gradient(y, f))
        return parameters.gradient

    parameters.phi[:] = optimizer.step(parameters.phi.copy(), gradient, rate)
    return values[0]


def _measure(network, measures, history, watch, parameters, kept):
    """Measure; give the parameters at the lowest value so far."""
    for name, measure in measures.items():
        history.measured[name].append(float(measure(network)))
    if watch is None:
        return None
    values = history.measured[watch]
    if kept is None or values[-1] < values[history.best]:
        history.best = len(values) - 1
        return parameters.phi.copy()
    return kept
