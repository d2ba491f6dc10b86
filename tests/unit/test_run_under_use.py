"""Runs of pages under use: torn output, slow cells, damage, two at once, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from udl_book.book import Book, BookError
from udl_book.run import execute, sources, store
from udl_book.run.page import Page

SOURCE = Path(__file__).parents[2] / "src"
RUN = {"cells": [], "answers": []}


def page(*codes):
    cells = "\n".join(f"```{{code-cell}} ipython3\n{code}\n```\n" for code in codes)
    return Page("book/a", f"# 9.9 A page\n\n{cells}", SOURCE)


# In a process of its own: nbclient leaves event loops open, which the tests forbid.
APART = """
import json, sys
from pathlib import Path
from udl_book.run import execute
from udl_book.run.page import Page
folder, source, seconds, *texts = json.loads(sys.argv[1])
execute.CELL_SECONDS = seconds
pages = [Page("book/a", text, Path(source)) for text in texts]
failures = execute.execute(pages, Path(folder), lambda line: None)
print(json.dumps([[failure.line, str(failure)] for failure in failures]))
"""


def failures(folder, *pages, seconds=60):
    """Run pages; give line and sentence of each failure."""
    told = json.dumps([str(folder), str(SOURCE), seconds, *(one.text for one in pages)])
    command = [sys.executable, "-c", APART, told]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE).stdout)


def test_a_torn_line_is_joined_and_what_stands_between_stays():
    def stream(name, text):
        return {"output_type": "stream", "name": name, "text": text}

    figure = {"output_type": "display_data", "data": {}}
    torn = [stream("stdout", "a li"), stream("stdout", "ne\n"), stream("stderr", "!"),
            stream("stdout", "b"), figure, stream("stdout", "c")]  # fmt: skip
    whole = execute.joined(torn)
    assert [one.get("text") for one in whole] == ["a line\n", "!", "b", None, "c"]
    assert torn[0]["text"] == "a li"


def test_pages_of_one_build_do_not_see_each_others_files(tmp_path):
    write = page("open('left.txt', 'w').write('mine')", "1 + 1")
    look = "import pathlib, time\ntime.sleep(1)\nassert not [*pathlib.Path().iterdir()]"
    assert failures(tmp_path, write, page(look)) == []


def test_a_slow_cell_is_named(tmp_path):
    slow = page("1 + 1", "print('here')\nwhile True:\n    pass", "2 + 2")
    ((line, said),) = failures(tmp_path, slow, seconds=3)
    assert slow.cells[1].line < line < slow.cells[2].line
    assert "longer than the 3 s that it may" in said


def test_a_kernel_that_dies_is_named(tmp_path):
    dying = page("1 + 1", "import os\nos._exit(1)")
    ((line, said),) = failures(tmp_path, dying)
    assert line == dying.cells[1].line
    assert "the kernel died" in said


@pytest.mark.parametrize("content", [b"{torn", b"", b"\xff\x00", b"[]", b"{}", b"1"])
def test_a_damaged_run_is_set_aside_and_made_again(tmp_path, content, capsys):
    store.save(tmp_path, "key", RUN)
    (tmp_path / "key.json").write_bytes(content)
    assert store.load(tmp_path, "key") is None
    assert "key.json was damaged" in capsys.readouterr().out
    assert (tmp_path / "key.damaged").read_bytes() == content
    store.save(tmp_path, "key", RUN)
    assert store.load(tmp_path, "key") == RUN


def test_the_store_forgets_what_no_page_asked_for_in_a_month(tmp_path):
    for key in ("now", "old", "recent"):
        store.save(tmp_path, key, RUN)
    for key in ("now", "old"):
        os.utime(tmp_path / f"{key}.json", (1, 1))
    store.prune(tmp_path, ["now"])
    assert sorted(path.stem for path in tmp_path.iterdir()) == ["now", "recent"]


@pytest.mark.parametrize(
    ("name", "content", "line", "words"),
    [
        ("book/a.md", b"# A\n\nna\xefve\n", 3, "the byte 0xef is not UTF-8"),
        ("book/a.md", b"\xef\xbb\xbf---\nkernelspec:\n---\n", 1, "byte order mark"),
        ("book/a.md", b"---\njupytext:\n\tname: x\n---\n", 3, "a tab"),
        ("book/a.md", b"---\r\na: 1\r\nb: [\r\n---\r\n", 4, "bad YAML"),
        ("_toc.yml", b"root: a\nchapters:\n\t- b\n", 3, "a tab"),
        ("_config.yml", b"title: [\n", 2, "bad YAML"),
        ("book/notation.yaml", b"a: b: c\n", 1, "bad YAML"),
        ("src/udl/a.py", b"x = '\xff'\n", 1, "0xff is not UTF-8"),
    ],
)
def test_a_source_that_cannot_be_read_is_named(tmp_path, name, content, line, words):
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    (fault,) = sources.faults(tmp_path)
    assert fault.startswith(f"{name}:{line}: ")
    assert words in fault


def test_sources_of_this_book_can_be_read():
    assert sources.faults(SOURCE.parent) == []


@pytest.mark.parametrize("number", ["5", "5-", "5.1.2", "05-1x", ""])
def test_what_is_no_number_finds_no_page(number):
    with pytest.raises(BookError, match="write it as 5-1"):
        Book(SOURCE.parent).find(number)


WAIT = """
import sys, time
from pathlib import Path
from udl_book.run import lock
lock.end_at_once()
with lock.alone(Path(sys.argv[1])):
    print("in", flush=True)
    try:
        time.sleep(60)
    except BaseException:
        print("caught", flush=True)
"""


def start(folder):
    command = [sys.executable, "-c", WAIT, str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def test_two_builds_wait_for_each_other_and_control_c_ends_one_at_once(tmp_path):
    first = start(tmp_path)
    assert first.stdout.readline() == b"in\n"
    second = start(tmp_path)
    assert second.stdout.readline().startswith(b"Another build")
    began = time.monotonic()
    first.send_signal(signal.SIGINT)
    assert first.wait(10) == 130
    assert b"Interrupted" in first.stdout.read()
    assert second.stdout.readline() == b"in\n"
    second.send_signal(signal.SIGINT)
    assert second.wait(10) == 130
    assert time.monotonic() - began < 5
    for process in (first, second):
        process.stdout.close()
