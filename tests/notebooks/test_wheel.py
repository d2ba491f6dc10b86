"""The reader's wheel: the library, described rightly, the same each time."""

import base64
import csv
import hashlib
import io
import zipfile

import pytest
from exported import ROOT

from udl_book.book import Book
from udl_book.notebooks.wheel import project, wheel, wheel_name

BOOK = Book(ROOT)


@pytest.fixture(scope="module")
def archive():
    with zipfile.ZipFile(io.BytesIO(wheel(BOOK))) as archive:
        yield archive


def test_the_same_files_make_the_same_wheel():
    assert wheel(BOOK) == wheel(BOOK)


def test_it_holds_the_library_and_nothing_else(archive):
    tops = {name.partition("/")[0] for name in archive.namelist()}
    assert tops == {"udl", f"udl-{project(ROOT)['version']}.dist-info"}
    modules = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/udl").rglob("*.py")
    }
    assert modules <= set(archive.namelist())
    assert not [name for name in archive.namelist() if "__pycache__" in name]


def test_its_record_holds(archive):
    (record,) = [name for name in archive.namelist() if name.endswith("/RECORD")]
    rows = list(csv.reader(archive.read(record).decode().splitlines()))
    assert [name for name, *_ in rows] == archive.namelist()
    for name, digest, size in rows[:-1]:
        content = archive.read(name)
        right = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode()
        assert digest == f"sha256={right.rstrip('=')}"
        assert int(size) == len(content)


def test_the_site_and_binder_name_this_wheel():
    name = wheel_name(ROOT)
    assert (ROOT / "_build/html/wheels" / name).read_bytes() == wheel(BOOK)
    requirements = (ROOT / "binder/requirements.txt").read_text().splitlines()
    assert f"./wheels/{name}" in requirements


def test_it_needs_what_the_project_needs(archive):
    (about,) = [name for name in archive.namelist() if name.endswith("/METADATA")]
    lines = archive.read(about).decode().splitlines()
    needs = [
        line.partition(": ")[2] for line in lines if line.startswith("Requires-Di")
    ]
    assert needs == project(ROOT)["dependencies"]
