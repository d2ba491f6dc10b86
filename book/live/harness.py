"""Run the cells of a page and tell the page what they show.

The page's worker hands this file to Pyodide. It needs no more than the standard library
and runs in any Python, where the tests hold it to what a notebook shows.
"""

import ast
import contextlib
import io
import json
import linecache
import sys
import traceback

LONGEST = 50_000  # characters that one cell may print
REPRESENTATIONS = {"html": "text/html", "latex": "text/latex", "svg": "image/svg+xml"}
UNDESCRIBED = "A figure that this cell drew, without a description."


class Session:
    """The Python of a page: what its cells define, and what they show.

    Parameters
    ----------
    send : callable
        Takes each message as JSON text.
    namespace : dict
        The globals of the cells.
    """

    def __init__(self, send, namespace):
        self._send, self._namespace = send, namespace
        namespace.update(display=self.display, input=_no_input)

    def run(self, code, name):
        """Run a cell and send what it shows; say whether it ended well."""
        # Where tracebacks and ``check`` look for the reader's own lines.
        linecache.cache[name] = (len(code), None, code.splitlines(True), name)
        with (
            contextlib.redirect_stdout(Stream(self._post, "stdout")),
            contextlib.redirect_stderr(Stream(self._post, "stderr")),
        ):
            try:
                value = self._execute(code, name)
                if value is not None:
                    self._namespace["_"] = value
                    self.display(value)
                self._show_drawn()
            except BaseException as error:  # exit() as well: the page lives on
                self._post("error", text=explain(error, self._namespace))
                return False
        return True

    def display(self, *values):
        """Show values as a notebook shows them."""
        for value in values:
            data, metadata = bundle(value)
            message = {"data": data, "metadata": metadata}
            if hasattr(value, "status") and hasattr(value, "title"):  # a card
                message["verdict"] = {"status": value.status, "title": value.title}
            self._post("display", **message)

    def _post(self, kind, **content):
        self._send(json.dumps({"kind": kind, **content}))

    def _execute(self, code, name):
        tree = ast.parse(code, name)
        quiet = code.rstrip().endswith(";")
        shows = tree.body and isinstance(tree.body[-1], ast.Expr) and not quiet
        last = ast.Expression(tree.body.pop().value) if shows else None
        exec(compile(tree, name, "exec"), self._namespace)
        return last and eval(compile(last, name, "eval"), self._namespace)

    def _show_drawn(self):
        """Show the figures that pyplot holds, and take them from it."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        for number in pyplot.get_fignums() if pyplot else ():
            from udl.display import bundle

            data, metadata = bundle(pyplot.figure(number))
            pyplot.close(number)
            data["text/plain"] = UNDESCRIBED
            self._post("display", data=data, metadata=metadata)


class Stream(io.TextIOBase):
    """What ``print`` writes to: the page has the text at once, up to a limit."""

    def __init__(self, post, name):
        self._post, self._name, self._left = post, name, LONGEST

    def write(self, text):
        """Hand the text on."""
        if self._left > 0:
            self._left -= len(text)
            if self._left <= 0:
                text = f"\n[Cut here: more than {LONGEST:,} characters.]\n"
            self._post("text", name=self._name, text=text)
        return len(text)


def bundle(value):
    """Give a value in all its forms, by mime type, and what goes with them.

    Returns
    -------
    tuple of (dict, dict)
        Data and metadata, as in a notebook's output.
    """
    data = {"text/plain": repr(value)}
    if isinstance(value, type):
        return data, {}
    if hasattr(value, "_repr_mimebundle_"):
        made = value._repr_mimebundle_()
        more, metadata = made if isinstance(made, tuple) else (made, {})
        return {**data, **more}, metadata
    for kind, mime in REPRESENTATIONS.items():
        made = getattr(value, f"_repr_{kind}_", lambda: None)()
        if made is not None:
            data[mime] = made
    return data, {}


def explain(error, namespace):
    """Describe an error by the reader's own lines; those of libraries are left out.

    Parameters
    ----------
    error : BaseException
        The error, with its traceback.
    namespace : dict
        The globals of the cells.
    """
    told = traceback.TracebackException.from_exception(error)
    frames = traceback.walk_tb(error.__traceback__)
    own = [(f, line) for f, line in frames if f.f_globals is namespace]
    told.stack = traceback.StackSummary.extract(iter(own))
    return "".join(told.format(chain=False))


def _no_input(_prompt=""):
    raise RuntimeError("input() does not work here: write the value into the cell.")
