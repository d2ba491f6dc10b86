"""Makes the finished site light: one style sheet, one script, a font of a few icons.

The theme and the extensions give each page eleven style sheets and twelve scripts, most
of which no page needs. Which of them are known, and what becomes of each, stands here;
one that is not known, from a newer theme say, stops the build.
"""

import hashlib
import json
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from udl_book.book import BookError
from udl_book.katex import katex_folder, node

STYLES = (
    *("styles/theme.css", "styles/pydata-sphinx-theme.css", "pygments.css"),
    *("styles/sphinx-book-theme.css", "copybutton.css", "mystnb.*.css"),
    *("katex/katex.min.css", "live/live.css", "udl.css", "sphinx-design.min.css"),
)
# KaTeX joins the names of classes from parts when the runner renders a formula.
WHOLE = ("katex/katex.min.css",)
SCRIPTS = (
    *("doctools.js", "sphinx_highlight.js", "clipboard.min.js", "copybutton.js"),
    *("scripts/sphinx-book-theme.js", "live/start.js", "udl.js"),
    *("scripts/bootstrap.js", "scripts/pydata-sphinx-theme.js"),
)
# Not joined: what differs from page to page, and what the search page alone has.
INLINE = "documentation_options.js"
DEFERRED = ("searchtools.js", "language_data.js", "searchindex.js", "udl-search.js")
# The font draws the icons, and no page has tabs.
DROPPED = ("scripts/fontawesome.js", "design-tabs.js")
UNUSED = (
    *("basic.css", "copybutton_funcs.js", "file.png", "minus.png", "plus.png"),
    *("images", "locales", "scripts", "styles", "vendor"),
    *(*STYLES, *SCRIPTS, *DROPPED, INLINE),
)

STYLE = re.compile(r'[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*>\n?')
SCRIPT = re.compile(r'[ \t]*<script\b[^>]*\bsrc="[^"]*"[^>]*></script>\n?')
PRELOAD = re.compile(r'[ \t]*<link rel="preload" as="script"[^>]*>\n?')
ADDRESS = re.compile(r'\b(?:href|src)="([^"?]*)')
DIGEST = re.compile(r"\.[0-9a-f]{64}\.")
FACE = re.compile(r"@font-face\{[^}]*\}")
SOLID = "vendor/fontawesome/webfonts/fa-solid-900.woff2"
LIBRARY = Path(__file__).parents[1] / "udl"
ICON = re.compile(r'"\\([0-9a-f]{4})"')
# Fonts that a page with formulas is sure to need, and the marks of the others.
FONTS = {
    "Main-Regular": 'class="katex"',
    "Math-Italic": "mathnormal",
    "Main-Bold": "mathbf",
    "Math-BoldItalic": "boldsymbol",
    "Size1-Regular": "small-op",
    "Size2-Regular": "large-op",
    "Caligraphic-Regular": "mathcal",
    "AMS-Regular": "amsrm",
}


