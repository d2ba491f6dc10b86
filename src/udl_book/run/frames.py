"""Runs in a page's kernel: a cell with another value, in a copy of the process.

The copy starts with all that the page has made so far, its random generators too, and
nothing that it does comes back but a message.
"""

import ast
import contextlib
import io
import json
import os
import sys
import traceback
import warnings
from itertools import takewhile

IMPORTS = (ast.Import, ast.ImportFrom)


def prepare(code: str, namespace: dict) -> str:
    """Do once what each copy would do again: a cell's imports, and finding the fonts.

    Returns
    -------
    str
        Empty: errors are left to the copies, which say where they happened.
    """
    with contextlib.suppress(Exception):
        body = ast.parse(code).body
        imports = takewhile(lambda line: isinstance(line, IMPORTS), body)
        exec(compile(ast.Module([*imports], []), "<cell>", "exec"), namespace)
        if "udl.plotting.style" in sys.modules:
            figure, axes = sys.modules["udl.plotting.style"].panels()
            axes.set(title="A1", xlabel="input $x_1$")
            figure._repr_mimebundle_()
    return ""


def frame(code: str, asked: dict[str, str], namespace: dict) -> str:
    """Run a cell apart; give what it shows and answers.

    Parameters
    ----------
    code
        Of the cell.
    asked
        Expressions to evaluate afterward, by key.
    namespace
        Where the cell would run.

    Returns
    -------
    str
        JSON: ``data`` and ``metadata`` of the figure, and ``answers``; or ``error``.
    """
    reader, writer = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of threads, which the copy leaves alone
        child = os.fork()
    if not child:
        try:
            os.close(reader)
            with os.fdopen(writer, "w", encoding="utf8") as pipe:
                pipe.write(_run(code, asked, namespace))
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, encoding="utf8") as pipe:
        said = pipe.read()
    os.waitpid(child, 0)
    return said or json.dumps({"error": "the copy of the kernel died"})


def _run(code, asked, namespace):
    quiet = io.StringIO()
    try:
        with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
            figure = run_cell(code, namespace)
            data, metadata = figure._repr_mimebundle_()
            answers = {key: eval(one, namespace) for key, one in asked.items()}
        said = {"data": data, "metadata": metadata, "answers": answers}
        return json.dumps(said)
    except BaseException:
        return json.dumps({"error": traceback.format_exc().strip().splitlines()[-1]})


def run_cell(code: str, namespace: dict):
    """Run a cell and give the value of its last line."""
    tree = ast.parse(code)
    last = ast.Expression(tree.body.pop().value)
    exec(compile(tree, "<cell>", "exec"), namespace)
    return eval(compile(last, "<cell>", "eval"), namespace)
