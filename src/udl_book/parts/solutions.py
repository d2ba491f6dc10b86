"""The edition without solutions: they are gone before anything else reads a page."""

import re

SOLUTION = re.compile(
    r"^(?P<fence>`{3,}|:{3,})(?P<head>\{solution\}[^\n]*\n)"
    r"(?P<body>.*?)^(?P=fence)[ \t]*$",
    re.S | re.M,
)


def without_solutions(text: str) -> str:
    r"""Empty the solutions of a page; its lines keep their numbers.

    Examples
    --------
    >>> without_solutions(":::{solution} 5.1.1\nDouble it.\n:::\nGo on.")
    ':::{solution} 5.1.1\n\n:::\nGo on.'
    """

    def emptied(match):
        lines = "\n" * match["body"].count("\n")
        return f"{match['fence']}{match['head']}{lines}{match['fence']}"

    return SOLUTION.sub(emptied, text)


def before_reading(app, _docname, source):
    """Empty the solutions of a page where the edition has none."""
    if not app.config.udl_solutions:
        source[0] = without_solutions(source[0])


def setup(app):
    """Register the setting."""
    app.add_config_value("udl_solutions", True, "env", bool)
    app.connect("source-read", before_reading)
