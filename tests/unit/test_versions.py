"""Wherever the version of the library is written, it is the same."""

import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text("utf8"))["project"][
    "version"
]


def test_the_citation_names_the_version():
    assert (
        yaml.safe_load((ROOT / "CITATION.cff").read_text("utf8"))["version"] == VERSION
    )


def test_the_page_names_the_wheel_of_this_version():
    page = (ROOT / "book/how-to-use.md").read_text("utf8")
    assert (
        page.count("wheels/udl-") == page.count(f"wheels/udl-{VERSION}-py3-none") == 1
    )
