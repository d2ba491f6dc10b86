"""The kind of an exercise, which its directive may name behind the number."""

import re

KINDS = ("bug hunt", "transfer", "experiment", "on paper", "optional")
ARGUMENT = re.compile(r"(?P<number>\S+)(?:\s+\((?P<kind>[^)]*)\))?\s*$")


def number_and_kind(argument: str) -> tuple[str, str]:
    """Split the argument of an exercise or question.

    Parameters
    ----------
    argument
        A number, and perhaps a kind in parentheses.

    Raises
    ------
    ValueError
        If it has another form, or a kind that is none of `KINDS`.

    Examples
    --------
    >>> number_and_kind("5.1.8 (bug hunt)"), number_and_kind("5.1.8")
    (('5.1.8', 'bug hunt'), ('5.1.8', ''))
    """
    match = ARGUMENT.match(argument)
    kind = match and match["kind"]
    if not match or (kind is not None and kind not in KINDS):
        known = ", ".join(KINDS)
        raise ValueError(f"{argument!r}: a number, then perhaps ({known})")
    return match["number"], kind or ""
