"""Mathematics of the pages, set by KaTeX while they are written."""

import re
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging
from sphinx.util.math import get_node_equation_number

from udl_book.mathematics.katex import KaTeX, TeXError, katex_folder, write_assets
from udl_book.parts import verified

logger = logging.getLogger(__name__)
OPENING = re.compile(r"[(\[“]+$")
PIECE = '<span class="katex-base">'  # a line may end before one
CLOSING = re.compile(r"^(?:[.,;:)\]?!”%]+|-\w+[.,;:)?!]*)")


def aligned(tex: str) -> str:
    r"""Give lines without an environment one, as Sphinx does for LaTeX.

    Examples
    --------
    >>> aligned(r"a &= b \\ c &= d")
    '\\begin{aligned}a &= b \\\\ c &= d\\end{aligned}'
    """
    parts = [part.strip() for part in tex.split("\n\n") if part.strip()]
    body = r"\\ ".join(parts)
    if r"\begin" not in body and (r"\\" in body or "&" in body):
        return rf"\begin{{aligned}}{body}\end{{aligned}}"
    return body


def visit_math(translator, node):
    """Write a formula in a line."""
    html = _render(translator, node, node.astext(), display=False)
    if "udl-bound" in node.parent.get("classes", ()):
        html = html.replace(PIECE, f"<wbr>{PIECE}").replace("<wbr>", "", 1)
    translator.body.append(f'<span class="udl-math notranslate">{html}</span>')
    raise nodes.SkipNode


class Bind(SphinxPostTransform):
    """Keep a formula in a line together with the punctuation that touches it."""

    default_priority = 900
    builders = ("html", "dirhtml")

    def run(self):
        """Move marks before and after a formula into a box with it."""
        for formula in list(self.document.findall(nodes.math)):
            before, after = touching(formula)
            if before or after:
                box = nodes.inline(classes=["udl-bound"])
                formula.replace_self(box)
                box += [nodes.Text(before), formula, nodes.Text(after)]


def touching(formula) -> tuple[str, str]:
    """Take the marks beside a formula from their texts."""
    siblings = formula.parent.children
    place = siblings.index(formula)
    found = ["", ""]
    for end, beside, marks in ((0, place - 1, OPENING), (1, place + 1, CLOSING)):
        if not 0 <= beside < len(siblings):
            continue
        text = siblings[beside]
        if isinstance(text, nodes.Text) and (match := marks.search(text)):
            found[end] = match[0]
            rest = text[: match.start()] + text[match.end() :]
            formula.parent[beside] = nodes.Text(rest)  # by place: texts may be equal
    return found[0], found[1]


def visit_math_block(translator, node):
    """Write a displayed formula with its number and the link to its test."""
    html = _render(translator, node, aligned(node.astext()), display=True)
    identifiers = node["ids"][:1]
    anchor = f' id="{escape(identifiers[0])}"' if identifiers else ""
    number = get_node_equation_number(translator, node) if node["number"] else ""
    name = f"Equation {number}" if number else "Formula"
    body = translator.body
    body.append(f'<div class="udl-equation notranslate"{anchor}>')
    body.append(f'<div class="udl-formula" data-name="{name}">{html}</div>')
    if number:
        body.append(f'<span class="eqno">({number})')
        translator.add_permalink_ref(node, "Link to this equation")
        body.append("</span>")
        body.append(verified.link(translator, node["label"], number))
    body.append("</div>\n")
    raise nodes.SkipNode


def _render(translator, node, tex, *, display):
    try:
        return translator.builder.app.udl_katex.render(tex, display=display)
    except TeXError as error:
        formula = " ".join(tex.split())
        logger.warning("bad formula: %s (%s)", formula, error, location=_located(node))
        return f"<code>{escape(tex)}</code>"


def _located(node):
    """Give the nearest node that knows its line: formulas in a line do not."""
    while node.line is None and node.parent is not None:
        node = node.parent
    return node


def prepare(app, config):
    """Put the style sheet and the fonts where Sphinx finds static files."""
    static = Path(app.doctreedir).parent / "static"
    write_assets(katex_folder(Path(app.srcdir)), static / "katex")
    config.html_static_path.append(str(static))


def start(app):
    """Make the renderer; Node starts with the first formula."""
    folder = katex_folder(Path(app.srcdir))
    app.udl_katex = KaTeX(folder, app.config.udl_macros)


def stop(app, _exception):
    """End Node with the build."""
    app.udl_katex.close()


def setup(app):
    """Register the renderer under the name `katex`."""
    app.add_html_math_renderer("katex", (visit_math, None), (visit_math_block, None))
    app.add_post_transform(Bind)
    app.add_css_file("katex/katex.min.css")
    app.connect("config-inited", prepare)
    app.connect("builder-inited", start)
    app.connect("build-finished", stop)
