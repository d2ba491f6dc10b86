"""The in-page runner: bundled when the book is built, offered on pages with cells."""

import ast
import hashlib
import json
import shutil
import subprocess
from pathlib import Path

from udl_book.book import Book
from udl_book.mathematics.katex import katex_folder, node
from udl_book.notebooks.export import FOLDER, path_of
from udl_book.notebooks.wheel import wheel_name
from udl_book.parts.solutions import without_solutions
from udl_book.run.closure import imports, module
from udl_book.run.page import Page

HERE = Path(__file__).parent
ALWAYS = ("numpy",)
WHERE_NEEDED = ("matplotlib", "scipy")
BAR = """
<section class="live-bar pst-js-only" id="live-bar" aria-label="Run this page">
<div class="live-buttons">
<button type="button" class="live-start" disabled>
Run this page ({megabytes} MB)</button>
<button type="button" hidden>Continue where I stopped</button>
</div>
<p class="live-status" role="status">Edit and run every cell: Python comes into your
browser, {megabytes} MB, and is kept there for days without a network, until you remove
it. What you write stays on this machine.</p>
<p class="live-spoken" role="status"></p>
<p class="live-kept" role="status"></p>
<details class="live-strays" hidden>
<summary>Edits that are in no cell</summary></details>
<details class="live-work"><summary>My work</summary>
<div class="live-buttons">
<button type="button">Save all my work as a file</button>
<button type="button">Load a file of my work</button>
<button type="button">This page as a notebook, with my edits</button>
</div>
</details>
<script type="application/json">{settings}</script>
</section>
"""


def packages(page: Page) -> list[str]:
    """Packages that the browser must load for a page: no more than it imports."""
    names = {name for path in page.modules.values() for name in module(path).imports}
    for cell in page.cells:
        try:
            names.update(imports(ast.parse(cell.code)))
        except SyntaxError:  # the run reports it
            continue
    used = {name.split(".")[0] for name in names}
    return [*ALWAYS, *(name for name in WHERE_NEEDED if name in used)]


def megabytes(names: list[str], sizes: dict[str, float]) -> int:
    """What a reader's browser fetches for Python with some packages.

    Examples
    --------
    >>> megabytes(["numpy"], {"python": 5.2, "numpy": 3.1, "scipy": 19.6})
    8
    """
    return round(sizes["python"] + sum(sizes[name] for name in names))


def version(page: Page) -> str:
    """Digest of the code of a page: edits are kept for it."""
    code = json.dumps([cell.code for cell in page.cells])
    return hashlib.sha256(code.encode()).hexdigest()[:12]


def asked(page: Page) -> list[dict]:
    """What the page's text asks of each cell's run, as Python that gives the text."""
    return [
        {"kind": one.kind, "cell": one.cell, "place": place, "code": one.code}
        for place, one in enumerate(page.asked)
        if one.kind != "end"
    ]


def source_folder(root: Path) -> Path:
    """The runner's sources in the book, or in the one beside this package."""
    own = root / "book" / "live"
    return own if own.is_dir() else HERE.parents[2] / "book" / "live"


def bundle(root: Path, static: Path, macros: dict[str, str]) -> str:
    """Bundle the runner into `static`, unless it is there; gives its folder's name.

    The folder is named by what it was made of, so no browser keeps an old file.
    """
    source, modules = source_folder(root), katex_folder(root).parent
    digest = hashlib.sha256(json.dumps(macros, sort_keys=True).encode())
    lock = modules / ".package-lock.json"
    files = [*sorted(source.glob("*.*")), *sorted(source.glob("*/*.*"))]
    for path in [*files, HERE / "live.mjs", lock]:
        digest.update(path.read_bytes())
    name = digest.hexdigest()[:12]
    target = static / "live" / name
    if not target.is_dir():
        shutil.rmtree(static / "live", ignore_errors=True)
        part = static / "live" / "part"
        about = {
            "modules": str(modules),
            "source": str(source),
            "target": str(part),
            "start": str(static / "live" / "start.js"),
            "macros": macros,
        }
        subprocess.run([node(), HERE / "live.mjs", json.dumps(about)], check=True)
        shutil.copy(source / "live.css", static / "live")
        part.rename(target)
    return name


def prepare(app, config):
    """Bundle into the folder that Sphinx copies; drop what an earlier build made."""
    static = Path(app.doctreedir).parent / "static"
    config.udl_live_folder = bundle(Path(app.srcdir), static, config.udl_macros)
    # A service worker watches over the folder that it comes from.
    Path(app.outdir).mkdir(parents=True, exist_ok=True)
    shutil.copy(source_folder(Path(app.srcdir)) / "kept" / "keeper.js", app.outdir)
    for old in (Path(app.outdir) / "_static" / "live").glob("*/"):
        if old.name != config.udl_live_folder:
            shutil.rmtree(old)


def offer(app, pagename, _template, context, doctree):
    """Put the button, and what the runner needs to know, below the page's title."""
    if doctree is None or "</h1>" not in context.get("body", ""):
        return
    path = Path(app.env.doc2path(pagename))
    book = Book(Path(app.srcdir))
    text = path.read_text("utf8")
    if not app.config.udl_solutions:
        text = without_solutions(text)
    page = Page(pagename, text, book.source)
    if not page.cells:
        return
    names = packages(page)
    size = megabytes(names, app.config.udl_live["megabytes"])
    pathto = context["pathto"]
    settings = {
        "files": pathto(f"_static/live/{app.config.udl_live_folder}/", 1),
        "pyodide": app.config.udl_live["pyodide"],
        "packages": names,
        "megabytes": size,
        "wheel": pathto(f"wheels/{wheel_name(book.root)}", 1),
        "notebook": pathto(f"{FOLDER}/{path_of(pagename)}", 1),
        "version": version(page),
        "asked": asked(page),
    }
    text = json.dumps(settings).replace("<", "\\u003c")  # in a script, `&lt;` is no `<`
    bar = BAR.format(megabytes=size, settings=text)
    context["body"] = context["body"].replace("</h1>", f"</h1>{bar}", 1)


def setup(app):
    """Connect: the macros must be known before."""
    app.add_config_value("udl_live", {}, "html", dict)
    app.add_config_value("udl_live_folder", "", "html", str)
    app.add_css_file("live/live.css")
    app.add_js_file("live/start.js", loading_method="defer")
    app.connect("config-inited", prepare, priority=900)
    app.connect("html-page-context", offer)
