"""What is wrong with a figure, by measuring every text of it, light and dark."""

import re
from dataclasses import dataclass

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex, to_rgb
from matplotlib.text import Text

from udl.display import DarkCanvas
from udl.plotting.finish import MARKERS, counts
from udl.plotting.style import DARK, PAGE, STYLE, WIDTH

SMALLEST = 8  # points, where the figure fills the column
CONTRAST = 4.5
SLACK = 1.5  # pixels of 1/100 inch: as much of a box is empty
CUT = re.compile(r"(?<=\d)e[+-]?$")
NONE = ("None", "none", "", " ", None)


@dataclass(frozen=True)
class Box:
    """A visible text, its corners in pixels, and how it was found."""

    text: Text
    corners: np.ndarray

    def __str__(self):
        return repr(self.text.get_text())


def faults(figure):
    """Name all faults of a figure that a reader would see."""
    with mpl.rc_context(STYLE):
        canvas = FigureCanvasAgg(figure)
        figure.draw_without_rendering()
        boxes = [Box(text, _corners(text, canvas)) for text in texts(figure)]
        found = [*_outside(figure, boxes), *_overlapping(boxes), *_small(figure, boxes)]
        found += [*_badly_written(boxes), *_fractions(figure), *_markers(figure)]
        return found + list(_faint(figure, boxes, canvas))


def texts(figure):
    """All texts of a figure that are drawn."""
    ticks = set()
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            drawn = axis._update_ticks() if axes.axison and axis.get_visible() else []
            every = [*axis.get_major_ticks(), *axis.get_minor_ticks()]
            ticks |= {label for tick in every for label in (tick.label1, tick.label2)}
            ticks -= {label for tick in drawn for label in (tick.label1, tick.label2)}
            if not axes.axison:
                ticks |= {axis.label, axis.offsetText}
    return [
        text
        for text in figure.findobj(Text)
        if text.get_text().strip() and text.get_visible() and text not in ticks
    ]


def _corners(text, canvas):
    """Corners of a text's box, turned as the text is."""
    renderer, turn = canvas.get_renderer(), text.get_rotation()
    if turn % 90 == 0:
        box = text.get_window_extent(renderer)
        return np.array([[box.x0, box.y0], [box.x1, box.y0],
                         [box.x1, box.y1], [box.x0, box.y1]])  # fmt: skip
    outer = text.get_window_extent(renderer)
    text.set_rotation(0)
    flat = text.get_window_extent(renderer)
    text.set_rotation(turn)
    middle = np.array([outer.x0 + outer.x1, outer.y0 + outer.y1]) / 2
    half = np.array([flat.width, flat.height]) / 2
    angle = np.radians(turn)
    spin = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]])
    return middle + (signs * half) @ spin.T


def _outside(figure, boxes):
    size = figure.bbox.size
    for box in boxes:
        if np.any(box.corners < -SLACK) or np.any(box.corners > size + SLACK):
            yield f"outside the canvas: {box}"


def _overlapping(boxes):
    for number, one in enumerate(boxes):
        for other in boxes[:number]:
            if _meet(one.corners, other.corners):
                yield f"one on the other: {other} and {one}"


def _meet(one, other):
    """Whether two rectangles share more than a sliver (no side separates them)."""
    for corners in (one, other):
        for side in (corners[1] - corners[0], corners[3] - corners[0]):
            normal = side / (np.hypot(*side) or 1)
            a, b = one @ normal, other @ normal
            if min(a.max(), b.max()) - max(a.min(), b.min()) < SLACK:
                return False
    return True


def _small(figure, boxes):
    scale = WIDTH / figure.get_figwidth()
    for box in boxes:
        if box.text.get_size() * scale < SMALLEST:
            yield f"smaller than {SMALLEST} points: {box}"


