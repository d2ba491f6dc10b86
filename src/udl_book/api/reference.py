"""The reference: a page a room of `udl`, read from the docstrings.

The directive `api` stands on each page; what it shows is all in the code.
"""

import ast
import importlib
import inspect
import re
from collections import defaultdict
from pathlib import Path

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

from udl_book.book import Book

PRIVATE = re.compile(r"(^|\.)_")
# The reader meets these through `check` and `hint`; they are not for pages.
INNER = re.compile(r"udl\.exercises\..+")
SETTINGS = {
    "autodoc_member_order": "bysource",
    "autodoc_typehints": "none",
    "autodoc_preserve_defaults": True,
    # Types are words for people ("array_like, shape (I,)"), not names to look up.
    "napoleon_google_docstring": False,
    "napoleon_use_param": False,
    "napoleon_use_rtype": False,
    "napoleon_use_ivar": False,
    "napoleon_use_admonition_for_notes": False,
    "default_role": "code",
    "add_module_names": False,
    "toc_object_entries_show_parents": "hide",
}


def public_modules(source: Path) -> list[str]:
    """Modules of `udl` that a page may import, in the order of the alphabet.

    Packages whose `__init__` offers nothing are left out, and so are the parts of
    `udl.exercises` behind its front door.
    """
    found = []
    for path in sorted((source / "udl").rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        name = ".".join(part for part in parts if part != "__init__")
        if PRIVATE.search(name) or INNER.fullmatch(name):
            continue
        if path.name != "__init__.py" or _offers(path):
            found.append(name)
    return sorted(found)


class Api(SphinxDirective):
    """`api`: what a module says of itself, then each of its public names."""

    required_arguments = 1

    def run(self):
        """Let autodoc read the module; it notes the file as a dependency."""
        name = self.arguments[0]
        module = importlib.import_module(name)
        self._note(module)
        lines = [f".. automodule:: {name}", ""]
        if hasattr(module, "__all__"):  # a front door: the names live elsewhere
            for each in module.__all__:
                self._note(inspect.getmodule(getattr(module, each)))
                lines += [f".. autofunction:: {name}.{each}", ""]
        else:
            # Matplotlib writes a method `set` into each class of its own kind.
            lines[1:1] = ["   :members:", "   :exclude-members: set"]
        box = nodes.Element()
        fence = ["```{eval-rst}", *lines, "```"]  # docstrings are reStructuredText
        self.state.nested_parse(StringList(fence, name), self.content_offset, box)
        return box.children

    def _note(self, module):
        path = Path(inspect.getsourcefile(module))
        if path.is_relative_to(Book(Path(self.env.srcdir)).source):
            self.env.note_dependency(str(path))


class ApiIndex(SphinxDirective):
    """`api-index`: every public module by its room, each with the line it begins with.

    A room's page carries its name: the modules of `udl.plotting.losses` are described
    on `plotting-losses`.
    """

    def run(self):
        """List them, in the order in which the contents name the rooms."""
        home = self.env.docname.rpartition("/")[0]
        rooms = defaultdict(list)
        for name in public_modules(Book(Path(self.env.srcdir)).source):
            rooms[page_of(name)].append(name)
        listed = Book(Path(self.env.srcdir)).docnames()
        text = []
        for room in sorted(rooms, key=lambda room: listed.index(f"{home}/{room}")):
            text += ["", f"**{{doc}}`{room}`**", ""]
            for name in rooms[room]:
                first = importlib.import_module(name).__doc__.splitlines()[0]
                text.append(f"- {{py:mod}}`{name}`: {first}")
        box = nodes.Element()
        self.state.nested_parse(StringList(text, ""), self.content_offset, box)
        return box.children


def page_of(module: str) -> str:
    """Name of the page of the reference that describes a module.

    Examples
    --------
    >>> page_of("udl.plotting.losses.binary"), page_of("udl.display")
    ('plotting-losses', 'display')
    """
    rooms = module.split(".")[1:-1] or [module.rpartition(".")[2]]
    return "-".join(rooms)


def configure(_app, config):
    """Set up autodoc for the docstrings of this library."""
    for name, value in SETTINGS.items():
        config[name] = value


def _offers(path):
    return any(
        isinstance(node, ast.ImportFrom | ast.FunctionDef | ast.ClassDef)
        for node in ast.parse(path.read_text("utf8")).body
    )


def setup(app):
    """Load the extensions that read docstrings; register the directive."""
    app.setup_extension("sphinx.ext.autodoc")
    app.setup_extension("sphinx.ext.napoleon")
    app.add_directive("api", Api)
    app.add_directive("api-index", ApiIndex)
    app.connect("config-inited", configure, priority=100)
