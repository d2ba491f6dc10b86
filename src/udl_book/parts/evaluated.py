"""Numbers of the run in prose: the role that holds an answer becomes its text."""

from docutils import nodes

from udl_book.run.asked import ROLE


def role(_name, _rawtext, text, _lineno, _inliner, _options=None, _content=None):
    """Set the answer as print sets numbers; its place tells the runner which it is."""
    from udl.typeset import typeset  # the book's own `udl`, found by now

    _place, _, answer = text.partition(" ")
    return [nodes.inline("", typeset(answer.strip()), classes=["udl-eval"])], []


def setup(app):
    """Register the role."""
    app.add_role(ROLE, role)
