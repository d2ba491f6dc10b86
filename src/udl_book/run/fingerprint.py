"""One digest of everything that a build reads."""

import hashlib
import platform
from importlib.metadata import distributions
from pathlib import Path

from udl_book.site import addresses

FILES = (
    "_config.yml",
    "_toc.yml",
    "package-lock.json",
    "constraints.txt",
    "pyproject.toml",
    "LICENSE",
)
FOLDERS = ("book", "src", "tests/pages", "binder")


def inputs(root: Path) -> list[Path]:
    """Every file that a build of the book at `root` may read."""
    files = [root / name for name in FILES]
    for name in FOLDERS:
        files += sorted((root / name).rglob("*"))
    return [
        path
        for path in files
        if path.is_file()
        and "__pycache__" not in path.parts
        and not any(part.endswith(".egg-info") for part in path.parts)
    ]


def fingerprint(root: Path) -> str:
    """Digest of the inputs' contents and of all versions; times do not count."""
    digest = hashlib.sha256(platform.python_version().encode())
    for path in sorted(Path(__file__).parents[1].rglob("*.*")):
        digest.update(path.read_bytes())  # a book elsewhere is built by this code too
    installed = {(dist.name, dist.version) for dist in distributions()}
    digest.update(repr(sorted(installed)).encode())
    digest.update(repr(addresses.find(root)).encode())
    for path in inputs(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
