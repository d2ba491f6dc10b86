"""Run notebooks with the Python that runs this: prints the errors of each as JSON.

It imports nothing of the repository: it is run in environments that lack it.
"""

import json
import sys

import nbformat
from nbclient import NotebookClient


def errors_of(path):
    """Run a notebook to its end; gives the errors among its outputs."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    NotebookClient(
        notebook, timeout=60, kernel_name="python3", allow_errors=True
    ).execute()
    return [
        f"{output.ename}: {output.evalue}"
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "error"
    ]


if __name__ == "__main__":
    print(json.dumps({path: errors_of(path) for path in sys.argv[1:]}))
