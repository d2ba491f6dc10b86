"""The gate sees each kind of fault, and nothing else."""

import numpy as np
import pytest
from gate import contrast, faults, texts
from matplotlib.ticker import FixedFormatter, FixedLocator, ScalarFormatter

from udl.plotting.curves import curves
from udl.plotting.style import (
    BLUE,
    DARK,
    GRAY,
    GREEN,
    INK,
    ORANGE,
    PAGE,
    PURPLE,
    panels,
)

X = np.linspace(0, 1, 101)


@pytest.fixture
def good():
    return curves(X, {"a": X, "b": 1 - X}, xlabel="input $x$", ylabel="output $y$")


def outside(axes):
    axes.text(1.2, 0.5, "far too long for its place", transform=axes.transAxes)


def overlapping(axes):
    axes.text(0.5, 0.5, "first")
    axes.text(0.5, 0.5, "second")


def crossing(axes):
    axes.text(0.5, 0.5, "a long text", rotation=30, ha="center")
    axes.text(0.5, 0.5, "another long text", rotation=-30, ha="center")


def small(axes):
    axes.text(0.5, 0.7, "tiny", fontsize=7)


def cut_exponent(axes):
    axes.text(0.5, 0.7, "5.08e-0")


def offset_text(axes):
    axes.xaxis.set_major_formatter(ScalarFormatter())
    axes.set_xlim(0, 1e-5)


def exponent(axes):
    axes.text(0.5, 0.7, "1e-05")


def hyphen(axes):
    axes.text(0.5, 0.7, "at -3")


def dollar(axes):
    axes.text(0.5, 0.7, r"at \$\mu=1$").set_text("at $\\mu=1")


def fractions(axes):
    axes.set_xlabel("number of steps")
    axes.xaxis.set_major_locator(FixedLocator([0, 0.5, 1]))
    axes.xaxis.set_major_formatter(FixedFormatter(["0", "½", "1"]))


def markers(axes):
    axes.plot(X, X, "o-")


def every_second(axes):
    axes.plot(X, X, "o-", markevery=2)


def faint(axes):
    axes.text(0.5, 0.7, "pale", color="#BBBBBB")


def dark_on_dark(axes):
    axes.text(0.5, 0.7, "black is not in the palette", color="#000001")


def on_a_dark_patch(axes):
    axes.axvspan(0, 1, color=BLUE)
    axes.text(0.5, 0.7, "on blue", color=INK)


PLANTED = {
    outside: "outside the canvas",
    overlapping: "one on the other",
    crossing: "one on the other",
    small: "smaller than",
    cut_exponent: "an exponent",
    exponent: "an exponent",
    offset_text: "an exponent",
    hyphen: "a hyphen",
    dollar: "a dollar sign",
    fractions: "counts with fractions",
    markers: "101 markers",
    every_second: "51 markers",
    faint: "on a light page",
    dark_on_dark: "on a dark page",
    on_a_dark_patch: "on a light page",
}


def test_a_good_figure_has_no_fault(good):
    assert faults(good) == []


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_each_fault_is_seen(good, plant):
    plant(good.axes[0])
    assert any(PLANTED[plant] in fault for fault in faults(good))


def test_texts_that_are_turned_pass_each_other_closely(good):
    for place in (0.4, 0.46):
        good.axes[0].text(
            place, 0.3, "one beside the other", rotation=60, ha="center", color=INK
        )
    assert faults(good) == []


def test_only_drawn_texts_count(good):
    shown = {text.get_text() for text in texts(good)}
    assert {"a", "b", "input $x$", "0.2"} <= shown
    good.axes[0].axis("off")
    assert {text.get_text() for text in texts(good)} == {"a", "b"}


@pytest.mark.parametrize("color", [BLUE, ORANGE, GREEN, PURPLE, GRAY, INK])
def test_the_palette_can_be_written_in(color):
    pairs = ((color, PAGE), (DARK[color.lower()], DARK[PAGE.lower()]))
    for ink, page in pairs:
        channels = [
            [int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)] for c in (ink, page)
        ]
        assert contrast(*channels) >= 4.5


def test_a_bare_panel_is_as_wide_as_the_column():
    figure, _ = panels()
    assert round(figure.get_figwidth() * 96) in range(685, 696)
