"""Links the names of `udl` in a page's cells to their entries in the reference.

The code of a cell stays text: only the highlighted HTML gets the links, so what a
reader copies has none of them. (sphinx-codeautolink does more, and parses each finished
page again to do it: a second for each page of formulas.)
"""

import re
from html import escape, unescape

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from udl_book.api.names import uses

PIECE = re.compile(r"<[^>]*>|[^<]+")


def cells(doctree) -> list[nodes.literal_block]:
    """Code blocks of the cells of a page, in order."""
    return [
        block
        for source in doctree.findall(nodes.container)
        if source.get("nb_element") == "cell_code_source"
        for block in source.findall(nodes.literal_block)
    ]


def mark(app, doctree):
    """Note on each cell which names of the library it uses, and where."""
    blocks = cells(doctree)
    found = uses([block.astext() for block in blocks])
    for block, here in zip(blocks, found, strict=True):
        block["udl_uses"] = [(use.start, use.end, use.name) for use in here]
    names = {use.name for here in found for use in here}
    _known(app.env)[app.env.docname] = dict.fromkeys(names)


def outdated(_app, env):
    """Pages to write again: an entry that they lead to has moved."""
    pages = []
    for docname, targets in _known(env).items():
        now = {name: entry(env, name) for name in targets}
        if now != targets:
            _known(env)[docname] = now
            pages.append(docname)
    return pages


def forget(_app, env, docname):
    """Drop what was noted of a page that goes or is read again."""
    _known(env).pop(docname, None)


def entry(env, name) -> tuple[str, str] | None:
    """Page and anchor of a name in the reference."""
    domain = env.get_domain("py")
    found = domain.objects.get(name)
    return (found.docname, found.node_id) if found else None


def visit_code(translator, node):
    """Highlight as Sphinx does, then add the links."""
    try:
        HTML5Translator.visit_literal_block(translator, node)
    finally:
        links = dict(_links(translator, node))
        if links:
            translator.body[-1] = add_links(translator.body[-1], node.astext(), links)


def add_links(html: str, code: str, links: dict[int, tuple[int, str, str]]) -> str:
    """Wrap ranges of highlighted code in links.

    Parameters
    ----------
    html
        The code as Pygments wrote it.
    code
        The code itself.
    links
        Start to (end, address, name); a range that is no token stays as it is.
    """
    written = []
    position = -1
    for match in PIECE.finditer(html):
        piece = match[0]
        if piece.startswith("<"):
            written.append(piece)
            if position < 0 and piece.startswith("<pre"):
                position = 0
            elif piece == "</pre>":
                position = len(code) + 1
            continue
        if position < 0:
            written.append(piece)
            continue
        text = unescape(piece)
        end, address, name = links.get(position, (-1, "", ""))
        if position + len(text) == end and code[position:end] == text:
            piece = (
                f'<a class="udl-name" href="{escape(address)}" '
                f'title="{escape(name)}">{piece}</a>'
            )
        written.append(piece)
        position += len(text)
    return "".join(written)


def _links(translator, node):
    builder = translator.builder
    for start, end, name in node.get("udl_uses", ()):
        found = entry(builder.env, name)
        if found:
            page = builder.get_relative_uri(builder.current_docname, found[0])
            yield start, (end, f"{page}#{found[1]}", name)


def _known(env) -> dict:
    if not hasattr(env, "udl_names"):
        env.udl_names = {}
    return env.udl_names


def setup(app):
    """Connect; code blocks get our visitor, which calls Sphinx's."""
    app.add_node(nodes.literal_block, override=True, html=(visit_code, None))
    app.connect("doctree-read", mark)
    app.connect("env-updated", outdated)
    app.connect("env-purge-doc", forget)
