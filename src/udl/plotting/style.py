"""One look for all figures: sizes, colors that color-blind readers tell apart."""

import matplotlib as mpl
from matplotlib.figure import Figure

from udl.display import bundle

# Okabe and Ito's palette; every use adds a line style or marker beside the color.
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
PURPLE, SKY, INK, GRAY = "#AA3377", "#56B4E9", "#1A1A2E", "#6B7280"

# What each color of a figure becomes on a dark page; others, as of a map, stay.
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
        "#E5E7EB": "#353C48",  # the grid
        "#F3F4F6": "#262D37",  # boxes behind text
        "#FFFFFF": "#14181E",  # halos: the page itself
    }.items()
}

STYLE = {
    "font.size": 11,
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.labelsize": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.edgecolor": GRAY,
    "axes.labelcolor": INK,
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": "#E5E7EB",
    "grid.linewidth": 0.8,
    "lines.linewidth": 2.0,
    "lines.markersize": 6,
    "legend.frameon": False,
    "legend.fontsize": 10,
    "legend.handlelength": 2.6,
    "mathtext.fontset": "dejavusans",
    "svg.hashsalt": "udl",
    "svg.fonttype": "path",
    "savefig.dpi": 192,
}

# A drawing function decorated with this uses the look and leaves no trace of it.
styled = mpl.rc_context(STYLE)

WIDTH = 5.8  # inches: still legible when a phone shows it at 330 pixels
# Margins in inches. Fixed ones keep the axes of all figures in line on a page, and
# take none of the time that matplotlib's layout engines need to measure every text.
LEFT, BOTTOM, TOP, RIGHT, GAP = 0.85, 0.55, 0.3, 0.2, 0.4


class Drawing(Figure):
    """A figure that shows itself, in the book's look, light and dark."""

    def _repr_mimebundle_(self, include=None, exclude=None):
        return bundle(self, STYLE, DARK)


@styled
def panels(rows=1, *, height=3.2, right=RIGHT, **options):
    """Make a figure with stacked axes, without pyplot and its global state.

    Parameters
    ----------
    rows : int
        How many axes, one below the other.
    height : float
        Height of the whole figure, in inches.
    right : float, optional
        Room to the right of the axes, in inches.
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
        left=LEFT / WIDTH,
        right=1 - right / WIDTH,
        bottom=BOTTOM / height,
        top=1 - TOP / height,
        hspace=GAP * rows / (height - BOTTOM - TOP - GAP * (rows - 1)),
    )
    return figure, figure.subplots(rows, **options)
