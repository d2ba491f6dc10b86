"""How a figure becomes a picture: vectors or pixels, in light and in dark colors."""

import base64
import io
import re
import zlib

import matplotlib as mpl
import numpy as np
from matplotlib.backend_bases import GraphicsContextBase
from matplotlib.backends.backend_agg import FigureCanvasAgg, RendererAgg
from matplotlib.colors import to_hex, to_rgb, to_rgba
from PIL import Image

# A vector figure past this size draws slower in a browser than its pixels would; one
# past the other, compressed as it travels, may be larger than they are.
LARGEST_SVG, LARGEST_PACKED = 150_000, 25_000
CSS_PIXELS_PER_INCH, DPI = 96, 192
DARK = "application/vnd.udl.dark"  # the same figure for a dark page; others ignore it
PATH = re.compile(r' d="[^"]+"')
DIGITS = re.compile(r"(\.\d\d)\d+")
COLOR = re.compile(r"(?<=: )#[0-9a-f]{6}")
IMAGE = re.compile(r"(?<=data:image/png;base64,)[^\"]+")
FEW = 256  # colors: an image of no more takes a byte a pixel
VISIBLE = 0.5  # of 255, on average: as much may colors change to be few
CANVAS = 'style="fill: #ffffff"'  # of the figure and of its axes


def bundle(figure, style=None, dark=None):
    """Give a figure in all forms that a page can show.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        What to show.
    style : dict, optional
        The ``rcParams`` to draw it with.
    dark : dict, optional
        Which color of a dark page stands for which of a light one, as hex codes. The
        canvas is transparent then.

    Returns
    -------
    data, metadata : dict
        By mime type: SVG text or PNG in base64, whichever travels faster; the width
        and height in CSS pixels; and under ``DARK`` the same in dark colors.
    """
    with mpl.rc_context(style or {}):
        mime, content = "image/svg+xml", _rounded(_saved(figure, "svg").decode())
        packed = len(zlib.compress(content.encode()))
        if packed > LARGEST_PACKED or len(content) > LARGEST_SVG:
            pixels = _saved(figure, "png")
            if len(pixels) < packed or len(content) > LARGEST_SVG:
                mime, content = "image/png", base64.b64encode(pixels).decode()
        data = {mime: content, "text/plain": repr(figure)}
        if dark and mime == "image/png":
            data[DARK] = base64.b64encode(_dark_pixels(figure, dark)).decode()
        elif dark:
            data[DARK] = _darkened(content, dark)
    width, height = figure.get_size_inches() * CSS_PIXELS_PER_INCH
    return data, {mime: {"width": round(width), "height": round(height)}}


class DarkContext(GraphicsContextBase):
    """A graphics context that takes light colors and draws dark ones."""

    def __init__(self, dark):
        super().__init__()
        self.dark = dark

    def set_foreground(self, color, isRGBA=False):
        """Set the color, as it is on a dark page."""
        super().set_foreground(_color(color, self.dark), isRGBA=True)


class DarkRenderer(RendererAgg):
    """A renderer that draws every light color as its dark one."""

    def __init__(self, width, height, dpi, dark):
        super().__init__(width, height, dpi)
        self.dark = dark
        agg = self._renderer
        self.draw_markers = lambda gc, marker, shift, path, place, face=None: (
            agg.draw_markers(gc, marker, shift, path, place, _color(face, dark))
        )
        self.draw_path_collection = lambda gc, t, paths, ts, offsets, shift, *rest: (
            agg.draw_path_collection(
                gc, t, paths, ts, offsets, shift,
                *(_colors(colors, dark) for colors in rest[:2]),
                *rest[2:],
            )
        )  # fmt: skip
        self.draw_quad_mesh = lambda gc, t, wide, high, places, *rest: (
            agg.draw_quad_mesh(
                gc, t, wide, high, places, *rest[:2], _colors(rest[2], dark), *rest[3:]
            )
        )
        self.draw_image = lambda gc, x, y, pixels, *rest: agg.draw_image(
            gc, x, y, _dark_image(pixels, dark), *rest
        )

    def new_gc(self):
        """Give a context that knows the colors."""
        return DarkContext(self.dark)

    def draw_path(self, gc, path, transform, rgbFace=None):
        """Draw a path, filled with the dark color."""
        super().draw_path(gc, path, transform, _color(rgbFace, self.dark))


