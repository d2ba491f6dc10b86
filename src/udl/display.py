"""What a cell hands to the page: described figures and glued numbers.

Both are plain objects with ``_repr_mimebundle_`` and ``__str__``; a notebook, the
page's own runner and a terminal each take from them what they can show.
"""

import base64
import io
import re
import sys
import zlib

import matplotlib as mpl

from udl.plotting.style import STYLE

# A vector figure past this size draws slower in a browser than its pixels would; one
# past the other, compressed as it travels, may be larger than they are.
LARGEST_SVG, LARGEST_PACKED = 150_000, 25_000
PATH = re.compile(r' d="[^"]+"')
DIGITS = re.compile(r"(\.\d\d)\d+")
CSS_PIXELS_PER_INCH = 96
RECORD = "application/papermill.record/"


class Picture:
    """A figure drawn to SVG or PNG, with its text alternative.

    Attributes
    ----------
    alt : str
        What the figure shows, in words.
    mime : str
        ``image/svg+xml`` or ``image/png``.
    data : str
        The SVG text, or the PNG in base64.
    size : tuple of int
        Width and height in CSS pixels.
    """

    def __init__(self, figure, alt):
        width, height = figure.get_size_inches() * CSS_PIXELS_PER_INCH
        self.alt, self.size = alt, (round(width), round(height))
        self.mime, self.data = "image/svg+xml", _rounded(_draw(figure, "svg").decode())
        packed = len(zlib.compress(self.data.encode()))
        if packed > LARGEST_PACKED or len(self.data) > LARGEST_SVG:
            pixels = _draw(figure, "png")
            if len(pixels) < packed or len(self.data) > LARGEST_SVG:
                self.mime, self.data = "image/png", base64.b64encode(pixels).decode()

    def _repr_mimebundle_(self, include=None, exclude=None):
        width, height = self.size
        about = {"alt": self.alt, "width": width, "height": height}
        return {self.mime: self.data, "text/plain": self.alt}, {self.mime: about}

    def __str__(self):
        return self.alt

    __repr__ = __str__


def show(figure, *, alt):
    """Show a figure, described for those who do not see it.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        What to show.
    alt : str
        What the data in the figure show; take its numbers from the plotted arrays.

    Returns
    -------
    Picture
        End the cell with it: a notebook displays the last value of a cell.

    Raises
    ------
    ValueError
        If `alt` is empty.
    """
    if not alt.strip():
        raise ValueError("alt is empty: say in words what the figure shows.")
    if "matplotlib.pyplot" in sys.modules:
        sys.modules["matplotlib.pyplot"].close(figure)  # or it would be shown twice
    return Picture(figure, " ".join(alt.split()))


class Glued:
    """A named value that the text of the page refers to; it shows nothing itself."""

    def __init__(self, name, value):
        self.name, self.value = name, value

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = {f"{RECORD}text/plain": repr(self.value)}
        return data, {"scrapbook": {"name": self.name, "mime_prefix": RECORD}}

    def __str__(self):
        return f"{self.name} = {self.value!r}"

    __repr__ = __str__


def glue(name, value):
    """Give a value of this run to the text, which says ``{glue:text}`name:.3f```.

    Parameters
    ----------
    name : str
        What the text calls it; one name a page.
    value : int, float, str or numpy scalar
        The value. Arrays are refused: glue the number that the text needs.

    Raises
    ------
    ValueError
        If `value` is an array of more than one number.
    """
    if hasattr(value, "item"):
        if value.size != 1:
            raise ValueError(
                f"glue takes one number; {name!r} has shape {value.shape}."
            )
        value = value.item()
    publish(Glued(name, value))


def publish(thing):
    """Hand an object to the notebook that runs, if one does."""
    if "IPython" in sys.modules and sys.modules["IPython"].get_ipython():
        from IPython.display import display

        display(thing)


def _draw(figure, kind):
    buffer = io.BytesIO()
    # Without a date, and with a fixed salt, the same figure is the same file.
    about = {
        "svg": {"metadata": {"Date": None}},
        "png": {"dpi": 192, "pil_kwargs": {"optimize": True}},
    }[kind]
    with mpl.rc_context(STYLE):
        figure.savefig(buffer, format=kind, **about)
    return buffer.getvalue()


def _rounded(svg):
    """Round the coordinates of paths to hundredths of a point: nobody sees less."""
    return PATH.sub(lambda path: DIGITS.sub(r"\1", path[0]), svg)
