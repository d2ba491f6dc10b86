"""The search index holds words: of TeX the names of Greek letters alone."""

import re

from docutils import nodes

GREEK = re.compile(
    r"\\(?:var)?(alpha|beta|gamma|delta|epsilon|eta|theta|lambda|mu|pi|sigma|phi|omega)"
    r"(?![a-zA-Z])"
)


def words_only(doctree):
    """Give a copy of a page with the letters of its formulas."""
    copy = doctree.deepcopy()
    for formula in list(copy.findall(_is_formula)):
        letters = sorted(set(GREEK.findall(formula.astext())))
        formula.parent.replace(formula, nodes.Text(f" {' '.join(letters)} "))
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
