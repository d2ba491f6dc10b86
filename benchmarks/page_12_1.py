"""Attention over 256 and 512 tokens, pair by pair and as products of matrices."""

from functools import partial

import numpy as np

from benchmarks.race import Race
from udl.language.attention import attend_by_loop, attention_weights

WIDTH = 64  # of queries, keys and values


def attend(V, Q, K):
    return V @ attention_weights(Q, K)


def races():
    for count in (256, 512):
        given = np.random.default_rng(0).normal(size=(3, WIDTH, count))
        yield Race(
            f"12.1 attention over {count} tokens",
            partial(attend_by_loop, *given),
            partial(attend, *given),
            1e-9,
        )
