"""Links below the title of a page with cells: Binder, Colab, or take the notebook."""

import re
from pathlib import Path

from udl_book.notebooks.export import FOLDER, has_notebook, path_of
from udl_book.site import addresses

# Where how-to-use says what to set, for a book that does not know its repository.
EXPLAINED = "launch-buttons"
# What page of UDL a page goes with: the links stand in one row with that.
COMPANION = re.compile(r'<p class="udl-companion">.*?</p>', re.S)


def explanation(app, pagename: str) -> str:
    """Address of the text that explains the links; empty where a book has none."""
    labels = app.env.get_domain("std").anonlabels
    if EXPLAINED not in labels:
        return ""
    docname, anchor = labels[EXPLAINED]
    return f"{app.builder.get_relative_uri(pagename, docname)}#{anchor}"


def links(app, pagename: str) -> list[dict[str, str]]:
    """Label, address and description of each link."""
    where, path = addresses.of(app.config), path_of(pagename)
    up = "../" * pagename.count("/")
    other = explanation(app, pagename)
    found = {"Binder": where.binder(path), "Colab": where.colab(path)}
    made = [
        {
            "label": label,
            "href": address or other,
            "title": f"Run this page in {label}" if address else "How to set this up",
        }
        for label, address in found.items()
        if address or other
    ]
    download = {"label": "Download notebook", "href": f"{up}{FOLDER}/{path}"}
    title = "Take this page along, for Jupyter on your machine"
    return [*made, {**download, "title": title, "file": True}]


def add(app, pagename, _template, context, doctree):
    """Give the template its links."""
    if doctree is None:
        return
    source = Path(app.env.doc2path(pagename))
    if source.suffix == ".md" and has_notebook(source.read_text("utf8")):
        shown = {"udl_launch": links(app, pagename)}
        nav = app.builder.templates.render("launch.html", shown)
        found = COMPANION.search(context["body"])
        line = found[0] if found else ""
        body = COMPANION.sub("", context["body"], count=1)
        row = f'</h1><div class="udl-row">{line}{nav}</div>'
        context["body"] = body.replace("</h1>", row, 1)


def setup(app):
    """Connect after the runner, whose bar then stands below the row."""
    app.connect("html-page-context", add, priority=600)
