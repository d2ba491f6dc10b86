"""Makes one card of an exercise: task, cell, hints and solution in one box."""

from docutils import nodes
from sphinx.transforms import SphinxTransform

from udl_book.parts.elements import Html

TODO = "udl-card--todo"  # what `check` says before there is an answer
COMPANION = "Companion to "


class Cards(SphinxTransform):
    """Move what belongs to an exercise into the box of its task."""

    default_priority = 400

    def apply(self):
        """Also empty the verdicts that precede an answer; mark the companion line."""
        for output in list(self.document.findall(_is_output)):
            if any(TODO in raw.astext() for raw in output.findall(nodes.raw)):
                output.parent.remove(output)
        for node in list(self.document.findall(Html)):
            if node.get("udl", ("",))[0] == "exercise":
                _gather(node)
        for title in self.document.findall(nodes.title):
            _mark(title)


def _is_output(node):
    return node.get("nb_element") == "cell_code_output" if _is_box(node) else False


def _is_box(node):
    return isinstance(node, nodes.container)


def _gather(card):
    """Take all up to the last piece of this exercise, and stop at the next one."""
    number, siblings = card["udl"][1], card.parent.children
    start = siblings.index(card) + 1
    last = start
    for place, node in enumerate(siblings[start:], start + 1):
        if isinstance(node, nodes.section) or (
            _declared(node) and node["udl"][1] != number
        ):
            break
        if _declared(node) or f'check("{number}"' in _source(node):
            last = place
    for node in siblings[start:last]:
        card.parent.remove(node)
        card += node


def _declared(node):
    return isinstance(node, Html) and "udl" in node


def _source(node):
    if not (_is_box(node) and node.get("nb_element") == "cell_code"):
        return ""
    return node.astext()


def _mark(title):
    following = title.next_node(nodes.paragraph, descend=False, siblings=True)
    if following is not None and following.astext().startswith(COMPANION):
        following["classes"].append("udl-companion")


def setup(app):
    """Register the transform."""
    app.add_transform(Cards)
