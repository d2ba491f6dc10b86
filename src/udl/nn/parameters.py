"""All parameters of a network in one vector, as phi is in UDL."""

import numpy as np


class Parameters:
    """One vector of parameters, and one of derivatives, that the layers share.

    The layers' own arrays become views of it: what changes here changes there.

    Parameters
    ----------
    network : Layer
        The network; layers inside of layers count too.

    Attributes
    ----------
    phi, gradient
        All parameters and their derivatives, (P,) each.

    Examples
    --------
    >>> from udl.nn.linear import Linear
    >>> layer = Linear.of([[2.0, 3.0]], [1.0])
    >>> parameters = Parameters(layer)
    >>> parameters.phi.tolist()
    [2.0, 3.0, 1.0]
    >>> parameters.phi[:] = 0
    >>> layer.phi["omega"].tolist()
    [[0.0, 0.0]]
    """

    def __init__(self, network):
        places = [(part, name) for part in network.walk() for name in part.phi]
        arrays = [part.phi[name].ravel() for part, name in places]
        self.phi = np.concatenate(arrays) if arrays else np.zeros(0)
        self.gradient = np.zeros_like(self.phi)
        first = 0
        for part, name in places:
            shape, size = part.phi[name].shape, part.phi[name].size
            here = slice(first, first + size)
            part.phi[name] = self.phi[here].reshape(shape)
            part.gradient[name] = self.gradient[here].reshape(shape)
            first += size


def save(network, path):
    """Write parameters and state of a network to a file that numpy reads (npz).

    Parameters
    ----------
    network : Layer
    path : str or path
        Where to write; numpy adds ``.npz`` where it is missing.

    Examples
    --------
    >>> import io
    >>> from udl.nn.linear import Linear
    >>> file = io.BytesIO()
    >>> save(Linear.of([[2.0]], [1.0]), file)
    >>> file.getbuffer().nbytes > 0
    True
    """
    np.savez(path, **_named(network))


def load(network, path):
    """Read into a network what `save` has written of one with the same layers.

    Parameters
    ----------
    network : Layer
        Its parameters and state are overwritten.
    path : str or path

    Raises
    ------
    ValueError
        If the file is of another network: it names what differs first.

    Examples
    --------
    >>> import io
    >>> from udl.nn.linear import Linear
    >>> file, other = io.BytesIO(), Linear.of([[0.0]], [0.0])
    >>> save(Linear.of([[2.0]], [1.0]), file)
    >>> _ = file.seek(0)
    >>> load(other, file)
    >>> other.phi["omega"].tolist()
    [[2.0]]
    """
    own = _named(network)
    with np.load(path, allow_pickle=False) as kept:
        if set(kept.files) != set(own):
            missing = sorted(set(kept.files) ^ set(own))
            raise ValueError(f"the file is of another network: {missing[0]} differs.")
        for name, array in own.items():
            if kept[name].shape != array.shape:
                raise ValueError(
                    f"{name} has shape {kept[name].shape} in the file, and "
                    f"{array.shape} in this network."
                )
        for name, array in own.items():
            array[...] = kept[name]


def _named(network):
    """Give every array of a network by the number of its layer and its name."""
    return {
        f"{number}.{name}": array
        for number, part in enumerate(network.walk())
        for name, array in (part.phi | part.state).items()
    }
