"""Numbers of figures and equations."""

from types import SimpleNamespace

from udl_book.parts.numbers import number, restore


def test_pages_number_their_figures_and_indexes_do_not():
    ours = {
        "book/05-losses/5-1-squares": {"figure": {"a": (3,), "b": (4,)}},
        "book/05-losses/index": {"figure": {"c": (5,)}, "displaymath": {"d": (1,)}},
    }
    env = SimpleNamespace(toc_fignumbers=ours)
    number(None, env)
    assert env.toc_fignumbers == {
        "book/05-losses/5-1-squares": {"figure": {"a": (5, 1, 1), "b": (5, 1, 2)}},
        "book/05-losses/index": {"displaymath": {"d": (1,)}},
    }
    restore(None, env)
    assert env.toc_fignumbers["book/05-losses/index"]["figure"] == {"c": (5,)}
