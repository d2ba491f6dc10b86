"""Random numbers that an answer is given: generators, and draws that are dealt."""

import itertools
from types import SimpleNamespace

import numpy as np


class Seeded(np.random.Generator):
    """A generator that is shown by its seed."""

    def __init__(self, seed):
        super().__init__(np.random.PCG64(seed))
        self.seed = seed

    def __deepcopy__(self, memo):
        """Start anew for each call."""
        return Seeded(self.seed)

    def __repr__(self):
        return f"default_rng({self.seed})"


def dealt(draws):
    """Give numpy as a notebook imports it, with normal draws that are given ones.

    Parameters
    ----------
    draws : array_like
        What ``np.random.normal`` and its kind hand out for a standard normal, in
        order, and from the first one again when they are used up.

    Returns
    -------
    SimpleNamespace
        With all names of numpy; what is drawn has the shape that is asked for.

    Examples
    --------
    >>> dealt([1.0, -2.0]).random.normal(5.0, 10.0, size=(2, 1)).tolist()
    [[15.0], [-15.0]]
    """
    endless = itertools.cycle(np.ravel(draws).tolist())

    def normal(loc=0.0, scale=1.0, size=None):
        shape = np.broadcast(loc, scale).shape if size is None else size
        count = int(np.prod(shape))
        noise = np.reshape([next(endless) for _ in range(count)], shape)
        return loc + scale * noise

    random = SimpleNamespace(
        normal=normal,
        standard_normal=lambda size=None: normal(size=size),
        randn=lambda *shape: normal(size=shape),
        seed=lambda *_: None,
    )
    random.default_rng = random.RandomState = lambda *_: random
    return SimpleNamespace(**{**vars(np), "random": random})
