"""One build of a book at a time, and an end of it at once."""

import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from udl_book.run.execute import HOMES

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process builds into a folder; keep others waiting.

    The lock is the system's: it ends with the process, however that ends.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("a") as file:
        if fcntl:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                print("Another build of this book is running: waiting for it.")
                sys.stdout.flush()
                fcntl.flock(file, fcntl.LOCK_EX)
        yield


def end_at_once() -> None:
    """Let Ctrl-C end this process now, with a sentence and without a traceback.

    Kernels end by themselves when their parent has gone; the site is swapped in by
    renames, so that it is whole at any moment.
    """
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _end)


def _end(*_):
    print("\nInterrupted; the site is unchanged.", flush=True)
    for home in HOMES:
        shutil.rmtree(home, ignore_errors=True)
    os._exit(130)
