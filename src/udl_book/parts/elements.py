"""A node for any HTML element, so that directives can write `<details>`."""

from docutils import nodes
from docutils.statemachine import StringList

VOID = {"input"}


class Html(nodes.General, nodes.Element):
    """An HTML element; other writers see only what it holds."""


def html(tag, *children, **attributes):
    """Make an element.

    Parameters
    ----------
    tag
        Its name.
    children
        Nodes, or strings for text.
    attributes
        HTML attributes: `class_` and `for_` lose their underscore, other underscores
        become hyphens, True stands for an attribute without value, None for none.
    """
    node = Html(tag=tag, attributes=_plain(attributes))
    node += [nodes.Text(c) if isinstance(c, str) else c for c in children]
    return node


def parse(directive, markdown):
    """Read MyST Markdown within a page; gives a list of nodes."""
    box = nodes.Element()
    lines = StringList(markdown.strip().splitlines(), directive.env.docname)
    directive.state.nested_parse(lines, directive.content_offset, box)
    return box.children


def parse_line(directive, markdown):
    """Read Markdown of one paragraph for a place that takes no `<p>`, as a label."""
    found = []
    for node in parse(directive, markdown):
        found += node.children if isinstance(node, nodes.paragraph) else [node]
    return found


def visit(translator, node):
    """Write the start tag."""
    parts = [node["tag"]]
    for name, value in node["attributes"].items():
        text = translator.attval(str(value))
        parts.append(name if value is True else f'{name}="{text}"')
    translator.body.append(f"<{' '.join(parts)}>")


def depart(translator, node):
    """Write the end tag."""
    if node["tag"] not in VOID:
        translator.body.append(f"</{node['tag']}>")


def _plain(attributes):
    return {
        name.rstrip("_").replace("_", "-"): value
        for name, value in attributes.items()
        if value is not None and value is not False
    }


def _nothing(_translator, _node):
    pass


def setup(app):
    """Register the node."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (_nothing, _nothing))
    app.add_node(Html, html=(visit, depart), **others)
