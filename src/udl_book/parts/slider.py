"""A slider under a figure: the same figure for other values of a parameter.

The frames are files that a reader's browser fetches when the slider is first touched;
what is said of them stands in the page. Without JavaScript the figure stays as it is.
"""

import json
from html import escape
from urllib.parse import quote

from docutils import nodes

from udl_book.run.vary import DARK, image_in

HTML = """
<div class="udl-vary" data-name="{name}" hidden><label><code>{name}</code>
<input type="range" min="0" max="{last}" value="{default}"></label>
<output>{value}</output>
<script type="application/json">{frames}</script></div>
"""


class Slider(nodes.General, nodes.Element):
    """Holds the images of the frames, so that Sphinx copies their files."""


def make(vary: dict, image) -> Slider:
    """Make the slider of a figure.

    Parameters
    ----------
    vary
        Name, values, frames and default, as the run keeps them.
    image
        Makes an image of a mime type and its content.
    """
    slider = Slider(name=vary["name"], default=vary["default"], texts=[])
    slider["values"] = vary["values"]
    for frame in vary["frames"]:
        mime = image_in(frame["data"])
        for content in (frame["data"][mime], frame["data"].get(DARK)):
            if content is not None:
                slider += image(mime, content)
        slider["texts"].append({"alt": frame["alt"], "said": frame["said"]})
    return slider


def visit(translator, node):
    """Write the slider; the images become addresses."""
    from udl.typeset import typeset  # the book's own `udl`, found by now

    builder, images = translator.builder, list(node)
    each = len(images) // len(node["texts"])
    frames = []
    for number, texts in enumerate(node["texts"]):
        names = [
            builder.images.get(image["uri"], image["uri"])
            for image in images[each * number : each * (number + 1)]
        ]
        files = [f"{builder.imgpath}/{quote(name)}" for name in names]
        said = {place: typeset(text) for place, text in texts["said"].items()}
        value = node["values"][number]
        frame = {"value": typeset(str(value)), "code": repr(value), "files": files}
        frame |= {"alt": texts["alt"], "said": said}
        frames.append(frame)
    text = HTML.format(
        name=escape(node["name"]),
        last=len(frames) - 1,
        default=node["default"],
        value=escape(frames[node["default"]]["value"]),
        frames=escape(json.dumps(frames, ensure_ascii=False), quote=False),
    )
    translator.body.append(text)
    raise nodes.SkipNode


def setup(app):
    """Register the node."""
    app.add_node(Slider, html=(visit, None))