def _badly_written(boxes):
    for box in boxes:
        text = box.text.get_text()
        plain = re.sub(r"\$[^$]*\$", "", text)
        if "$" in plain.replace(r"\$", ""):
            yield f"a dollar sign: {box}"
        if re.search(r"(?<![\w\d])-\d", plain):
            yield f"a hyphen for a minus sign: {box}"
        if re.search(r"\de[+-\u2212]?\d", plain) or CUT.search(plain):
            yield f"an exponent that is not typeset: {box}"


def _fractions(figure):
    for axes in figure.axes:
        for name, axis in (("x", axes.xaxis), ("y", axes.yaxis)):
            linear = axes.axison and axis.get_scale() == "linear"
            if linear and counts(axis.get_label_text()):
                low, high = sorted(axis.get_view_interval())
                ticks = axis.get_majorticklocs()
                ticks = ticks[(ticks >= low) & (ticks <= high)]
                if np.any(np.abs(ticks - ticks.round()) > 1e-9):
                    label = axis.get_label_text()
                    yield f"{name} axis of counts with fractions: {label!r}"


def _markers(figure):
    for axes in figure.axes:
        for line in axes.get_lines():
            if line.get_marker() in NONE or line.get_linestyle() in NONE:
                continue
            every, count = line.get_markevery(), len(line.get_xdata())
            every = slice(None, None, every) if isinstance(every, int) else every
            shown = count if every is None else np.size(np.arange(count)[every])
            if shown > MARKERS:
                yield f"{shown} markers on a line"


def _faint(figure, boxes, canvas):
    """Contrast of every text with what is drawn behind it, on both pages."""
    over = {id(box.text): _has_ground(figure, box) for box in boxes}
    pixels = _grounds(figure, boxes, canvas) if any(over.values()) else {}
    for name, table in (("light", {}), ("dark", DARK)):
        page = np.array(to_rgb(table.get(PAGE.lower(), PAGE)))
        for box in boxes:
            ink = to_rgb(box.text.get_color())
            ink = np.array(to_rgb(table.get(to_hex(ink), ink)))
            ground = page
            if over[id(box.text)] and not box.text.get_path_effects():  # no halo
                ground = pixels[name](box.corners)
            found = contrast(ink, ground)
            if found < CONTRAST:
                yield f"contrast of {found:.1f} on a {name} page: {box}"


def _has_ground(figure, box):
    """Whether a text lies on something other than thin lines on the page."""
    if box.text.get_bbox_patch() is not None:
        return True
    middle = box.corners.mean(axis=0)
    return any(
        axes.bbox.contains(*middle)
        and (axes.collections or axes.images or axes.patches)
        for axes in figure.axes
    )


def _grounds(figure, boxes, canvas):
    """For each page, a function from corners to the mean color behind them."""
    shown = [(box.text, box.text.get_color()) for box in boxes]
    grounds = {}
    for text, _ in shown:
        text.set_alpha(0)
    try:
        for name, make in (("light", FigureCanvasAgg), ("dark", DarkCanvas)):
            drawn_on = make(figure)
            drawn_on.dark = DARK
            drawn_on.draw()
            grounds[name] = _mean_color(np.asarray(drawn_on.buffer_rgba()) / 255)
    finally:
        for text, _ in shown:
            text.set_alpha(None)
        figure.set_canvas(canvas)
    return grounds


def _mean_color(image):
    height = image.shape[0]

    def mean(corners):
        left, low = np.maximum(np.floor(corners.min(axis=0)), 0).astype(int)
        right, high = np.ceil(corners.max(axis=0)).astype(int)
        part = image[max(height - high, 0) : height - low, left:right, :3]
        return np.median(part.reshape(-1, 3), axis=0)

    return mean


def contrast(one, other):
    """Contrast of two colors as WCAG 2 defines it."""
    lights = []
    for color in (one, other):
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
                  for c in color]  # fmt: skip
        lights.append(np.dot([0.2126, 0.7152, 0.0722], linear) + 0.05)
    return max(lights) / min(lights)
