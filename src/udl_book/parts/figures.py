"""Figures in a page: described, in two renderings, of which a reader loads one."""

from urllib.parse import quote

from docutils import nodes
from myst_nb.core.render import MimeData

from udl_book.parts import slider
from udl_book.run.vary import DARK

MISSING = "figure without a description: the cell's header needs `udl: alt:`"


class DescribedImage(nodes.image):
    """An image output; Sphinx copies its file as any image's."""


class DescribedImages:
    """A plug-in of myst-nb that knows what `describe` has noted."""

    mime_priority_overrides = ()

    @staticmethod
    def handle_mime(renderer, data, inline):
        """Render an image; anything else, and an image in a line, is not ours."""
        if inline or not data.mime_type.startswith("image/"):
            return None
        about = data.output_metadata.get(data.mime_type, {})
        if not about.get("alt"):
            renderer.logger.warning(MISSING, subtype="alt", line=data.line)
        made = [_image(renderer, data, data.content, about)]
        if DARK in about:
            made[0]["classes"].append("udl-light")
            made.append(_image(renderer, data, about[DARK], about))
            made[1]["classes"].append("udl-dark")
        if "vary" in about:
            made.append(
                slider.make(
                    about["vary"],
                    lambda mime, content: _image(renderer, data, content, {}, mime),
                )
            )
        return made


def describe(outputs: list[dict], alt: str, vary: dict | None = None) -> None:
    """Note what a page says of a cell's last figure, and each one's dark rendering."""
    for output in reversed(outputs):
        data = output.get("data", {})
        dark = data.pop(DARK, None)
        for mime in data:
            if mime.startswith("image/"):
                about = output["metadata"].setdefault(mime, {})
                about |= {"alt": alt} | ({DARK: dark} if dark else {})
                if vary:
                    about["vary"] = vary
                alt, vary = "", None


def _image(renderer, data, content, about, mime=""):
    made = MimeData(mime or data.mime_type, content, data.cell_metadata, line=data.line)
    (image,) = renderer.render_image(made)
    size = {name: about[name] for name in ("width", "height") if name in about}
    return DescribedImage(uri=image["uri"], alt=about.get("alt", ""), size=size)


def visit(translator, node):
    """Write the image with its size, so that the text does not jump."""
    builder = translator.builder
    name = builder.images.get(node["uri"], node["uri"])
    translator.body.append(
        translator.emptytag(
            node,
            "img",
            "\n",
            CLASS="udl-figure",
            src=f"{builder.imgpath}/{quote(name)}",
            alt=node["alt"],
            loading="lazy",
            **node["size"],
        )
    )


def depart(_translator, _node):
    """Nothing is left open."""


def setup(app):
    """Register the node."""
    app.add_node(DescribedImage, html=(visit, depart))
