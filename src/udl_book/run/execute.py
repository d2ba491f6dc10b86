"""Runs the pages whose outputs are not in the store, two kernels at a time."""

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
ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"
)
ANSI = re.compile(r"\x1b\[[0-9;]*m")
CELL_LINE = re.compile(r"Cell In\[\d+\], line (\d+)")


@dataclass(frozen=True)
class Failure:
    """A page that raised: the line of the page, and the end of the traceback."""

    page: str
    line: int
    trace: str

    def __str__(self) -> str:
        """One line a reader can click, then the traceback, indented."""
        body = "\n".join("    " + line for line in self.trace.splitlines())
        return f"{self.page}.md:{self.line}: a cell raised an exception\n{body}"


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
        # A page must not lean on files that happen to lie beside it.
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
    cells, failure = _run_cells(page, home)
    seconds = round(time.perf_counter() - start, 1)
    if failure is None:
        store.save(folder, page.key, page.name, cells, seconds)
    return seconds, failure


def _run_cells(page: Page, home: Path) -> tuple[list[dict], Failure | None]:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import (
        CellExecutionError,
        CellTimeoutError,
        DeadKernelError,
    )

    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(cell.code) for cell in page.cells]
    )
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        extra_arguments=["--log-level=ERROR"],
        resources={"metadata": {"path": str(home)}},
    )
    try:
        client.execute(env=_environment(page, home))
    except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
        return [], _failure(page, notebook, error)
    return [
        {"execution_count": cell.execution_count, "outputs": cell.outputs}
        for cell in notebook.cells
    ], None


def _environment(page: Page, home: Path) -> dict[str, str]:
    """What a kernel sees: this book's `udl`, one thread, nobody's start-up files."""
    return {
        **os.environ,
        **ONE_THREAD,
        "PYTHONPATH": str(page.source),
        "PYTHONHASHSEED": "0",
        "IPYTHONDIR": str(home / "ipython"),
    }


def _failure(page: Page, notebook, error: Exception) -> Failure:
    ran = [i for i, cell in enumerate(notebook.cells) if cell.execution_count]
    index = ran[-1] if ran else 0
    for i, cell in enumerate(notebook.cells):
        for output in cell.outputs:
            if output.output_type == "error":
                trace = ANSI.sub("", "\n".join(output.traceback))
                lines = [int(found) for found in CELL_LINE.findall(trace)]
                offset = lines[0] - 1 if lines else 0
                end = "\n".join(trace.strip().splitlines()[-12:])
                return Failure(page.name, page.cells[i].line + offset, end)
    return Failure(
        page.name, page.cells[index].line, f"{type(error).__name__}: {error}"
    )
