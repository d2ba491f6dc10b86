"""Numbers of equations and figures: page 5.1 has (5.1.1), Figure 5.1.1."""

from copy import deepcopy

from udl_book.book import page_number

BEFORE_SPHINX, AFTER_SPHINX = 100, 900


def restore(_app, env):
    """Give Sphinx back its own numbers, which it compares with the new ones.

    Without this it would find ours, think that every page has changed, and write
    them all again in each build.
    """
    env.toc_fignumbers = getattr(env, "udl_sphinx_numbers", env.toc_fignumbers)
    return []


def number(_app, env):
    """Number the things of each page by the page and their order on it.

    Figures of a page that has no number, such as an index, have none either.
    """
    env.udl_sphinx_numbers = deepcopy(env.toc_fignumbers)
    for docname, kinds in env.toc_fignumbers.items():
        page = page_number(docname)
        if page is None:
            kinds.pop("figure", None)
            continue
        for numbers in kinds.values():
            for order, identifier in enumerate(numbers, 1):
                numbers[identifier] = (*page, order)
    return []


def setup(app):
    """Stand on both sides of Sphinx's own numbering."""
    app.connect("env-get-updated", restore, priority=BEFORE_SPHINX)
    app.connect("env-get-updated", number, priority=AFTER_SPHINX)
