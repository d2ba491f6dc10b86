"""The Python of a page: what its cells define, and what they show."""

import ast
import contextlib
import inspect
import json
import linecache
import sys

from harness.forms import bundle
from harness.outbox import Outbox, Stream, cut
from harness.telling import explain

AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
MANY = 200  # names that a completion offers


class Session:
    """Runs one cell after another.

    Parameters
    ----------
    send : callable
        Takes messages, a list of them as JSON text.
    namespace : dict
        The globals of the cells.
    """

    def __init__(self, send, namespace):
        self._send, self._namespace = send, namespace
        self._names, self._outbox = set(), Outbox(send)
        namespace.update(display=self.display, input=_no_input)
        sys.modules["harness"].display = self.display  # for `harness.figures`

    async def run(self, code, name):
        """Run a cell and send what it shows; say whether it ended well."""
        # Where tracebacks and ``check`` look for the reader's own lines.
        linecache.cache[name] = (len(code), None, code.splitlines(True), name)
        self._names.add(name)
        self._outbox = Outbox(self._send)
        with (
            contextlib.redirect_stdout(Stream(self._outbox, "stdout")),
            contextlib.redirect_stderr(Stream(self._outbox, "stderr")),
        ):
            ran = await self._tried(self._show_value, code, name)
            drew = await self._tried(self._show_drawn)  # after an error as well
        self._outbox.flush()
        return ran and drew

    def display(self, *values):
        """Show values as a notebook shows them: whatever shows passes here."""
        for value in values:
            data, metadata = bundle(value)
            message = {"data": data, "metadata": metadata}
            if hasattr(type(value), "_repr_mimebundle_") and hasattr(value, "status"):
                message["verdict"] = {"status": value.status, "title": value.title}
            self._outbox.post("display", **message)

    def complete(self, path):
        """Give, as JSON, the names that may follow ``path``, dotted names."""
        first, *rest = path.split(".")
        try:
            value = self._namespace[first]
            for name in rest:
                value = getattr(value, name)
            names = [name for name in dir(value) if name[:1] != "_"][:MANY]
        except Exception:  # nothing of that name, or an object that refuses
            names = []
        return json.dumps(names)

    def answer(self, asked):
        """Give, as JSON, what the text of the page asks of the run; null if it fails.

        Parameters
        ----------
        asked : str
            JSON: expressions that give text, each with its kind ("eval" or "alt").
        """
        from udl.typeset import typeset

        answers = []
        for kind, code in json.loads(asked):
            try:
                text = cut(" ".join(eval(code, self._namespace).split()))
                answers.append(typeset(text) if kind == "eval" else text)
            except Exception:  # the reader's run has no such value
                answers.append(None)
        return json.dumps(answers)

    async def _tried(self, work, *args):
        try:
            await work(*args)
            return True
        except BaseException as error:  # exit() as well: the page lives on
            self._outbox.post("error", text=explain(error, self._names))
            return False

    async def _show_value(self, code, name):
        tree = ast.parse(code, name)
        quiet = code.rstrip().endswith(";")
        shows = tree.body and isinstance(tree.body[-1], ast.Expr) and not quiet
        last = ast.Expression(tree.body.pop().value) if shows else None
        value = None
        for part, mode in ((tree, "exec"), (last, "eval")):
            if part is not None:
                made = compile(part, name, mode, AWAIT)
                value = eval(made, self._namespace)
                if made.co_flags & inspect.CO_COROUTINE:
                    value = await value
        if shows and value is not None:
            self._namespace["_"] = value
            self.display(value)

    async def _show_drawn(self):
        """Show the figures that pyplot still holds, as the end of a cell does."""
        pyplot = sys.modules.get("matplotlib.pyplot")
        for number in pyplot.get_fignums() if pyplot else ():
            figure = pyplot.figure(number)
            pyplot.close(number)
            self.display(figure)


def _no_input(_prompt=""):
    raise RuntimeError("input() does not work here: write the value into the cell.")
