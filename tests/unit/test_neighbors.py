"""The nearest neighbor, against all differences."""

import numpy as np
from numpy.testing import assert_allclose

from udl.generalization.neighbors import nearest


def test_nearest_by_all_differences():
    rng = np.random.default_rng(0)
    x, new, y = (
        rng.normal(size=(30, 4)),
        rng.normal(size=(9, 4)),
        rng.integers(9, size=30),
    )
    far = ((new[:, None] - x) ** 2).sum(axis=2)
    assert_allclose(nearest(x, y, new), y[far.argmin(axis=1)])
