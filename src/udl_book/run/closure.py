"""The closure of a page: the modules of `udl` that its cells import, transitively."""

import ast
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

PACKAGE = "udl"


def imports(tree: ast.AST, package: str = "") -> Iterator[str]:
    """Names that a piece of code may import as modules.

    `from a import b` may mean the module `a.b` or a name in `a`: both are given.

    Parameters
    ----------
    tree
        Parsed code.
    package
        The package that relative imports start from.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                above = package.split(".")[: package.count(".") + 2 - node.level]
                base = ".".join([*above, base] if base else above)
            yield base
            yield from (f"{base}.{alias.name}" for alias in node.names)


def closure(source: Path, names: Iterable[str]) -> dict[str, Path]:
    """Modules of `udl` that loading some names runs, with their files.

    Parameters
    ----------
    source
        The folder that holds `udl`.
    names
        Dotted names; those outside `udl` are ignored.
    """
    todo, done = list(names), {}
    while todo:
        name = todo.pop()
        path = _file(source, name)
        if path is None or name in done:
            continue
        done[name] = path
        parts = name.split(".")
        todo += [".".join(parts[:i]) for i in range(1, len(parts))]  # parents run too
        package = name if path.name == "__init__.py" else ".".join(parts[:-1])
        todo += _imports_of_file(path, path.stat().st_mtime_ns, package)
    return dict(sorted(done.items()))


def data_files(path: Path) -> list[str]:
    """Literal names that a module passes to `data_file`."""
    return [
        node.args[0].value
        for node in ast.walk(ast.parse(path.read_text("utf8")))
        if isinstance(node, ast.Call)
        and _called(node) == "data_file"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", getattr(node.func, "attr", ""))


def _file(source: Path, name: str) -> Path | None:
    if name.split(".")[0] != PACKAGE:
        return None
    base = source.joinpath(*name.split("."))
    for path in (base.with_suffix(".py"), base / "__init__.py"):
        if path.is_file():
            return path
    return None


@lru_cache(maxsize=1024)
def _imports_of_file(path: Path, _mtime: int, package: str) -> tuple[str, ...]:
    return tuple(imports(ast.parse(path.read_text("utf8")), package))
