"""Runs the pages whose outputs are not in the store, two kernels at a time."""

import asyncio
import os
import re
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from udl_book.run import store
from udl_book.run.page import Page

KERNELS = 2
CELL_SECONDS = 60
HOMES = set()  # folders to remove if the build is interrupted
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
CELL_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")


@dataclass(frozen=True)
class Failure:
    """A page that failed: the line of the page, the end of the traceback, and how."""

    page: str
    line: int
    trace: str
    how: str = "a cell raised an exception"

    def __str__(self) -> str:
        """One line a reader can click, then the traceback, indented."""
        body = "\n".join("    " + line for line in self.trace.splitlines())
        return f"{self.page}.md:{self.line}: {self.how}\n{body}"


def execute(
    pages: Sequence[Page], folder: Path, say: Callable[[str], None] = print
) -> list[Failure]:
    """Run pages in parallel and keep their outputs.

    Parameters
    ----------
    pages
        Pages to run; those in the store already are left alone.
    folder
        The store.
    say
        Called with a line of progress for each page.

    Returns
    -------
    list of Failure
        One for each page that raised; the others are all in the store.
    """
    todo = [
        page for page in pages if page.cells and store.load(folder, page.key) is None
    ]
    failures = []
    with (
        tempfile.TemporaryDirectory() as home,
        ThreadPoolExecutor(KERNELS) as pool,
    ):
        HOMES.add(home)
        runs = {pool.submit(_run, page, folder, Path(home)): page for page in todo}
        for done, run in enumerate(as_completed(runs), 1):
            seconds, failure = run.result()
            word = "failed" if failure else "ran"
            say(f"[{done}/{len(todo)}] {runs[run].name}: {word} in {seconds:.1f} s")
            if failure:
                failures.append(failure)
    return sorted(failures, key=lambda failure: failure.page)


def _run(page: Page, folder: Path, home: Path) -> tuple[float, Failure | None]:
    start = time.perf_counter()
    # A page must not lean on files that lie beside it, nor on what another writes.
    own = Path(tempfile.mkdtemp(dir=home))
    run, failure = _run_cells(page, own)
    seconds = round(time.perf_counter() - start, 1)
    if failure is None:
        store.save(folder, page.key, {"page": page.name, "seconds": seconds, **run})
    return seconds, failure


def _run_cells(page: Page, home: Path) -> tuple[dict, Failure | None]:
    import nbformat
    from nbclient.exceptions import (
        CellExecutionError,
        CellTimeoutError,
        DeadKernelError,
    )

    from udl_book.run.kernel import CellError, Client, EvaluationError

    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.code) for cell in page.cells]
    )
    client = None
    try:
        client = Client(
            notebook,
            page,
            timeout=CELL_SECONDS,
            kernel_name="python3",
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(home)}},
        )
        asyncio.run(client.async_execute(env=_environment(page, home.parent)))
    except (CellError, EvaluationError) as error:
        return {}, Failure(page.name, error.line, str(error), "the run has no answer")
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        return {}, _failure(page, notebook, client.at, error)
    cells = [
        {"execution_count": cell.execution_count, "outputs": joined(cell.outputs)}
        for cell in notebook.cells
    ]
    return {"cells": cells, "answers": client.answers, "frames": client.frames}, None


def _environment(page: Page, home: Path) -> dict[str, str]:
    """What a kernel sees: this book's `udl`, one thread, nobody's start-up files."""
    return {
        **os.environ,
        **ONE_THREAD,
        "PYTHONPATH": str(page.source),
        "PYTHONHASHSEED": "0",
        "IPYTHONDIR": str(home / "ipython"),
    }


def joined(outputs: list[dict]) -> list[dict]:
    """Join neighboring pieces of a stream: a kernel may tear a printed line in two."""
    whole = []
    for output in outputs:
        last = whole[-1] if whole else {}
        if output["output_type"] == "stream" and output["name"] == last.get("name"):
            whole[-1] = {**last, "text": last["text"] + output["text"]}
        else:
            whole.append(output)
    return whole


def _failure(page: Page, notebook, at: int, error: Exception) -> Failure:
    from nbclient.exceptions import CellTimeoutError

    how = Failure.how
    if isinstance(error, CellTimeoutError):
        how = f"a cell ran longer than the {CELL_SECONDS} s that it may"
    for i, cell in enumerate(notebook.cells):
        for output in cell.outputs:
            if output.output_type == "error":
                trace = ANSI.sub("", "\n".join(output.traceback))
                lines = [int(found) for found in CELL_LINE.findall(trace)]
                offset = lines[0] - 1 if lines else 0
                end = "\n".join(trace.strip().splitlines()[-12:])
                return Failure(page.name, page.cells[i].line + offset, end, how)
    if not isinstance(error, CellTimeoutError):
        how = "the kernel died in a cell"
    return Failure(page.name, page.cells[at].line, page.cells[at].code, how)
