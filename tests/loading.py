"""What proves a page lies in a folder of its own, in files of the same names."""

import importlib.util
from pathlib import Path

PAGES = Path(__file__).parent / "pages"


def each(name):
    """Load the file of a name of every page that has one; give page and module."""
    for path in sorted(PAGES.glob(f"*/{name}.py")):
        page = path.parent.name
        spec = importlib.util.spec_from_file_location(f"{name}_{page}", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        yield page, module
