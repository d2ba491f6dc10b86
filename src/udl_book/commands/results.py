"""Compute a stored result again: ``python -m udl_book results NAME``."""

import time
from importlib import import_module

import numpy as np

FOLDER = "src/udl_book/results"


def run(root, name):
    """Compute a result, compare it with what is kept, or keep it; return the exit code.

    Parameters
    ----------
    root : pathlib.Path
        The project's folder.
    name : str
        A module of `udl_book.results`.
    """
    names = sorted(p.stem for p in (root / FOLDER).glob("*.py") if p.stem != "__init__")
    if name not in names:
        print(f"There is no result {name!r}; there are: {', '.join(names)}.")
        return 2
    result = import_module(f"udl_book.results.{name}")
    print(f"Computing {name}.", flush=True)
    started = time.perf_counter()
    arrays = result.make()
    seconds = time.perf_counter() - started
    path = root / "src" / "udl" / "data" / f"{name}.npz"
    place = path.relative_to(root)
    if path.is_file():
        faults = list(changes(path, arrays, result.TOLERANCE))
        print(*faults, sep="\n", end="\n" if faults else "")
        said = (
            "is another one now: delete it, and it is kept anew" if faults else "holds"
        )
        print(f"{place} {said} ({seconds:.0f} s).")
        return 1 if faults else 0
    path.parent.mkdir(exist_ok=True)
    np.savez_compressed(path, seconds=np.array(round(seconds, 1)), **arrays)
    print(f"{place} is kept: {path.stat().st_size:,} bytes ({seconds:.0f} s).")
    return 0


def changes(path, arrays, tolerance):
    """Say which arrays are farther than a tolerance from those that are kept.

    Parameters
    ----------
    path : pathlib.Path
        The file that is kept.
    arrays : dict of str to ndarray
    tolerance : float
        Largest difference of a number, absolutely.

    Yields
    ------
    str
    """
    with np.load(path, allow_pickle=False) as kept:
        for name, array in arrays.items():
            if name not in kept.files or kept[name].shape != array.shape:
                yield f"{name}: new, or of another shape"
            elif array.dtype.kind == "U":
                if np.any(array != kept[name]):
                    yield f"{name}: other words"
            else:
                gap = np.abs(array.astype(float) - kept[name].astype(float))
                if not np.all(gap <= tolerance):
                    yield f"{name}: differs by {np.max(gap):.2g}"
