"""Describe an error by the reader's own lines, and what to do about some."""

import re
import traceback

from harness.outbox import cut

HERE = "numpy, matplotlib where the page draws, scipy where it needs it"
ADVICE = (  # the line of a syntax error, and what it wants
    (r"\s*%", "Lines with % are for notebooks: delete it. Figures show without it."),
    (r"\s*!", f"Lines with ! are for notebooks. Nothing is installed here: {HERE}."),
    (r"\s*(>>>|\.\.\. )", "Delete the >>> and ... before the code."),
    (".*[\u2018\u2019\u201c\u201d]", "Python wants straight quotes, not curly."),
    (".*[\u00a0\u202f\u2007]", "A space here is a no-break space: type it anew."),
)


def explain(error, names):
    """Describe an error; lines of libraries are left out.

    Parameters
    ----------
    error : BaseException
        The error, with its traceback.
    names : set of str
        Names of the cells, which are the files in tracebacks.
    """
    told = traceback.TracebackException.from_exception(error)
    _keep_own(told, names)
    advice = advise(error)
    return cut("".join(told.format())) + (advice and f"\n{advice}\n")


def advise(error):
    """Give a sentence for an error that many readers meet, or none."""
    if isinstance(error, SyntaxError):
        told = (says for mark, says in ADVICE if re.match(mark, error.text or ""))
        return next(told, "")
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"Pages do not have {error.name.split('.')[0]}: they have {HERE}."
    return ""


def _keep_own(told, names):
    """Cut the frames of libraries out of an error and of those that led to it."""
    while told:
        own = [frame for frame in told.stack if frame.filename in names]
        told.stack = traceback.StackSummary.from_list(own)
        for part in told.exceptions or ():
            _keep_own(part, names)
        context = told.__context__
        if context and not any(frame.filename in names for frame in context.stack):
            told.__context__ = None  # a matter between libraries
        told = told.__cause__ or told.__context__
