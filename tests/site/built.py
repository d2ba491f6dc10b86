"""The pages of a built site, read once."""

from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]


class Page:
    """One HTML file."""

    def __init__(self, path, site):
        self.path, self.site = path, site

    def __str__(self):
        return self.path.relative_to(self.site).as_posix()

    @cached_property
    def html(self):
        return self.path.read_text("utf8")

    @cached_property
    def soup(self):
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def text(self):
        """What a reader sees, code and mathematics left out."""
        body = BeautifulSoup(str(self.soup.body), "html.parser")
        for node in body.select("pre, code, .katex, script, style"):
            node.decompose()
        return body.get_text(" ")

    @cached_property
    def ids(self):
        return [node["id"] for node in self.soup.select("[id]")]

    def resources(self):
        """Addresses that a browser asks for by itself."""
        for node in self.soup.select("[src], link[href]"):
            if node.get("rel") not in (["canonical"], ["next"], ["prev"]):
                yield node.get("src") or node["href"]

    def target(self, address):
        """File and anchor that a local address leads to; None for another host."""
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            return None
        path = self.path
        if parts.path:
            path = (self.path.parent / unquote(parts.path)).resolve()
        return path, unquote(parts.fragment)


def faults_of(page, pages):
    """Faults of one page: sentences."""
    yield from _structure(page)
    for address in page.resources():
        if urlsplit(address).scheme != "data":
            found = page.target(address)
            if found is None:
                yield f"asks another host: {address}"
            elif not found[0].is_file():
                yield f"lacks its resource {address}"
    for link in page.soup.select("a[href]"):
        found = page.target(link["href"])
        if found is None:
            continue
        path, anchor = found
        if not path.is_file():
            yield f"links to {link['href']}, which is not there"
        elif anchor and path in pages and anchor not in pages[path].ids:
            yield f"links to {link['href']}, which has no such anchor"


def _structure(page):
    soup = page.soup
    if not (soup.title and soup.title.get_text(strip=True)):
        yield "has no title"
    about = soup.select("meta[name=description]")
    if len(about) != 1 or not about[0].get("content", "").strip():
        yield f"has {len(about)} descriptions"
    # The theme repeats the title of a page for printing.
    headings = [h for h in soup.select("h1") if not h.find_parent(class_="onlyprint")]
    if len(headings) != 1:
        yield f"has {len(headings)} headings of level 1"
    if "<annotation" in page.html:
        yield "carries the source of a formula"
    for sign in ("$$", r"\(", r"\begin{", ":::", "{eval}", "{eq}", "{numref}"):
        if sign in page.text:
            yield f"shows {sign} as text"
    for image in soup.select("img"):
        alt = image.get("alt", "").strip()
        if not alt or alt.endswith((".png", ".svg")) or "/" in alt.split(" ")[0]:
            yield f"has an image without a description: {image.get('src')}"
    twice = sorted({name for name in page.ids if page.ids.count(name) > 1})
    if twice:
        yield f"has ids twice: {twice}"


def read_site(site):
    """Every page of a site, by its path."""
    return {path: Page(path, site) for path in sorted(site.rglob("*.html"))}
