"""Where the data files of the library lie."""

from importlib.resources import files


def data_file(name):
    """Return the path of a file in ``udl/data``.

    Examples
    --------
    >>> data_file("mnist1d.npz").is_file()
    True
    """
    return files("udl") / "data" / name
