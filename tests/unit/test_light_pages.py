"""What the build does to make pages light: each refusal with a planted fault."""

import hashlib
from pathlib import Path

import pytest

from udl_book.book import BookError
from udl_book.site import light

ICONS = {"dot": [4, 8, [], "f111", "M2 4z"]}


def test_a_file_that_nobody_has_looked_at_is_named():
    with pytest.raises(BookError, match=r"a\.html loads new\.js, which light\.py"):
        light.check(Path("a.html"), '<script src="../_static/new.js?v=1"></script>')
    with pytest.raises(BookError, match=r"a\.html loads new\.css"):
        light.check(Path("a.html"), '<link href="_static/new.css" rel="stylesheet">')


def test_tabs_without_their_script_are_refused():
    with pytest.raises(BookError, match="has tabs"):
        light.check(Path("a.html"), '<div class="sd-tab-set">')


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ('<link href="../_static/styles/theme.css?v=5" />', "styles/theme.css"),
        (f'<link href="_static/mystnb.{"0a" * 32}.css">', "mystnb.*.css"),
        ('<script src="searchindex.js"></script>', "searchindex.js"),
    ],
)
def test_the_name_in_a_tag(tag, name):
    assert light.name_in(tag) == name


def test_an_icon_is_drawn_with_its_other_classes_and_attributes():
    drawn = light.draw_icons('<i class="a fa-solid fa-dot" data-mode="x"></i>', ICONS)
    assert drawn == (
        '<svg class="svg-inline--fa a fa-dot" data-mode="x" aria-hidden="true" '
        'viewBox="0 0 4 8"><path fill="currentColor" d="M2 4z"/></svg>'
    )


def test_an_unknown_icon_is_refused():
    with pytest.raises(BookError, match="fa-none"):
        light.draw_icons('<i class="fa-solid fa-none"></i>', ICONS)


def test_a_page_loads_the_joined_files_and_the_fonts_that_it_needs():
    page = (
        '<head><link rel="stylesheet" href="a.css"><script src="_static/udl.js">'
        '</script></head><span class="katex">x</span>'
    )
    made = light.rewrite(page, "_static/", css="c", first="f", later="l")
    assert 'href="_static/c"' in made
    assert '<script defer src="_static/f"></script>' in made
    assert "a.css" not in made
    assert "udl.js" not in made
    assert "Main-Regular" in made
    assert "Math-Italic" not in made


def test_a_file_is_named_by_its_content(tmp_path):
    name = light.put(tmp_path, "site.css", b"a")
    assert name == f"site-{hashlib.sha256(b'a').hexdigest()[:10]}.css"
    assert name != light.put(tmp_path, "site.css", b"b")
