"""Mends the list of references: Sphinx gives entries and list roles that clash."""

import re

ROLES = re.compile(r' role="(?:doc-biblioentry|list)"(?=[^>]*>)')


def without_roles(_app, _pagename, _template, context, _doctree):
    """Leave the entries what they are: boxes with a label and a text."""
    if 'class="citation"' in context.get("body", ""):
        context["body"] = ROLES.sub("", context["body"])


def setup(app):
    """Look at each page before it is written."""
    app.connect("html-page-context", without_roles)