def lighten(site: Path, root: Path) -> None:
    """Rewrite a finished site in place."""
    static = site / "_static"
    pages = {
        path: path.read_text("utf8")
        for path in sorted(site.rglob("*.html"))
        if "notebooks" not in path.relative_to(site).parts
    }
    pages = {path: text for path, text in pages.items() if STYLE.search(text)}
    for path, text in pages.items():
        check(path.relative_to(site), text)
    css, js = join(static, root, list(pages))
    names = {
        "css": put(static, "site.css", draw_icons(static, css).encode()),
        "js": put(static, "site.js", js.encode()),
    }
    options = (static / INLINE).read_text("utf8")
    for path, text in pages.items():
        home = "../" * (len(path.relative_to(site).parts) - 1)
        path.write_text(rewrite(text, f"{home}_static/", names, options), "utf8")
    for path in [path for name in UNUSED for path in static.glob(name)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def check(page: Path, text: str) -> None:
    """Refuse a page with a style sheet or a script that has no place above.

    Examples
    --------
    >>> check(Path("a.html"), '<script src="../_static/new.js?v=1"></script>')
    Traceback (most recent call last):
    udl_book.book.BookError: a.html loads new.js, which udl_book/light.py does not know...
    """
    known = {*STYLES, *SCRIPTS, INLINE, *DEFERRED, *DROPPED}
    for tag in [*STYLE.findall(text), *SCRIPT.findall(text)]:
        if name_in(tag) not in known:
            raise BookError(
                f"{page} loads {name_in(tag)}, which udl_book/light.py does not know: "
                "does a page need it? Put it into STYLES, SCRIPTS or DROPPED there."
            )
    if "sd-tab-set" in text:
        raise BookError(f"{page} has tabs, and udl_book/light.py drops their script")


def name_in(tag: str) -> str:
    """Name of the file that a tag loads, without folder, version and digest.

    Examples
    --------
    >>> name_in('<link href="../../_static/styles/theme.css?digest=5" rel="stylesheet">')
    'styles/theme.css'
    """
    return DIGEST.sub(".*.", ADDRESS.search(tag)[1].rpartition("_static/")[2])


def join(static: Path, root: Path, pages: list[Path]) -> tuple[str, str]:
    """Style sheets without the rules that no page can use, and scripts, each as one."""
    scripts = [name for name in SCRIPTS if (static / name).is_file()]
    request = {
        "modules": str(katex_folder(root).parent),
        "static": str(static),
        "styles": [
            path.relative_to(static).as_posix()
            for name in STYLES
            for path in static.glob(name)
        ],
        "scripts": scripts,
        "whole": WHOLE,
        "content": [
            *map(str, pages),
            *(str(static / name) for name in scripts),
            *map(str, (static / "live").rglob("*.js")),
            *map(str, LIBRARY.rglob("*.py")),  # cards, which the runner shows
        ],
    }
    run = subprocess.run(
        [node(), Path(__file__).with_name("light.mjs")],
        input=json.dumps(request),
        stdout=subprocess.PIPE,
        encoding="utf8",
        check=True,
    )
    made = json.loads(run.stdout)
    return made["css"], made["js"]


def draw_icons(static: Path, css: str) -> str:
    """Reduce the icons' font to the glyphs that are left in the style sheet."""
    from fontTools.subset import Options, Subsetter, load_font, save_font

    options = Options(flavor="woff2", hinting=False, desubroutinize=True)
    font = load_font(str(static / SOLID), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[int(code, 16) for code in ICON.findall(css)])
    subsetter.subset(font)
    file = BytesIO()
    save_font(font, file, options)
    name = put(static, "icons.woff2", file.getvalue())
    css = FACE.sub(lambda face: "" if "fontawesome" in face[0] and SOLID not in face[0]
                   else face[0], css)  # fmt: skip
    return re.sub(rf'url\("?{SOLID}"?\)', f"url({name})", css)


def put(static: Path, name: str, content: bytes) -> str:
    """Write a file whose name says what is in it, so that no browser keeps an old one."""
    stem, _, suffix = name.partition(".")
    named = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
    (static / named).write_bytes(content)
    return named


def rewrite(text: str, static: str, names: dict[str, str], options: str) -> str:
    """Let a page load the joined files, and the fonts of its formulas early."""
    fonts = [font for font, mark in FONTS.items() if mark in text]
    head = [f'<link rel="stylesheet" href="{static}{names["css"]}">']
    head += [
        f'<link rel="preload" as="font" type="font/woff2" crossorigin '
        f'href="{static}katex/fonts/KaTeX_{font}.woff2">'
        for font in fonts
    ]
    head += [
        f"<script>{' '.join(options.split())}</script>",
        f'<script defer src="{static}{names["js"]}"></script>',
    ]
    first = STYLE.search(text).start()
    rest = PRELOAD.sub("", STYLE.sub("", SCRIPT.sub(_deferred, text[first:])))
    return "\n    ".join([text[:first].rstrip(), *head, rest.lstrip()])


def _deferred(tag):
    name = name_in(tag[0])
    return tag[0].replace("<script", "<script defer") if name in DEFERRED else ""
