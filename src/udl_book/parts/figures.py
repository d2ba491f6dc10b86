"""Figures with a text alternative: what `udl.display.show` puts into an output."""

from urllib.parse import quote

from docutils import nodes

MISSING = "figure without a description: end the cell with show(fig, alt=...)"


class DescribedImage(nodes.image):
    """An image output; Sphinx copies its file as any image's."""


class DescribedImages:
    """A plug-in of myst-nb that takes the alternative from the output's metadata."""

    mime_priority_overrides = ()

    @staticmethod
    def handle_mime(renderer, data, inline):
        """Render an image; anything else, and an image in a line, is not ours."""
        if inline or not data.mime_type.startswith("image/"):
            return None
        about = data.output_metadata.get(data.mime_type, {})
        alt = str(about.get("alt", "")).strip()
        if not alt:
            renderer.logger.warning(MISSING, subtype="alt", line=data.line)
        (image,) = renderer.render_image(data)
        size = {name: about[name] for name in ("width", "height") if name in about}
        return [DescribedImage(uri=image["uri"], alt=alt, size=size)]


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
