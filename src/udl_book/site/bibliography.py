"""References: citations and labels of authors and year, and roles that do not clash."""

import re
from dataclasses import dataclass, field

from pybtex.plugin import register_plugin
from pybtex.style.formatting.alpha import Style
from pybtex.style.labels.alpha import LabelStyle
from sphinxcontrib.bibtex.plugin import register_plugin as register_citations
from sphinxcontrib.bibtex.style.referencing import BracketStyle
from sphinxcontrib.bibtex.style.referencing.author_year import AuthorYearReferenceStyle

ROLES = re.compile(r' role="(?:doc-biblioentry|list)"(?=[^>]*>)')


class AuthorYear(LabelStyle):
    """Labels as in a text: “He et al., 2015”."""

    def format_label(self, entry):
        """Name two authors, or the first of more; the base class parts equal ones."""
        return f"{authors(entry)}, {entry.fields.get('year', 'no year')}"


class ByAuthor(Style):
    """Sort by author, and label by author and year."""

    default_label_style = AuthorYear


def _round():
    return BracketStyle(left="(", right=")")


@dataclass
class RoundYear(AuthorYearReferenceStyle):
    """Cite as a text does: “He et al. (2015)”."""

    bracket_parenthetical: BracketStyle = field(default_factory=_round)
    bracket_textual: BracketStyle = field(default_factory=_round)


def authors(entry) -> str:
    """Name the authors of a source, or its editors, as a text does."""
    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [" ".join(person.last_names) for person in people]
    return f"{names[0]} et al." if len(names) > 2 else " and ".join(names)


def without_roles(_app, _pagename, _template, context, _doctree):
    """Leave the entries what they are: boxes with a label and a text."""
    if 'class="citation"' in context.get("body", ""):
        context["body"] = ROLES.sub("", context["body"])


def setup(app):
    """Name the styles; look at each page before it is written."""
    register_plugin("pybtex.style.formatting", "udl", ByAuthor)
    register_citations(
        "sphinxcontrib.bibtex.style.referencing", "author_year_round", RoundYear
    )
    app.connect("html-page-context", without_roles)
