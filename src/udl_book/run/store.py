"""The outputs of executed pages, one small JSON file a key."""

import json
from pathlib import Path
from tempfile import NamedTemporaryFile


def load(folder: Path, key: str) -> list[dict] | None:
    """Outputs of the cells of the page with this key; None if it never ran."""
    try:
        return json.loads((folder / f"{key}.json").read_text("utf8"))["cells"]
    except FileNotFoundError:
        return None


def seconds(folder: Path, key: str) -> float | None:
    """How long the run took; None if it was not noted, or never ran."""
    try:
        return json.loads((folder / f"{key}.json").read_text("utf8")).get("seconds")
    except FileNotFoundError:
        return None


def save(
    folder: Path, key: str, page: str, cells: list[dict], seconds: float | None = None
) -> None:
    """Keep outputs; another build that reads meanwhile never sees half a file."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        "w", dir=folder, suffix=".part", encoding="utf8", delete=False
    ) as part:
        json.dump({"page": page, "seconds": seconds, "cells": cells}, part)
    Path(part.name).replace(folder / f"{key}.json")
