"""A build after a build publishes what a clean build would."""

import hashlib
import re
import shutil

from small_book import FIRST, SECOND

CELL = """
```{code-cell} ipython3
---
mystnb:
  figure:
    name: fig-planted
    caption: A line.
udl:
  alt: A line that rises.
---
import matplotlib.pyplot as plt

from udl.plotting.style import panels

figure, axes = panels()
axes.plot([1, 2])
figure
```
"""


def published(book):
    """Digest of every file of the site, the search index's order aside."""
    site = book.root / "_build/html"
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def build(book):
    status, said = book.build()
    assert status == 0, said


def test_what_is_gone_is_not_published(book):
    """A page, a style sheet, a figure, an entry of the contents."""
    third = "book/01-first/1-3-third.md"
    text = re.sub(r"\(([\w-]+)\)=\n", "", book.read(SECOND)).replace("1-2", "1-3")
    (book.root / third).write_text(text.replace("1.2", "1.3"), "utf8")
    (book.root / "book/_static/extra.css").write_text("p { color: #123456 }\n")
    contents = book.read("_toc.yml")
    entry = "".join(line for line in contents.splitlines(True) if "1-2-halving" in line)
    book.replace("_toc.yml", entry, entry + entry.replace("1-2-halving", "1-3-third"))
    book.append(SECOND, CELL)
    build(book)
    before = published(book)
    assert any("1-3-third" in name for name in before)
    book.replace(SECOND, "[1, 2]", "[1, 3]")
    build(book)
    changed = published(book)
    images = {name for name in changed if name.startswith("_images/")}
    assert images
    assert len(images) == sum(name.startswith("_images/") for name in before)
    (book.root / third).unlink()
    (book.root / "_toc.yml").write_text(contents, "utf8")
    (book.root / "book/_static/extra.css").unlink()
    build(book)
    after = published(book)
    assert not [name for name in after if "1-3-third" in name]
    assert "#123456" not in "".join(
        path.read_text() for path in (book.root / "_build/html").rglob("*.css")
    )
    shutil.rmtree(book.root / "_build/work")
    (book.root / "_build/fingerprint").unlink()
    build(book)
    assert published(book) == after
    assert book.read(FIRST)
