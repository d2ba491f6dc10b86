"""The optimizers of chapter 6, on the vector of all parameters of a network."""

import numpy as np

from udl.fitting.adam import adam_step
from udl.fitting.momentum import momentum_step, nesterov_step


class Optimizer:
    """What all optimizers share: weight decay, in either of its two forms.

    Parameters
    ----------
    l2 : float, optional
        Adds half of this times the sum of squares of the parameters to the loss.
    decay : float, optional
        Takes this share, times the learning rate, off the parameters at each step.

    Notes
    -----
    For gradient descent both are the same. Momentum carries on the penalty's gradient,
    and Adam divides it by its size, so that it hardly depends on `l2`: decay that is
    not part of the loss does its work there (Loshchilov and Hutter, 2019).

    Examples
    --------
    Decay alone shortens the parameters:

    >>> nothing = lambda phi: 0 * phi
    >>> GradientDescent(decay=0.5).step(np.array([4.0]), nothing, rate=0.1).tolist()
    [3.8]
    """

    def __init__(self, l2, decay):
        self.l2, self.decay = l2, decay

    def step(self, phi, gradient, rate):
        """Give the parameters after a step.

        Parameters
        ----------
        phi : ndarray, shape (P,)
            Parameters.
        gradient : callable
            Function of the parameters that gives their gradient, (P,).
        rate : float
            Learning rate.

        Returns
        -------
        ndarray, shape (P,)
        """

        def penalized(phi):
            return gradient(phi) + self.l2 * phi

        moved = self._move(phi, penalized if self.l2 else gradient, rate)
        return moved - rate * self.decay * phi if self.decay else moved


class GradientDescent(Optimizer):
    """Gradient descent, with momentum where `beta` is positive.

    Parameters
    ----------
    beta : float, optional
        Share of the old average of gradients that the new one keeps.
    nesterov : bool, optional
        Take the gradient where momentum alone would lead.
    l2, decay : float, optional
        As in `Optimizer`.

    Notes
    -----
    UDL eqs. 6.11 and 6.12, with the factor 1 - beta of the gradient. torch leaves it
    out: its learning rate of 0.05 with momentum 0.9 is 0.05 / (1 - 0.9) = 0.5 here.

    Examples
    --------
    >>> GradientDescent().step(np.array([3.0]), lambda phi: 2 * phi, rate=0.25).tolist()
    [1.5]
    """

    def __init__(self, beta=0.0, nesterov=False, l2=0.0, decay=0.0):
        super().__init__(l2, decay)
        self.beta, self.m = beta, 0.0
        self.one_step = nesterov_step if nesterov else momentum_step

    def _move(self, phi, gradient, rate):
        phi, self.m = self.one_step(phi, self.m, gradient, rate, self.beta)
        return phi


class Adam(Optimizer):
    """Adam; with `decay` it is what is called AdamW.

    Parameters
    ----------
    beta, gamma, epsilon : float, optional
        As in `udl.fitting.adam.adam_step`.
    l2, decay : float, optional
        As in `Optimizer`.

    Examples
    --------
    The first step is as long as the learning rate:

    >>> Adam().step(np.array([3.0]), lambda phi: 2 * phi, 0.25).round(6).tolist()
    [2.75]
    """

    def __init__(self, beta=0.9, gamma=0.999, epsilon=1e-8, l2=0.0, decay=0.0):
        super().__init__(l2, decay)
        self.settings = {"beta": beta, "gamma": gamma, "epsilon": epsilon}
        self.m, self.v, self.t = 0.0, 0.0, 0

    def _move(self, phi, gradient, rate):
        phi, self.m, self.v = adam_step(
            phi, self.m, self.v, self.t, gradient, rate, **self.settings
        )
        self.t += 1
        return phi


def cosine_rates(rate, steps, warmup=0):
    """Learning rates that climb in a line, then fall along half a cosine.

    Parameters
    ----------
    rate : float
        The highest of them.
    steps : int
        How many steps.
    warmup : int, optional
        How many of them climb.

    Returns
    -------
    ndarray, shape (steps,)

    Examples
    --------
    >>> cosine_rates(1.0, steps=4, warmup=2).round(3).tolist()
    [0.5, 1.0, 1.0, 0.5]
    """
    step = np.arange(steps)
    fallen = (step - warmup) / max(1, steps - warmup)
    falling = (1 + np.cos(np.pi * np.clip(fallen, 0, 1))) / 2
    return rate * np.where(step < warmup, (step + 1) / max(1, warmup), falling)
