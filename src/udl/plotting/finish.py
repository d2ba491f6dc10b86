"""What every figure is finished with: plain ticks, whole counts, few markers."""

import re

import numpy as np
from matplotlib.text import Text
from matplotlib.ticker import (
    AutoLocator,
    FixedLocator,
    FuncFormatter,
    LogFormatterSciNotation,
    LogLocator,
    MaxNLocator,
    NullLocator,
    ScalarFormatter,
)

MARKERS = 40  # on a line, at most
COUNTS = re.compile(
    r"(number of .*|.*\b(number|counts?|hidden units|pieces|regions|joints|evaluations"
    r"|parameters|seeds|updates|multiplications|iterations?|epochs?)"
    r"|(steps?|layers?)( back)?)( \$[^$]*\$)?"
)
NOT_COUNTS = re.compile(r"\b(per|mean|share)\b")
HYPHEN = re.compile(r"(?<![\w.])-(?= ?\d)")
MINUS, TIMES, THIN = "\u2212", "\u00d7", "\u2009"
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value, digits=3, powers=False):
    """Write a number as a figure shows it, typeset and without letters.

    Parameters
    ----------
    value : float
        The number.
    digits : int, optional
        Significant digits, at most.
    powers : bool, optional
        Whether all but 1 is written with a power of ten, beside numbers that must be.

    Examples
    --------
    >>> print(number(5.08e-05), number(1e-9), number(0.001))
    5.08 \u00d7 10⁻⁵ 10⁻⁹ 0.001
    >>> number(-0.25) == "\u22120.25"
    True
    """
    text = f"{value:.{digits}g}"
    size = abs(float(text))
    if size == 0:
        return "0"
    if size != 1 and (powers or not 1e-3 <= size < 1e6):
        mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
        mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
        power = "10" + str(int(exponent)).translate(RAISED)
        text = {"1": power, "-1": f"-{power}"}.get(
            mantissa, f"{mantissa} {TIMES} {power}"
        )
    elif size >= 1e4:
        text = f"{float(text):,.0f}".replace(",", THIN)
    elif "e" in text:
        text = f"{float(text):g}"
    return text.replace("-", MINUS)


def counts(label):
    """Whether the label of an axis says that it shows whole numbers.

    Examples
    --------
    >>> counts("number of regions"), counts("loss")
    (True, False)
    """
    return bool(COUNTS.fullmatch(label)) and not NOT_COUNTS.search(label)


def finish(figure):
    """Finish a figure; what its drawing function set by hand is left alone."""
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            _ticks(axis)
        for line in axes.get_lines():
            _thin(line)
    for text in figure.findobj(Text):
        if "-" in text.get_text():
            text.set_text(minus(text.get_text()))
    return figure


def minus(text):
    """Write a true minus sign for each hyphen before a digit, formulas aside.

    Examples
    --------
    >>> minus("from -2 to 3-4") == "from \u22122 to 3-4"
    True
    """
    parts = text.split("$")
    parts[::2] = [HYPHEN.sub(MINUS, part) for part in parts[::2]]
    return "$".join(parts)


def _ticks(axis):
    """Give an axis plain numbers, unless its drawing function chose its own."""
    locator, formatter = axis.get_major_locator(), axis.get_major_formatter()
    if axis.get_scale() == "log":
        if type(formatter) is LogFormatterSciNotation:
            _logarithmic(axis)
        return
    whole = counts(axis.get_label_text())
    if whole and type(locator) is AutoLocator:
        axis.set_major_locator(MaxNLocator("auto", integer=True, steps=[1, 2, 5, 10]))
    if type(formatter) is ScalarFormatter:
        axis.set_major_formatter(FuncFormatter(lambda value, _: number(value, 6)))


def _logarithmic(axis):
    low, high = sorted(axis.get_view_interval())
    ends = np.log10([low, high])
    decades = ends[1] - ends[0]
    axis.set_minor_locator(NullLocator())
    if decades < 2.5:
        subs = (1, 2, 5) if decades > 0.8 else (1, 1.5, 2, 3, 5, 7)
        axis.set_major_locator(LogLocator(subs=subs, numticks=30))
    else:
        powers = MaxNLocator(6, integer=True, steps=[1, 2, 5, 10]).tick_values(*ends)
        powers = powers[(powers >= ends[0] - 1e-9) & (powers <= ends[1] + 1e-9)]
        axis.set_major_locator(FixedLocator(10.0**powers))
    tiny = low < 1e-3 or high > 1e5

    def write(value, _):
        return number(value, powers=tiny)

    axis.set_major_formatter(FuncFormatter(write))


def _thin(line):
    """Mark the points of a long line that stand evenly among all, ends included."""
    count = len(line.get_xdata())
    joined = line.get_linestyle() not in ("None", "none", "", " ")
    marked = line.get_marker() not in ("None", "none", "", " ", None)
    if joined and marked and count > MARKERS and line.get_markevery() is None:
        places = np.linspace(0, count - 1, MARKERS).round().astype(int)
        line.set_markevery(list(map(int, places)))
