"""Macros are expanded as TeX does: what surrounds them keeps its meaning."""

import pytest

from udl_book.notebooks.macros import expand

MACROS = {
    r"\argmin": r"\operatorname*{argmin}",
    r"\vx": r"\mathbf{x}",
    r"\v": r"\nu",
    r"\twice": r"\vx\vx",
    r"\given": r"#1 \mid #2",
    r"\arrow": r"\to",
}


@pytest.mark.parametrize(
    ("tex", "expanded"),
    [
        (r"\vx + 1", r"\mathbf{x} + 1"),
        (r"\vx^2_{\vx}", r"\mathbf{x}^2_{\mathbf{x}}"),
        (r"a_\vx", r"a_{\mathbf{x}}"),
        (r"a^ \vx", r"a^ {\mathbf{x}}"),
        (r"\hat\vx", r"\hat{\mathbf{x}}"),
        (r"\frac{1}{\vx}", r"\frac{1}{\mathbf{x}}"),
        (r"\argmin_{\vx}", r"\operatorname*{argmin}_{\mathbf{x}}"),
        (r"\vxi \verb", r"\vxi \verb"),
        (r"\twice", r"\mathbf{x}\mathbf{x}"),
        (r"[\given{y_{i}}{\vx}]", r"[y_{i} \mid \mathbf{x}]"),
        (r"\given ab", r"a \mid b"),
        (r"\arrow b", r"\to b"),
        (r"\{\vx\}", r"\{\mathbf{x}\}"),
        (r"a \\ \vx", r"a \\ \mathbf{x}"),
        (r"\\vx", r"\\vx"),
    ],
)
def test_a_macro_is_expanded(tex, expanded):
    assert expand(tex, MACROS) == expanded


def test_an_expansion_does_not_swallow_the_letter_behind_it():
    assert expand(r"{\arrow}b\arrow{}b", MACROS) == r"{\to}b\to{}b"
    assert expand(r"\given{a}{b}c", {r"\given": r"#1\to"}) == r"a\to{b}c"


@pytest.mark.parametrize(
    ("tex", "macros"),
    [(r"\a", {r"\a": r"\a x"}), (r"\a", {r"\a": "#1"}), (r"\a{b", {r"\a": "#1"})],
)
def test_what_cannot_be_expanded_is_an_error(tex, macros):
    with pytest.raises(ValueError, match="macro"):
        expand(tex, macros)
