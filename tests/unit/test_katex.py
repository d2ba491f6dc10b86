"""KaTeX as the pages use it."""

from pathlib import Path

import pytest
from docutils import nodes

from udl_book.mathematics.katex import KaTeX, TeXError, katex_folder, write_assets
from udl_book.mathematics.render import aligned, touching

FOLDER = katex_folder(Path(__file__).parents[2])


@pytest.fixture
def katex():
    katex = KaTeX(FOLDER, {r"\half": r"\frac{1}{2}"})
    yield katex
    katex.close()


def test_a_formula_becomes_html_and_mathml_without_its_source(katex):
    html = katex.render(r"\half x")
    assert "<math" in html
    assert "<annotation" not in html
    assert r"\half" not in html


def test_a_formula_is_set_once(katex):
    first = katex.render("x")
    katex._node.kill()
    assert katex.render("x") is first


@pytest.mark.parametrize("tex", [r"\nosuch", "{x", r"x\\y \tag", "ä"])
def test_bad_tex_is_refused(katex, tex):
    with pytest.raises(TeXError, match=r"KaTeX|LaTeX"):
        katex.render(tex)


def test_lines_get_an_environment_unless_they_have_one():
    assert aligned("a &= b").startswith(r"\begin{aligned}")
    assert aligned(r"\begin{cases} a \\ b \end{cases}").startswith(r"\begin{cases}")
    assert aligned("a = b") == "a = b"


def test_the_style_sheet_names_no_font_that_is_not_copied(tmp_path):
    write_assets(FOLDER, tmp_path)
    css = (tmp_path / "katex.min.css").read_text()
    named = {part.partition(")")[0] for part in css.split("url(")[1:]}
    assert named == {f"fonts/{path.name}" for path in (tmp_path / "fonts").iterdir()}


def test_a_mark_is_taken_from_beside_its_formula_not_from_an_equal_text():
    paragraph = nodes.paragraph()
    first, second = nodes.math("", "u"), nodes.math("", "v")
    paragraph += [
        nodes.literal("", "phi"),
        nodes.Text(", "),
        first,
        nodes.Text(", "),
        second,
    ]
    assert touching(first) == ("", ",")
    assert [str(part) for part in paragraph.children[1:4:2]] == [", ", " "]
