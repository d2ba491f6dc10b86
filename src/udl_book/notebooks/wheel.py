"""The wheel of `udl` for readers: the library alone; the same files, the same bytes.

The project's own distribution also holds `udl_book`, which a reader has no use for. A
wheel of pure Python is a zip file with three files of description, so this writes one.
"""

import base64
import hashlib
import tomllib
import zipfile
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

from udl_book.book import Book

PROJECT = Path(__file__).parents[3]
OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip file knows no earlier date
TAG = "py3-none-any"


def project(root: Path) -> dict:
    """Table `project` of the book's pyproject.toml, or of that beside this package."""
    for folder in (root, PROJECT):
        path = folder / "pyproject.toml"
        if path.is_file():
            return tomllib.loads(path.read_text("utf8"))["project"]
    raise FileNotFoundError("no pyproject.toml: what version is the library?")


def wheel_name(root: Path) -> str:
    """File name of the wheel, with its version."""
    about = project(root)
    return f"{about['name']}-{about['version']}-{TAG}.whl"


def wheel(book: Book) -> bytes:
    """Contents of the wheel."""
    about = project(book.root)
    files = {
        path.relative_to(book.source).as_posix(): path.read_bytes()
        for path in (book.source / "udl").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    info = f"{about['name']}-{about['version']}.dist-info"
    for folder in (book.root, PROJECT):
        if (folder / "LICENSE").is_file():
            files[f"{info}/licenses/LICENSE"] = (folder / "LICENSE").read_bytes()
            break
    files = dict(sorted(files.items()))
    files[f"{info}/METADATA"] = _metadata(about)
    files[f"{info}/WHEEL"] = (
        f"Wheel-Version: 1.0\nGenerator: udl_book\nRoot-Is-Purelib: true\nTag: {TAG}\n"
    ).encode()
    record = f"{info}/RECORD"
    lines = [_line(name, content) for name, content in files.items()]
    files[record] = "".join([*lines, f"{record},,\n"]).encode()
    return archive(files)


def archive(files: dict[str, bytes]) -> bytes:
    """Zip file without dates or owners: the same files give the same bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, OLDEST)
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system = 3  # Unix, whatever this is
            about.external_attr = 0o100644 << 16
            folder.writestr(about, content)
    return buffer.getvalue()


def _metadata(about):
    fields = EmailMessage()
    fields["Metadata-Version"] = "2.4"
    fields["Name"] = about["name"]
    fields["Version"] = about["version"]
    fields["Summary"] = about["description"]
    fields["License-Expression"] = about["license"]
    for name in about["license-files"]:
        fields["License-File"] = name
    fields["Requires-Python"] = about["requires-python"]
    for requirement in about["dependencies"]:
        fields["Requires-Dist"] = requirement
    return fields.as_bytes()


def _line(name, content):
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
    return f"{name},sha256={digest.decode().rstrip('=')},{len(content)}\n"