class DarkCanvas(FigureCanvasAgg):
    """A canvas of dark colors."""

    dark = drawn_for = None

    def get_renderer(self):
        """Give a renderer of the figure's size, the same one until that changes."""
        wanted = *self.figure.bbox.size, self.figure.dpi
        if wanted != self.drawn_for:
            self.renderer, self.drawn_for = DarkRenderer(*wanted, self.dark), wanted
        return self.renderer


def _color(color, dark):
    """Give the dark color for a light one, with its own opacity; others stay."""
    if color is None:
        return None
    red, green, blue, alpha = to_rgba(color)
    found = dark.get(to_hex((red, green, blue)))
    return to_rgba(found, alpha) if found else (red, green, blue, alpha)


def _colors(colors, dark):
    return np.array([_color(color, dark) for color in colors]).reshape(-1, 4)


def _dark_image(pixels, dark):
    """Give an image whose pixels of a light color have the dark one, as opaque."""
    pixels = np.array(pixels)
    looked_at = pixels[..., :3].copy()
    for light, instead in dark.items():
        same = np.all(looked_at == _bytes(light), axis=-1)
        pixels[same, :3] = _bytes(instead)
    return pixels


def _bytes(color):
    return np.round(np.multiply(to_rgb(color), 255)).astype(np.uint8)


def _darkened(svg, dark):
    def image(found):
        light = Image.open(io.BytesIO(base64.b64decode(found[0]))).convert("RGBA")
        buffer = io.BytesIO()
        Image.fromarray(_dark_image(light, dark)).save(buffer, "png", optimize=True)
        return base64.b64encode(buffer.getvalue()).decode()

    svg = IMAGE.sub(image, svg)
    svg = svg.replace(CANVAS, 'style="fill: none"')
    return COLOR.sub(lambda color: dark.get(color[0], color[0]), svg)


def _dark_pixels(figure, dark):
    canvas, patches = figure.canvas, [figure.patch, *(a.patch for a in figure.axes)]
    shown = [patch.get_visible() for patch in patches]
    drawn_on = DarkCanvas(figure)
    drawn_on.dark = dark
    try:
        for patch in patches:
            patch.set_visible(False)
        return _saved(figure, "png")
    finally:
        for patch, visible in zip(patches, shown, strict=True):
            patch.set_visible(visible)
        figure.set_canvas(canvas)


def _saved(figure, kind):
    buffer = io.BytesIO()
    if kind == "svg":  # without a date, the same figure is the same file
        figure.savefig(buffer, format="svg", metadata={"Date": None})
        return buffer.getvalue()
    figure.savefig(buffer, format="rgba", dpi=DPI)
    width, height = (figure.get_size_inches() * DPI).astype(int)
    codes = np.frombuffer(buffer.getbuffer(), np.uint32).reshape(height, width)
    return _with_few_colors(codes)


def _with_few_colors(codes):
    """Pack an image: its most frequent colors stay, rare ones become the nearest."""
    flat = codes.ravel()
    # Most pixels are as the one before: runs of equal ones are fewer to sort.
    starts = np.r_[0, np.flatnonzero(np.diff(flat)) + 1]
    lengths = np.diff(np.r_[starts, flat.size])
    found, which = np.unique(flat[starts], return_inverse=True)
    times = np.bincount(which, lengths)
    colors = found.view(np.uint8).reshape(-1, 4).astype(int)
    kept = colors[np.argsort(-times, kind="stable")[:FEW]]
    # |a - b|² = |a|² - 2ab + |b|², of which the first is the same for all b.
    nearest = np.argmin(np.sum(kept**2, axis=1) - 2 * colors @ kept.T, axis=1)
    change = np.abs(kept[nearest] - colors).mean(axis=1)
    packed = io.BytesIO()
    if np.average(change, weights=times) > VISIBLE:  # a photograph
        pixels = codes.view(np.uint8).reshape(*codes.shape, 4)
        Image.fromarray(pixels).save(packed, "png", optimize=True)
        return packed.getvalue()
    indices = np.repeat(nearest[which].astype(np.uint8), lengths)
    image = Image.fromarray(indices.reshape(codes.shape), "P")
    image.putpalette(kept[:, :3].ravel().tolist())
    opacity = bytes(kept[:, 3].tolist())
    image.save(packed, "png", optimize=True, transparency=opacity)
    return packed.getvalue()


def _rounded(svg):
    """Round the coordinates of paths to hundredths of a point: nobody sees less."""
    return PATH.sub(lambda path: DIGITS.sub(r"\1", path[0]), svg)
