"""One look for all figures: sizes, colors that color-blind readers tell apart."""

import matplotlib as mpl
from matplotlib.figure import Figure

# Okabe and Ito's palette; every use adds a line style or marker beside the color.
BLUE, ORANGE, GREEN = "#0072B2", "#D55E00", "#009E73"
PURPLE, SKY, INK, GRAY = "#AA3377", "#56B4E9", "#1A1A2E", "#6B7280"

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


@styled
def panels(rows=1, columns=1, *, height=3.2, width=WIDTH, **options):
    """Make a figure with axes, without pyplot and its global state.

    Parameters
    ----------
    rows, columns : int
        How many axes.
    height, width : float
        Size of the whole figure, in inches.
    **options
        Passed to ``Figure.subplots`` (``sharex``, ``height_ratios``, ...).

    Returns
    -------
    figure : matplotlib.figure.Figure
        The figure.
    axes : Axes or ndarray of Axes
        As ``Figure.subplots`` returns them.
    """
    figure = Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots(rows, columns, **options)
