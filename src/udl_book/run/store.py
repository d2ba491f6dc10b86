"""The outputs of executed pages, one small JSON file a key."""

import json
from pathlib import Path
from tempfile import NamedTemporaryFile


def load(folder: Path, key: str) -> dict | None:
    """Give the run of the page with this key; None if it never ran.

    It holds the ``cells`` with their outputs, the ``answers`` to what the text asks of
    the run, the name of the ``page``, and the ``seconds`` that the run took.
    """
    try:
        return json.loads((folder / f"{key}.json").read_text("utf8"))
    except FileNotFoundError:
        return None


def save(folder: Path, key: str, run: dict) -> None:
    """Keep a run; another build that reads meanwhile never sees half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", dir=folder, suffix=".part", encoding="utf8", delete=False
    ) as part:
        json.dump(run, part)
    Path(part.name).replace(folder / f"{key}.json")
