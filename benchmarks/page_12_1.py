"""Attention over 256 and 512 tokens, pair by pair and as products of matrices."""

import math
from functools import partial

import numpy as np

from benchmarks.race import Race
from udl.language.attention import attention_weights

WIDTH = 64  # of queries, keys and values


def attend_by_loop(V, Q, K):
    """Compute scaled attention as its sums are written: for each query, all keys."""
    outputs = []
    for q in Q.T:
        votes = [math.exp(k @ q / math.sqrt(len(q))) for k in K.T]
        total = sum(votes)
        output = np.zeros(len(V))
        for vote, v in zip(votes, V.T, strict=True):
            output += vote / total * v
        outputs.append(output)
    return np.stack(outputs, axis=1)


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
