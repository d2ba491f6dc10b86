"""Directive `aims`: a slim line that unfolds to aims, prerequisites and time."""

import re

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from udl_book.parts.elements import html, parse, parse_line

logger = logging.getLogger(__name__)
ENTRY = re.compile(r"^(before|minutes):[ \t]*", re.M)
POINT = re.compile(r"^(?:[-*]|\d+\.) ", re.M)


def parts(body: str) -> dict[str, str]:
    r"""Cut the body into its points, `before` and `minutes`.

    Raises
    ------
    ValueError
        If an entry is absent, or the points are not three to five.

    Examples
    --------
    >>> parts("- see\n- say\n- do\n\nbefore: page 2.1\n\nminutes: 25 reading")
    {'points': '- see\n- say\n- do', 'before': 'page 2.1', 'minutes': '25 reading'}
    """
    points, *entries = ENTRY.split(body)
    found = {"points": points.strip()}
    for name, text in zip(entries[::2], entries[1::2], strict=True):
        found[name] = text.strip()
    absent = {"before", "minutes"} - {name for name, text in found.items() if text}
    if absent:
        raise ValueError(f"aims: no line '{min(absent)}: ...'")
    if not 3 <= len(POINT.findall(found["points"])) <= 5:
        raise ValueError("aims: three to five points")
    return found


class Aims(SphinxDirective):
    """`aims`: points, `before: ...`, `minutes: ...`."""

    has_content = True

    def run(self):
        """Fold all but the time."""
        try:
            found = parts("\n".join(self.content))
        except ValueError as error:
            logger.warning(str(error), location=self.get_location())
            return []
        time = html("span", *parse_line(self, found["minutes"]), class_="udl-minutes")
        # A paragraph of docutils: links need a parent that holds text.
        before = nodes.paragraph("", "", nodes.strong("", "Before:"), nodes.Text(" "))
        before += parse_line(self, found["before"])
        summary = html(
            "summary", "What you will be able to do, and what to know before"
        )
        summary += [html("span", " · minutes: "), time]
        return [
            html(
                "details",
                summary,
                *parse(self, found["points"]),
                before,
                class_="udl-aims",
            )
        ]


def setup(app):
    """Register the directive."""
    app.add_directive("aims", Aims)
