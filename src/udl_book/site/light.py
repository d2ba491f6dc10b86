"""Makes the finished site light: one style sheet, one script, a font of a few icons.

The theme and the extensions give each page eleven style sheets and twelve scripts, most
of which no page needs. Which of them are known, and what becomes of each, stands here;
one that is not known, from a newer theme say, stops the build.
"""

import hashlib
import json
import logging
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

from udl_book.book import BookError
from udl_book.mathematics.katex import katex_folder, node
from udl_book.site.policy import headers, policy, state

STYLES = (
    *("styles/theme.css", "styles/pydata-sphinx-theme.css", "pygments.css"),
    *("styles/sphinx-book-theme.css", "copybutton.css", "mystnb.*.css"),
    *("katex/katex.min.css", "live/live.css", "udl.css", "sphinx-design.min.css"),
)
# KaTeX joins the names of classes from parts when the runner renders a formula.
WHOLE = ("katex/katex.min.css",)
# The page's own come with it, the theme's when all of it is shown.
FIRST = (
    *("live/start.js", "udl-numbers.js", "udl.js", "udl-vary.js"),
    "udl-preview.js",
)
LATER = (
    *("doctools.js", "sphinx_highlight.js", "clipboard.min.js", "copybutton.js"),
    *("scripts/sphinx-book-theme.js", "scripts/bootstrap.js"),
    "scripts/pydata-sphinx-theme.js",
)
SCRIPTS = (*FIRST, *LATER)
# Not joined: what differs from page to page, and what the search page alone has.
INLINE = "documentation_options.js"
DEFERRED = ("searchtools.js", "language_data.js", "searchindex.js", "udl-search.js")
# Icons are drawn here, as their script would in the browser; no page has tabs.
ICONS = "scripts/fontawesome.js"
DROPPED = (ICONS, "design-tabs.js")
UNUSED = (
    *("basic.css", "copybutton_funcs.js", "file.png", "minus.png", "plus.png"),
    *("images", "locales", "scripts", "styles", "vendor"),
    *(*STYLES, *SCRIPTS, *DROPPED, INLINE),
)

# Where no script needs the theme's, it comes when all of the page is shown.
AFTERWARD = (
    "addEventListener('load',()=>document.querySelector('script[src$=\"%s\"]')||"
    "document.head.append(Object.assign(document.createElement('script'),"
    "{src:document.documentElement.dataset.content_root+'_static/%s'})));"
)

STYLE = re.compile(r'[ \t]*<link\b[^>]*\brel="stylesheet"[^>]*>\n?')
SCRIPT = re.compile(r'[ \t]*<script\b[^>]*\bsrc="[^"]*"[^>]*></script>\n?')
OPTION = re.compile(r"[ \t]*<script>DOCUMENTATION_OPTIONS\.[^<]*</script>\n?")
PRELOAD = re.compile(r'[ \t]*<link rel="preload" as="script"[^>]*>\n?')
ADDRESS = re.compile(r'\b(?:href|src)="([^"?]*)')
DIGEST = re.compile(r"\.[0-9a-f]{64}\.")
FACE = re.compile(r"@font-face\{[^}]*\}")
SOLID = "vendor/fontawesome/webfonts/fa-solid-900.woff2"
# What the runner shows besides: the cards of checks.
CARDS = sorted((Path(__file__).parents[2] / "udl" / "exercises").glob("c*.py"))
GLYPH = re.compile(r'"\\([0-9a-f]{4})"')
ICON = re.compile(r'<(i|span) class="([^"]*\bfa-solid\b[^"]*)"([^>]*)></\1>')
# Fonts worth an early request, and what shows that a page needs them.
FONTS = {"Main-Regular": 'class="katex"', "Math-Italic": "mathnormal"}


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
    made = join(static, root, list(pages))
    first, later = made["js"]
    later = put(static, "theme.js", later.encode())
    options = " ".join((static / INLINE).read_text("utf8").split())
    first = f"{options}\n{AFTERWARD % (later, later)}\n{first}"
    names = {
        "css": put(static, "site.css", reduce_font(static, made["css"]).encode()),
        "first": put(static, "site.js", first.encode()),
        "later": later,
    }
    for path, text in pages.items():
        home = "../" * (len(path.relative_to(site).parts) - 1)
        text = rewrite(text, f"{home}_static/", **names)
        pages[path] = draw_icons(text, made["icons"])
    rules = policy(pages.values())
    for path, text in pages.items():
        path.write_text(state(text, rules), "utf8")
    (site / "_headers").write_text(headers(rules), "utf8")
    for path in [path for name in UNUSED for path in static.glob(name)]:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def check(page: Path, text: str) -> None:
    """Refuse a page with a style sheet or a script that has no place above."""
    known = {*STYLES, *SCRIPTS, INLINE, *DEFERRED, *DROPPED}
    for tag in [*STYLE.findall(text), *SCRIPT.findall(text)]:
        if name_in(tag) not in known:
            raise BookError(
                f"{page} loads {name_in(tag)}, which light.py does not know: does a "
                "page need it? Put it into STYLES, FIRST, LATER or DROPPED there."
            )
    if "sd-tab-set" in text:
        raise BookError(f"{page} has tabs, and light.py drops their script")


