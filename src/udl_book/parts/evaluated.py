"""Numbers of the run in prose: the role that holds an answer becomes its text."""

from docutils import nodes

from udl_book.run.asked import ROLE


class Evaluated(nodes.inline):
    """The text of a number, and its place among all that the page asks for."""


def role(_name, _rawtext, text, _lineno, _inliner, _options=None, _content=None):
    """Set the answer as print sets numbers."""
    from udl.typeset import typeset  # the book's own `udl`, found by now

    place, _, answer = text.partition(" ")
    return [Evaluated("", typeset(answer.strip()), place=place)], []


def visit(translator, node):
    """Write the number; its place is for sliders and for the runner."""
    translator.body.append(f'<span class="udl-eval" data-place="{node["place"]}">')


def depart(translator, _node):
    """End it."""
    translator.body.append("</span>")


def setup(app):
    """Register the role."""
    app.add_role(ROLE, role)
    app.add_node(Evaluated, html=(visit, depart))
