"""What machines read of a page: its description, its address, the map of the site."""

from html import escape

from docutils import nodes

from udl_book.site import addresses

LONGEST = 160
DESCRIPTIONS = {
    "search": "Search the pages of the book; the search runs in your browser.",
    "genindex": "All names of the library udl, from A to Z.",
    "py-modindex": "All modules of the library udl.",
}


def describe(app, pagename, _template, context, doctree):
    """Give each page a description: its own, or its first sentences."""
    tags = context.get("metatags") or ""
    if 'name="description"' in tags:
        return
    text = DESCRIPTIONS.get(pagename) or _first_text(doctree) or context.get("title")
    text = shorten(str(text))
    tag = f'<meta name="description" content="{escape(text)}" />'
    context["metatags"] = f"{tags}\n    {tag}"


def shorten(text: str, longest: int = LONGEST) -> str:
    """Cut a text at the end of a sentence, or of a word, where it is too long.

    Examples
    --------
    >>> shorten("One sentence. Another that is long.", 20)
    'One sentence.'
    >>> shorten("Words without an end", 12)
    'Words …'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    sentence = text[:longest].rfind(". ")
    if sentence > longest // 3:
        return text[: sentence + 1]
    return text[: longest - 1].rpartition(" ")[0] + " …"


def site_map(pages: list[str]) -> str:
    """XML that lists the addresses of a site."""
    urls = "".join(f"  <url><loc>{escape(page)}</loc></url>\n" for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        f"{urls}</urlset>\n"
    )


def write_site_map(app, exception):
    """Write the map if the site knows its address; drop an old one if not."""
    if exception or app.builder.format != "html":
        return
    where = addresses.of(app.config)
    path = app.outdir / "sitemap.xml"
    if not where.site:
        path.unlink(missing_ok=True)
        return
    pages = [where.page(docname) for docname in sorted(app.env.found_docs)]
    path.write_text(site_map(pages), "utf8")


def set_address(_app, config):
    """Let Sphinx write each page's canonical address."""
    config.html_baseurl = addresses.of(config).site


def _first_text(doctree):
    """Sentences of the first paragraph in plain words that is not a remark."""
    if doctree is None:
        return ""
    for paragraph in doctree.findall(nodes.paragraph):
        text = paragraph.astext()
        if isinstance(paragraph.parent, nodes.section) and len(text) > 20:
            return text
    return ""


def setup(app):
    """Connect, after the addresses are known and the theme has done its part."""
    app.connect("config-inited", set_address, priority=900)
    app.connect("html-page-context", describe, priority=800)
    app.connect("build-finished", write_site_map)
