"""The notation of the book, from one file: KaTeX macros and the table of symbols."""

from pathlib import Path

import yaml
from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

FILE = Path("book") / "notation.yaml"


def read(root: Path) -> dict:
    """Macros and symbols of a book; a book without the file has none."""
    path = root / FILE
    found = yaml.safe_load(path.read_text("utf8")) if path.is_file() else {}
    return {"macros": {}, "symbols": [], **(found or {})}


def table(symbols: list[dict]) -> str:
    """Markdown table of symbols."""
    lines = ["| Symbol | Meaning | First used |", "|---|---|---|"]
    for row in symbols:
        tex = row["tex"].strip("$").replace("|", r"\vert ")
        lines.append(f"| ${tex}$ | {row['meaning']} | {row.get('where', '')} |")
    return "\n".join(lines)


class Symbols(SphinxDirective):
    """`symbols`: the table of all symbols."""

    def run(self):
        """Write a Markdown table and let MyST read it."""
        self.env.note_dependency(str(Path(self.env.srcdir) / FILE))
        lines = table(read(Path(self.env.srcdir))["symbols"]).splitlines()
        box = nodes.container(classes=["udl-symbols"])
        self.state.nested_parse(StringList(lines, str(FILE)), 0, box)
        return box.children


def load_macros(app, config):
    """Make the macros a setting: Sphinx writes all pages anew when they change."""
    config.udl_macros = read(Path(app.srcdir))["macros"]


def setup(app):
    """Register the setting and the directive."""
    app.add_config_value("udl_macros", {}, "html", dict)
    app.add_directive("symbols", Symbols)
    app.connect("config-inited", load_macros)
