"""What references of a page lead to, as Sphinx knows it, written as Markdown links."""

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote

from udl_book.book import page_number
from udl_book.site.addresses import Addresses
from udl_book.site.bibliography import authors

EXPLICIT = re.compile(r"^(?P<text>.*?)\s*<(?P<target>[^<>]+)>$", re.S)
OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.I)


class LostReferenceError(LookupError):
    """Nothing has the label that was asked for."""


@dataclass
class References:
    """Resolves the references of one page.

    Attributes
    ----------
    env
        Sphinx's environment, with all pages read.
    docname
        The page.
    addresses
        Of the book.
    """

    env: object
    docname: str
    addresses: Addresses

    def role(self, name: str, text: str) -> str | None:
        """Markdown for a role that refers to something; None for another role."""
        match = EXPLICIT.match(text)
        shown, target = (match["text"], match["target"]) if match else ("", text)
        if name in ("cite", "cite:t", "cite:p"):
            return self.citation(text)
        find = {
            "eq": self._equation,
            "ref": self._label,
            "numref": self._figure,
            "doc": self._page,
        }.get(name)
        if find is None:
            return None
        title, docname, anchor = find(target.strip())
        if shown and name == "numref":
            number = title.rpartition(" ")[2]
            title = shown.replace("%s", number).replace("{number}", number)
        elif shown:
            title = " ".join(shown.split())
        return self.link(title, docname, anchor)

    def link(self, title: str, docname: str, anchor: str = "") -> str:
        """Markdown link to a page of the site; to a place on this page, its name only.

        What a reader of the notebook has before their eyes needs no link.
        """
        if docname == self.docname:
            return title
        address = self.addresses.page(docname, anchor)
        return f"[{title}]({address})" if address else title

    def number(self, label: str) -> str:
        """Number of an equation, as 5.1.3."""
        title, _docname, _anchor = self._equation(label)
        return title.strip("()")

    def figure(self, name: str) -> str:
        """Name of a figure, as Figure 5.1.2."""
        return self._figure(name)[0]

    def address(self, target: str) -> str | None:
        """Address for a Markdown link's target; None if it cannot be followed."""
        if OUTSIDE.match(target):
            return target
        path, _, anchor = unquote(target).partition("#")
        docname = self.docname
        if path:
            folder = posixpath.dirname(self.docname)
            path = path.lstrip("/") if path[0] == "/" else posixpath.join(folder, path)
            docname = posixpath.normpath(path).removesuffix(".md")
        if docname not in self.env.found_docs:
            raise LostReferenceError(f"a link to {target}, which is not a page")
        return self.addresses.page(docname, anchor) or None

    def title(self, docname: str) -> str:
        """Title of a page."""
        return self.env.titles[docname].astext()

    def citation(self, keys: str) -> str:
        """Authors and year, as sources are cited in a text."""
        known = {c.key: c for c in self.env.get_domain("cite").citations}
        written = []
        for key in (key.strip() for key in keys.split(",")):
            if key not in known:
                raise LostReferenceError(f"no source {key}")
            entry, place = known[key].entry, known[key].bibliography_key.docname
            title = f"{authors(entry)} ({entry.fields.get('year', 'no year')})"
            written.append(self.link(title, place, known[key].citation_id))
        return ", ".join(written)

    def _equation(self, label):
        equations = self.env.get_domain("math").equations
        if label not in equations:
            raise LostReferenceError(f"no equation {label}")
        docname, anchor = equations[label][0], f"equation-{label}"
        return f"({self._printed(docname, 'displaymath', anchor)})", docname, anchor

    def _figure(self, label):
        docname, anchor, _title = self._known(label)
        if page_number(docname) is None:
            return "Figure", docname, anchor
        return f"Figure {self._printed(docname, 'figure', anchor)}", docname, anchor

    def _label(self, label):
        docname, anchor, title = self._known(label)
        return title or self.title(docname), docname, anchor

    def _known(self, label):
        domain = self.env.get_domain("std")
        if label in domain.labels:
            docname, anchor, title = domain.labels[label]
        elif label in domain.anonlabels:
            docname, anchor = domain.anonlabels[label]
            title = ""
        else:
            raise LostReferenceError(f"no label {label}")
        return docname, anchor, title

    def _page(self, target):
        folder = posixpath.dirname(self.docname)
        path = target.lstrip("/") if target[0] == "/" else f"{folder}/{target}"
        docname = posixpath.normpath(path)
        if docname not in self.env.titles:
            raise LostReferenceError(f"no page {target}")
        return self.title(docname), docname, ""

    def _printed(self, docname, kind, anchor):
        numbers = self.env.toc_fignumbers.get(docname, {}).get(kind, {})
        if anchor not in numbers:
            raise LostReferenceError(f"{anchor} of {docname} has no number")
        return ".".join(map(str, numbers[anchor]))
