"""Activation functions; each works on arrays of any shape, element by element."""

import numpy as np


def relu(z):
    """Rectified linear unit: `z` where it is positive, zero elsewhere.

    Parameters
    ----------
    z : array_like, any shape
        Pre-activations.

    Returns
    -------
    ndarray, the shape of `z`
        Activations.

    Notes
    -----
    UDL section 3.1, eq. 3.2.

    Examples
    --------
    >>> relu([-2.0, 0.0, 3.0]).tolist()
    [0.0, 0.0, 3.0]
    """
    return np.maximum(0.0, z)
