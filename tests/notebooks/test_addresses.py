"""Addresses come from the configuration, the workflow, or the clone; never from us."""

import subprocess

import pytest
from exported import ROOT

from udl_book.site.addresses import Addresses, find

NOTHING = "title: A book\n"
BOTH = "repository:\n  url: {}\nhtml:\n  baseurl: {}\n"
EMPTY = {"PATH": ""}
WORKFLOW = {"GITHUB_REPOSITORY": "ann/book"}


def book(folder, config=NOTHING, remotes=()):
    (folder / "_config.yml").write_text(config)
    if remotes:
        subprocess.run(["git", "init", "--quiet", folder], check=True)
    for name, url in remotes:
        subprocess.run(["git", "remote", "add", name, url], cwd=folder, check=True)
    return folder


def test_nothing_is_assumed(tmp_path):
    found = find(book(tmp_path), EMPTY)
    assert found == Addresses("", "")
    assert found.page("book/index") == found.binder("a.ipynb") == ""
    assert found.colab("a.ipynb") == found.wheel("a.whl") == ""


def test_the_configuration_comes_first(tmp_path):
    config = BOTH.format("https://github.com/cleo/deep.git", "https://deep.example")
    remotes = [("origin", "https://github.com/bob/book")]
    found = find(book(tmp_path, config, remotes), WORKFLOW)
    assert found == Addresses("https://github.com/cleo/deep", "https://deep.example/")


def test_the_workflow_comes_second(tmp_path):
    remotes = [("origin", "https://github.com/bob/book")]
    found = find(book(tmp_path, remotes=remotes), WORKFLOW)
    assert found == Addresses(
        "https://github.com/ann/book", "https://ann.github.io/book/"
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://github.com/bob/my.book.git",
        "git@github.com:bob/my.book.git",
        "ssh://git@github.com/bob/my.book",
        "https://bob:secret@github.com/bob/my.book",
    ],
)
def test_the_remote_comes_last(url, tmp_path):
    remotes = [("away", "https://github.com/eve/b"), ("origin", url)]
    found = find(book(tmp_path, remotes=remotes), EMPTY)
    assert found.repository == "https://github.com/bob/my.book"
    assert found.site == "https://bob.github.io/my.book/"


def test_another_host_is_no_github(tmp_path):
    remotes = [("origin", "https://notgithub.com/bob/book")]
    assert find(book(tmp_path, remotes=remotes), EMPTY) == Addresses()


def test_a_folder_inside_a_clone_is_not_that_clone(tmp_path):
    book(tmp_path, remotes=[("origin", "https://github.com/bob/book")])
    (tmp_path / "inner").mkdir()
    assert find(book(tmp_path / "inner"), EMPTY) == Addresses()


def test_a_site_without_a_repository_still_has_its_wheel(tmp_path):
    found = find(book(tmp_path, "html:\n  baseurl: https://b.example/x/\n"), EMPTY)
    assert found.wheel("udl-1.whl") == "https://b.example/x/wheels/udl-1.whl"
    assert found.page("book/a", "b") == "https://b.example/x/book/a.html#b"
    assert found.binder("a.ipynb") == ""


def test_notebooks_are_opened_on_their_branch():
    found = Addresses("https://github.com/ann/book")
    assert found.binder("05-l/5-1-a.ipynb") == (
        "https://mybinder.org/v2/gh/ann/book/notebooks?labpath=05-l%2F5-1-a.ipynb"
    )
    assert found.colab("05-l/5-1-a.ipynb") == (
        "https://colab.research.google.com/github/ann/book/blob/notebooks/"
        "05-l/5-1-a.ipynb"
    )


def test_no_account_stands_in_the_configuration():
    assert "github.com/" not in (ROOT / "_config.yml").read_text("utf8")
