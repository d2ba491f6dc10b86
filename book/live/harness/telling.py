"""Describe an error by the reader's own lines, and what to do about some."""

import re
import traceback

from harness.outbox import cut

HERE = "numpy, matplotlib where the page draws, scipy where it needs it"
PROMPT = (
    "Delete the >>> and ... at the beginnings of lines: they are no part of the code."
)
ADVICE = (  # the line of a syntax error, and what it wants
    (r"\s*%", "Lines with % are for notebooks: delete it. Figures show without it."),
    (r"\s*!", f"Lines with ! are for notebooks. Nothing is installed here: {HERE}."),
    (r"\s*(>>>|\.\.\. )", PROMPT),
    (
        "[\u2018\u2019\u201c\u201d]",
        "Python wants straight quotes, ' or \", not curly ones.",
    ),
    ("[\u00a0\u202f\u2007]", "A space here is a no-break space: type it anew."),
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
    text = cut("".join(told.format()))
    advice = advise(error)
    return f"{text}\n{advice}\n" if advice else text


def advise(error):
    """Give a sentence for an error that many readers meet, or none."""
    if isinstance(error, SyntaxError):
        line = error.text or ""
        for pattern, sentence in ADVICE:
            find = re.match if pattern.startswith(r"\s") else re.search
            if find(pattern, line):
                return sentence
    elif isinstance(error, ModuleNotFoundError) and error.name:
        return f"Pages do not have {error.name.split('.')[0]}: they have {HERE}."
    return ""


def _keep_own(told, names):
    """Cut the frames of libraries out of an error and of those that led to it."""
    while told is not None:
        own = [frame for frame in told.stack if frame.filename in names]
        told.stack = traceback.StackSummary.from_list(own)
        for part in told.exceptions or ():
            _keep_own(part, names)
        context = told.__context__
        if context and not any(frame.filename in names for frame in context.stack):
            told.__context__ = None  # a matter between libraries
        after = told.__cause__ or told.__context__
        told = after
