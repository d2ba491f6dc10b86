"""Mends what the theme and Jupyter Book's default extensions bring to a page."""

import hashlib
import re
from pathlib import Path

from myst_nb.sphinx_ import HideCodeCellNode

# Jupyter Book loads these unasked: thebe emits its script twice (an error in each
# page), togglebutton folds are open without JavaScript, comments ask other hosts.
UNWANTED = ("sphinx_thebe", "sphinx_togglebutton", "sphinx_comments")
UNWANTED_FILES = re.compile("toggle|thebe")
# Where a browser refuses storage, a table that lasts as long as the page stands in for
# it: the theme's scripts and ours ask without care.
MODE = """
    <script>
      for (const name of ["localStorage", "sessionStorage"]) {
        try {
          window[name].length;
        } catch {
          const kept = {};
          const hidden = {
            getItem: { value: (key) => kept[key] ?? null },
            setItem: { value: (key, value) => (kept[key] = value) },
            removeItem: { value: (key) => delete kept[key] },
          };
          Object.defineProperty(window, name, {
            value: Object.defineProperties(kept, hidden),
          });
        }
      }
      localStorage.mode ||= "auto";
      if (localStorage.mode === "auto") {
        const dark = matchMedia("(prefers-color-scheme: dark)").matches;
        localStorage.theme = dark ? "dark" : "light";
      }
    </script>"""
SUMMARY = re.compile(
    r"(<a [^>]*>(?P<title>.*?)</a>\s*<details[^>]*>\s*)<summary>", re.S
)
TAG = re.compile(r"<[^>]+>")

# What myst-nb calls the parts of a cell that a fold holds, in a reader's words.
WORDS = {
    "content": "code and its result",
    "source": "code",
    "output": "result",
    "outputs": "result",
}


def drop_unwanted(app):
    """Disconnect the extensions that the book does not use."""
    for listeners in app.events.listeners.values():
        listeners[:] = [
            listener
            for listener in listeners
            if not listener.handler.__module__.startswith(UNWANTED)
        ]
    for files in (app.registry.js_files, app.registry.css_files):
        files[:] = [
            (name, options)
            for name, options in files
            if not UNWANTED_FILES.search(f"{name} {options.get('body', '')}")
        ]


def watch_static(app, config):
    """Let a change of our own style sheets, scripts and templates write all pages.

    Sphinx copies such files only when it writes a page.
    """
    digest = hashlib.sha256()
    for folder in (*config.html_static_path, *config.templates_path):
        for path in sorted((Path(app.srcdir) / folder).rglob("*.*")):
            digest.update(path.read_bytes())
    config.udl_static = digest.hexdigest()


def choose_mode(_app, _pagename, _template, context, _doctree):
    """Settle light or dark before the page is drawn.

    The theme does so later: pages flash, and it reports an error in the console.
    """
    context["metatags"] = context.get("metatags", "") + MODE


def name_folds(_app, _pagename, _template, context, _doctree):
    """Give the folds of the sidebar a name: they hold an icon only."""
    original = context.get("generate_toctree_html")
    if original is None:
        return

    def named(*args, **options):
        return SUMMARY.sub(_with_name, str(original(*args, **options)))

    context["generate_toctree_html"] = named


def visit_hidden(translator, node):
    """Open the fold of a hidden cell: its name is the text that one sees."""
    classes = " ".join(["admonition", "hide", *node["classes"]])
    show, hide = (_prompt(node[f"prompt_{word}"]) for word in ("show", "hide"))
    translator.body.append(
        f'<details class="{classes}"><summary>'
        f'<span class="collapsed admonition-title">{show}</span>'
        f'<span class="expanded admonition-title">{hide}</span></summary>\n'
    )


def depart_hidden(translator, _node):
    """Close the fold."""
    translator.body.append("</details>\n")


def _prompt(said):
    """Say what a fold holds in a reader's words, not in myst-nb's.

    Examples
    --------
    >>> _prompt("Show content"), _prompt("Hide source")
    ('Show the code and its result', 'Hide the code')
    """
    verb, _, kind = said.partition(" ")
    return f"{verb} the {WORDS.get(kind, kind)}"


def _with_name(match):
    title = TAG.sub("", match["title"]).strip()
    return f'{match[1]}<summary aria-label="Pages of {title}">'


def setup(app):
    """Connect late, so that the theme has done its part."""
    drop_unwanted(app)
    app.add_config_value("udl_static", "", "html", str)
    app.connect("config-inited", watch_static)
    app.add_css_file("udl.css")
    app.add_js_file("udl-numbers.js", loading_method="defer")
    app.add_js_file("udl.js", loading_method="defer")
    app.add_js_file("udl-vary.js", loading_method="defer")
    app.add_js_file("udl-preview.js", loading_method="defer")
    app.add_node(HideCodeCellNode, override=True, html=(visit_hidden, depart_hidden))
    app.connect("html-page-context", choose_mode, priority=900)
    app.connect("html-page-context", name_folds, priority=900)
