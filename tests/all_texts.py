"""Everything that can be read in a folder."""

import re
import zipfile
from html import unescape

MARKUP = re.compile(r"<[^>]+>")


def all_texts(folder):
    """Give name and text of every file below a folder.

    Archives are unpacked; each text comes twice, as it is and without its markup. The
    wheel of the library is left out: it holds what it is known to hold.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                names = [n for n in archive.namelist() if not n.endswith(".whl")]
                found = [(f"{path}/{name}", archive.read(name)) for name in names]
        elif path.is_file() and path.suffix != ".whl":
            found = [(str(path), path.read_bytes())]
        else:
            found = []
        for name, content in found:
            text = content.decode("utf8", "replace")
            yield name, text
            yield name, " ".join(unescape(MARKUP.sub("", text)).split())
