"""The outputs of executed pages, one small JSON file a key."""

import json
import time
from collections.abc import Iterable
from pathlib import Path
from tempfile import NamedTemporaryFile

DAYS = 30


def load(folder: Path, key: str) -> dict | None:
    """Give the run of the page with this key; None if it never ran.

    It holds the ``cells`` with their outputs, the ``answers`` to what the text asks of
    the run, the name of the ``page``, and the ``seconds`` that the run took.
    """
    path = folder / f"{key}.json"
    try:
        run = json.loads(path.read_bytes())
        if {"cells", "answers"} <= set(run):
            return run
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):  # a disk that was full, a kill of the machine
        pass
    aside = path.replace(path.with_suffix(".damaged"))
    print(f"{path.name} was damaged: set aside as {aside}; the page runs again")
    return None


def save(folder: Path, key: str, run: dict) -> None:
    """Keep a run; another build that reads meanwhile never sees half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", dir=folder, suffix=".part", encoding="utf8", delete=False
    ) as part:
        json.dump(run, part)
    Path(part.name).replace(folder / f"{key}.json")


def prune(folder: Path, keys: Iterable[str]) -> None:
    """Forget what no page has asked for in a month, and what was set aside.

    Parameters
    ----------
    folder
        The store.
    keys
        Keys of the pages as they are now; their runs stay, however old.
    """
    wanted = {f"{key}.json" for key in keys}
    for path in folder.glob("*"):
        age = time.time() - path.stat().st_mtime
        if path.name not in wanted and age > DAYS * 24 * 3600:
            path.unlink(missing_ok=True)
