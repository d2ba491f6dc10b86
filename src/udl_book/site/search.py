"""The search index holds words: no TeX, which no one searches for."""

from docutils import nodes


def words_only(doctree):
    """Give a copy of a page without its formulas."""
    copy = doctree.deepcopy()
    for formula in list(copy.findall(_is_formula)):
        formula.parent.remove(formula)
    return copy


def wrap(app):
    """Let the builder index the copies."""
    index = getattr(app.builder, "index_page", None)
    if index is not None:
        app.builder.index_page = lambda name, doctree, title: index(
            name, words_only(doctree), title
        )


def _is_formula(node):
    return isinstance(node, nodes.math | nodes.math_block)


def setup(app):
    """Connect. The rest is in `_static/udl-search.js`, on the search page."""
    app.connect("builder-inited", wrap)
