"""One look for all figures: sizes, colors that color-blind readers tell apart."""

from functools import wraps

import matplotlib as mpl
from matplotlib.figure import Figure

from udl.display import DPI, bundle
from udl.plotting.finish import finish

# Okabe and Ito's palette, dark enough to write in; every use adds a second mark, a
# line style or a marker, beside the color.
BLUE, ORANGE, GREEN = "#0072B2", "#C44E00", "#00785A"
PURPLE, SKY, INK, GRAY = "#AA3377", "#56B4E9", "#1A1A2E", "#5F6775"
GRID, BOX, PAGE = "#E5E7EB", "#F3F4F6", "#FFFFFF"

# What each color of a figure becomes on a dark page. Maps are tints of these colors:
# they let the page through, so that they are dark on a dark one.
DARK = {
    light.lower(): dark
    for light, dark in {
        BLUE: "#5CB8F2",
        ORANGE: "#FF8C42",
        GREEN: "#2FCB9B",
        PURPLE: "#E583B9",
        SKY: "#A6DBF9",
        INK: "#E6E8EC",
        GRAY: "#A7AFBC",
        GRID: "#353C48",
        BOX: "#262D37",  # behind text
        PAGE: "#14181E",  # halos: the page itself
    }.items()
}

STYLE = {
    "font.size": 12,
    "axes.titlesize": 12,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": 12,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GRAY,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "lines.linewidth": 2.0,
    "lines.markersize": 6.5,
    "patch.linewidth": 0.8,
    "legend.frameon": False,
    "legend.fontsize": 12,
    "xtick.labelsize": 11,
    "ytick.labelsize": 11,
    "legend.handlelength": 2.6,
    "mathtext.fontset": "dejavusans",
    "svg.hashsalt": "udl",
    "svg.fonttype": "path",
    "savefig.dpi": DPI,
}

WIDTH = 7.2  # inches: at 96 pixels an inch, the width of a page's column
# Margins in inches. Fixed ones keep the axes of all figures in line on a page, and
# take none of the time that matplotlib's layout engines need to measure every text.
LEFT, BOTTOM, TOP, RIGHT, GAP = 0.95, 0.6, 0.35, 0.2, 0.45


class Drawing(Figure):
    """A figure that shows itself, in the book's look, light and dark."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self, STYLE, DARK)


def styled(function):
    """Draw in the book's look, finish what comes out, and leave no trace of it."""

    @wraps(function)
    def draw(*values, **options):
        with mpl.rc_context(STYLE):
            drawn = function(*values, **options)
            return finish(drawn) if isinstance(drawn, Drawing) else drawn

    return draw


@styled
def panels(rows=1, *, height=3.6, left=LEFT, right=RIGHT, top=TOP, gap=GAP, **options):
    """Make a figure with stacked axes, without pyplot and its global state.

    Parameters
    ----------
    rows : int
        How many axes, one below the other.
    height : float
        Height of the whole figure, in inches.
    left, right, top : float, optional
        Room beside and above the axes, in inches.
    gap : float, optional
        Room between two rows, in inches.
    **options
        Passed to ``Figure.subplots`` (``sharex``, ``height_ratios``, ...).

    Returns
    -------
    figure : Drawing
        The figure.
    axes : Axes or ndarray of Axes
        As ``Figure.subplots`` returns them.
    """
    figure = Drawing(figsize=(WIDTH, height))
    figure.subplots_adjust(
        left=left / WIDTH,
        right=1 - right / WIDTH,
        bottom=BOTTOM / height,
        top=1 - top / height,
        hspace=gap * rows / (height - BOTTOM - top - gap * (rows - 1)),
    )
    return figure, figure.subplots(rows, **options)
