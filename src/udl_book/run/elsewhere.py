"""Values of a page's run that the table of differences shows, on another page."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

FILE = Path("book") / "differences.yaml"
PLACE = re.compile(r"\{([^{}]+)\}")


def fields_of(root: Path, number: str) -> tuple[str, ...]:
    """Fields that the rows of a page ask for, each once.

    Parameters
    ----------
    root
        Of the book; it may have no such table.
    number
        Of the page, as "5.1".
    """
    path = root / FILE
    if not path.is_file():
        return ()
    rows = _rows(path, path.stat().st_mtime_ns)
    found = [PLACE.findall(row["ours"]) for row in rows if row.get("page") == number]
    return tuple(dict.fromkeys(field for fields in found for field in fields))


@lru_cache(maxsize=8)
def _rows(path: Path, _mtime: int) -> list[dict]:
    return yaml.safe_load(path.read_text("utf8")) or []