def name_in(tag: str) -> str:
    """Name of the file that a tag loads, without folder, version and digest."""
    return DIGEST.sub(".*.", ADDRESS.search(tag)[1].rpartition("_static/")[2])


def join(static: Path, root: Path, pages: list[Path]) -> dict:
    """Give all style sheets as one, all scripts as two, and the theme's icons.

    The sheet lacks the rules that no page can use; the second script is for later.
    """
    found = {name: sorted(static.glob(name)) for name in (*STYLES, *SCRIPTS, ICONS)}
    gone = [name for name, files in found.items() if len(files) != 1]
    if gone:
        raise BookError(f"light.py expects {', '.join(gone)} among the site's files")
    request = {
        "modules": str(katex_folder(root).parent),
        "static": str(static),
        "styles": [found[name][0].relative_to(static).as_posix() for name in STYLES],
        "scripts": [FIRST, LATER],
        "whole": WHOLE,
        "icons": ICONS,
        "content": [
            *map(str, pages),
            *(str(static / name) for name in SCRIPTS),
            *map(str, (static / "live").rglob("*.js")),
            *map(str, CARDS),
        ],
    }
    run = subprocess.run(
        [node(), Path(__file__).with_name("light.mjs")],
        input=json.dumps(request),
        stdout=subprocess.PIPE,
        encoding="utf8",
        check=True,
    )
    return json.loads(run.stdout)


def reduce_font(static: Path, css: str) -> str:
    """Reduce the icons' font to the glyphs that are left in the style sheet."""
    from fontTools.subset import Options, Subsetter, load_font, save_font

    logging.getLogger("fontTools").setLevel(logging.WARNING)
    options = Options(flavor="woff2", hinting=False, desubroutinize=True)
    font = load_font(str(static / SOLID), options)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[int(code, 16) for code in GLYPH.findall(css)])
    subsetter.subset(font)
    file = BytesIO()
    save_font(font, file, options)
    name = put(static, "icons.woff2", file.getvalue())
    css = FACE.sub(lambda face: "" if "fontawesome" in face[0] and SOLID not in face[0]
                   else face[0], css)  # fmt: skip
    return re.sub(rf'url\("?{SOLID}"?\)', f"url({name})", css)


def put(static: Path, name: str, content: bytes) -> str:
    """Write a file under a name of its own, so that no browser keeps an old one."""
    stem, _, suffix = name.partition(".")
    named = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
    (static / named).write_bytes(content)
    return named


def rewrite(text: str, static: str, *, css, first, later) -> str:
    """Let a page load the joined files, and the fonts of its formulas early."""
    head = [f'<link rel="stylesheet" href="{static}{css}">']
    head += [
        f'<link rel="preload" as="font" type="font/woff2" crossorigin '
        f'href="{static}katex/fonts/KaTeX_{font}.woff2">'
        for font, mark in FONTS.items()
        if mark in text
    ]
    head.append(f'<script defer src="{static}{first}"></script>')
    if any(name in text for name in DEFERRED):  # they need the theme's
        head.append(f'<script defer src="{static}{later}"></script>')
    text = OPTION.sub("", text)  # no script of ours asks for them
    start = STYLE.search(text).start()
    rest = PRELOAD.sub("", STYLE.sub("", SCRIPT.sub(_deferred, text[start:])))
    return "\n    ".join([text[:start].rstrip(), *head, rest.lstrip()])


def draw_icons(text: str, icons: dict) -> str:
    """Put drawings in the place of the elements that stand for icons."""

    def draw(match):
        classes = match[2].split()
        classes.remove("fa-solid")
        known = [icons[name[3:]] for name in classes if name[3:] in icons]
        if len(known) != 1:
            raise BookError(f"which icon is this? {match[0]}")
        width, height, *_, path = known[0]
        return (
            f'<svg class="{" ".join(["svg-inline--fa", *classes])}"{match[3]} '
            f'aria-hidden="true" viewBox="0 0 {width} {height}">'
            f'<path fill="currentColor" d="{path}"/></svg>'
        )

    return ICON.sub(draw, text)


def _deferred(tag):
    name = name_in(tag[0])
    return tag[0].replace("<script", "<script defer") if name in DEFERRED else ""
