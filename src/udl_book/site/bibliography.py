"""The list of references: labels of authors and year, and roles that do not clash."""

import re

from pybtex.plugin import register_plugin
from pybtex.style.formatting.alpha import Style
from pybtex.style.labels.alpha import LabelStyle

ROLES = re.compile(r' role="(?:doc-biblioentry|list)"(?=[^>]*>)')


class AuthorYear(LabelStyle):
    """Labels as in a text: “He et al., 2015”."""

    def format_label(self, entry):
        """Name two authors, or the first of more; the base class parts equal ones."""
        return f"{authors(entry)}, {entry.fields.get('year', 'no year')}"


class ByAuthor(Style):
    """Sort by author, and label by author and year."""

    default_label_style = AuthorYear


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
    """Name the style; look at each page before it is written."""
    register_plugin("pybtex.style.formatting", "udl", ByAuthor)
    app.connect("html-page-context", without_roles)
