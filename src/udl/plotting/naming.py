"""Names of curves: on the curves themselves where they fit, above the axes if not."""

import numpy as np

from udl.plotting.style import BLUE, SKY

LINE = 1.3  # height of a line of text, in font sizes
FARTHEST = 1.2  # lines that a name may stand above or below the end of its curve
LONGEST = 26  # letters of a name beside a curve
APART = 0.12  # of the axes' width: between the middles of names above them


def name_curves(axes, *, title=None, where="auto", handles=()):
    """Write the name of each labeled curve at its right end, in its color.

    Call it when the limits of the axes are final. Where too many ends lie close to
    each other, or a curve ends before the right edge, a legend above the axes names
    them all; a curve that leaves through the top is named there.

    Parameters
    ----------
    axes : Axes
        Panel, the only one in its row.
    title : str, optional
        What the names have in common; a legend's title.
    where : {"auto", "above"}, optional
        "above" for the legend in any case.
    handles : sequence of Artist, optional
        What the legend explains beside the labeled artists of the axes.
    """
    found, names = axes.get_legend_handles_labels()
    names = [*names, *(handle.get_label() for handle in handles)]
    handles = [*found, *handles]
    if not names:
        return
    points = [handle for handle in handles if not _joined(handle)]
    lines = [handle for handle in handles if _joined(handle)]
    short = max(map(len, names)) <= LONGEST
    places = _places(axes, lines) if where == "auto" and short else None
    if places is None:
        _above(axes, handles, names, title)
        return
    if points:
        _above(axes, points, [handle.get_label() for handle in points], title)
        places = _places(axes, lines)
    texts = [_write(axes, *named) for named in zip(lines, places, strict=True)]
    make_room(axes.figure, texts)


def make_room(figure, texts):
    """Move the right edge of all panels so that texts beside them fit."""
    wide = max((text.get_window_extent().width for text in texts), default=0)
    room = (wide / figure.dpi + 0.25) / figure.get_figwidth()
    figure.subplots_adjust(right=min(1 - room, figure.subplotpars.right))


def _joined(handle):
    """Whether a curve is a line: single points have no end to be named at."""
    line = hasattr(handle, "get_xydata")
    return line and handle.get_linestyle() not in ("None", "none", "", " ")


def _write(axes, handle, places):
    """Write one name: beside the right edge, or above where the curve leaves."""
    (x, end), place = places
    color, name = _ink(handle), handle.get_label()
    if x < 1:
        return axes.annotate(
            name, (x, 1), (0, 4), xycoords="axes fraction", ha="center", va="bottom",
            textcoords="offset points", color=color, annotation_clip=False,
        )  # fmt: skip
    if abs(end - place) > 0.3 * _point(axes):
        axes.plot([1.002, 1.015], [end, place], color=color, lw=1, label="_",
                  transform=axes.transAxes, clip_on=False)  # fmt: skip
    return axes.annotate(
        name, (1, place), (9, 0), xycoords="axes fraction", va="center",
        textcoords="offset points", color=color, annotation_clip=False,
    )  # fmt: skip


def _ink(line):
    """Color to write the name of a line in: the pale one could not be read."""
    return BLUE if line.get_color() == SKY else line.get_color()


def _point(axes):
    """Height of a letter as a fraction of the axes' height."""
    height = axes.get_position().height * axes.figure.get_figheight() * 72
    return axes.xaxis.label.get_size() / height


def _places(axes, lines):
    """Where each curve ends and where its name goes, as fractions of the axes.

    None where the names would be far from their curves or could not be told apart.
    """
    ends = [_end(axes, line) for line in lines]
    if None in ends:
        return None
    gap = LINE * _point(axes)
    tops = sorted(x for x, _ in ends if x < 1)
    titled = axes.get_title(loc="left") or axes.get_title()
    if tops and (titled or np.any(np.diff([0, *tops, 1]) < APART)):
        return None
    heights = np.array([y for x, y in ends if x == 1])
    order = np.argsort(heights, kind="stable")
    ordered = heights[order]
    if np.any(ordered[2:] - ordered[:-2] < gap / 2):  # three in one place
        return None
    places = np.empty_like(heights)
    places[order] = _apart(ordered, gap)
    if np.any(np.abs(places - heights) > FARTHEST * gap):
        return None
    left = iter(places)
    return [(end, next(left) if end[0] == 1 else 1) for end in ends]


def _end(axes, line):
    """Where a curve ends at the right, or leaves through the top; None elsewhere."""
    points = axes.transData.transform(line.get_xydata())
    points = axes.transAxes.inverted().transform(points)
    points = points[np.isfinite(points).all(axis=1)]
    x, y = points[np.argsort(points[:, 0], kind="stable")].T
    if len(x) < 2 or x[-1] < 0.97:
        return None
    end = np.interp(1, x, y)
    if -0.02 <= end <= 1.02:
        return 1, end
    inside = np.flatnonzero((y <= 1) & (x <= 1))
    if end < 0 or not len(inside) or inside[-1] + 1 == len(x):
        return None
    last = inside[-1]
    return np.interp(1, y[last : last + 2], x[last : last + 2]), 1


def _apart(ends, gap):
    """Move sorted numbers by as little as possible to keep the gap between them."""
    if not len(ends):
        return ends
    groups = []
    for place in ends - gap * np.arange(len(ends)):
        groups.append([place])
        while len(groups) > 1 and np.mean(groups[-2]) > np.mean(groups[-1]):
            last = groups.pop()
            groups[-1] += last
    level = np.concatenate([[np.mean(group)] * len(group) for group in groups])
    return level + gap * np.arange(len(ends))


def _above(axes, handles, names, title):
    """Put a legend between the title of the panel and its upper edge."""
    figure = axes.figure
    for columns in range(len(names), 0, -1):
        legend = axes.legend(
            handles, names, loc="lower left", bbox_to_anchor=(0, 1), ncols=columns,
            borderaxespad=0.1, borderpad=0.2, handlelength=2.2, columnspacing=1.4,
            handletextpad=0.6, title=title, alignment="left",
        )  # fmt: skip
        box = legend.get_window_extent()
        if box.width <= axes.get_window_extent().width * 1.02:
            break
    tall = box.height / figure.dpi
    if axes.get_title(loc="left"):
        axes.set_title(axes.get_title(loc="left"), pad=tall * 72 + 4)
    else:
        tall -= 0.25  # the room of a title
    first = axes.get_subplotspec().rowspan.start == 0
    _grow(figure, tall if first else 0, 0 if first else tall)


def _grow(figure, top, gap):
    """Make a figure taller: room above its panels, and between them, in inches."""
    bars, rows = figure.subplotpars, figure.axes[0].get_gridspec().nrows
    height = figure.get_figheight()
    inner = (bars.top - bars.bottom) * height
    axes = inner / (rows + bars.hspace * (rows - 1))
    taller = height + top + gap * (rows - 1)
    figure.set_figheight(taller)
    figure.subplots_adjust(
        bottom=bars.bottom * height / taller,
        top=1 - ((1 - bars.top) * height + top) / taller,
        hspace=bars.hspace + gap / axes,
    )
