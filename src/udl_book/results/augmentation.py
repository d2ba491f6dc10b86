"""Errors on MNIST-1D with and without augmentation, for page 9.5: ten seeds."""

import numpy as np

from udl.datasets.mnist1d import mnist1d
from udl.generalization.augmentation import enlarge, rotate
from udl.generalization.augmented_training import train
from udl.generalization.learning_curves import two_hidden_layers
from udl.nn.losses import share_wrong

SEEDS = 10
TOLERANCE = 0.06  # other orders of summation lead to other networks
NAMES = ("plain", "once", "fresh")


def make():
    """Train with 4000 examples, with a copy of each besides, and with fresh ones."""
    data, found = mnist1d(), {"errors": [], "moved": [], "training": []}
    for name in NAMES:
        ran = [one_run(data, name, seed) for seed in range(SEEDS)]
        for part, values in zip(found, zip(*ran, strict=True), strict=True):
            found[part].append(values)
    arrays = {part: np.array(values, np.float32) for part, values in found.items()}
    return {"names": np.array(NAMES), "steps": np.arange(0, 4001, 80), **arrays}


def one_run(data, name, seed):
    """Train one network for 4000 steps; give its errors on the way and at the end."""
    network = two_hidden_layers(200, np.random.default_rng([seed, 0]))
    rng = np.random.default_rng([seed, 1])
    x, y, test = data.x, data.y, (data.x_test, data.y_test)
    if name == "once":
        errors = train(network, *enlarge(x, y, 1, rng), test, epochs=50, rng=rng)
    else:
        fresh = name == "fresh"
        errors = train(network, x, y, test, epochs=100, rng=rng, fresh=fresh)[::2]
    moved = [
        share_wrong(data.y_test, network(rotate(data.x_test, offset)))
        for offset in range(data.x_test.shape[1])
    ]
    return errors, moved, share_wrong(y, network(x))
