"""Errors of page 10.2: two kinds of networks on MNIST-1D, six starts for each."""

import numpy as np

from udl.images.digits import KINDS, convolutional, train_starts
from udl.nn.parameters import Parameters

EXAMPLES = (500, 1000, 2000, 4000)
MODELS, SEED = 6, 0
TOLERANCE = 0.2  # other processors round differently, and training magnifies that


def first_of(family):
    """Give the parameters of a family's first network in one vector."""
    one = convolutional(np.random.default_rng(0))
    for mine, theirs in zip(one.walk(), family.walk(), strict=True):
        for name, values in theirs.phi.items():
            mine.phi[name] = values[0]
    return Parameters(one).phi


def make():
    """Train all families; give errors by what was varied, and one network."""
    arrays = {}
    for kind in KINDS:
        for examples, shuffled in [(n, False) for n in EXAMPLES] + [(4000, True)]:
            curves, family = train_starts(
                kind, examples, MODELS, SEED, shuffled=shuffled
            )
            run = f"{kind}_{examples}{'_shuffled' * shuffled}"
            for part in ("train_error", "test_error"):
                arrays[f"{run}_{part}"] = curves[part].astype(np.float32)
            if run == "convolutional_4000":
                arrays["phi"] = first_of(family)
            print(run, curves["test_error"][:, -1].mean(), flush=True)
    return arrays
