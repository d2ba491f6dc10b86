"""How to cite a page: a fold at its end, as a line and as BibTeX."""

from html import escape
from importlib.metadata import version

from udl_book.book import page_number
from udl_book.site import addresses


def plain(facts: dict) -> str:
    """One line for a list of references.

    Examples
    --------
    >>> plain({"author": "A", "title": "5.1 T", "book": "B", "version": "1",
    ...        "year": "2026", "url": ""})
    'A (2026). 5.1 T. In: B, version 1.'
    """
    line = "{author} ({year}). {title}. In: {book}, version {version}."
    end = f" {facts['url']}" if facts["url"] else ""
    return line.format(**facts) + end


def bibtex(facts: dict) -> str:
    """Give the entry that BibTeX and biblatex both take."""
    fields = {
        "author": "{" + facts["author"] + "}",  # a body, not a first and a last name
        "title": "{" + facts["title"] + "}",
        "howpublished": f"{facts['book']}, version {facts['version']}",
        "year": facts["year"],
    }
    if facts["url"]:
        fields["url"] = facts["url"]
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items()]
    return "@misc{" + facts["key"] + ",\n" + ",\n".join(lines) + "\n}"


def facts_of(app, pagename: str, title: str) -> dict:
    """What a citation of a page is made of."""
    number = page_number(pagename) or ()
    return {
        "key": "-".join(["udl-executable", *map(str, number)]),
        "author": app.config.author,
        "title": title,
        "book": app.config.html_title,
        "version": version("udl"),
        "year": app.config.copyright,
        "url": addresses.of(app.config).page(pagename),
    }


def add(app, pagename, _template, context, doctree):
    """Put the fold at the end of a page with a number."""
    if doctree is None or page_number(pagename) is None:
        return
    facts = facts_of(app, pagename, app.env.titles[pagename].astext())
    block = app.builder.highlighter.highlight_block(bibtex(facts), "bibtex")
    context["body"] += (
        '<details class="udl-fold udl-cite"><summary>Cite this page</summary>'
        f"<p>{escape(plain(facts))}</p>{block}</details>\n"
    )


def setup(app):
    """Connect."""
    app.connect("html-page-context", add)
