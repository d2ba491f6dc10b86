import base64

import matplotlib as mpl
import matplotlib.pyplot as plt
import pytest
from numpy import array, float64, linspace, random

from udl import display
from udl.plotting.style import panels


def figure(points=3):
    made, axes = panels()
    axes.plot(linspace(0, 1, points), random.default_rng(0).normal(size=points))
    return made


def test_a_picture_carries_its_description_and_size():
    data, about = display.show(figure(), alt="A\n   line.")._repr_mimebundle_()
    assert data["text/plain"] == "A line."
    assert data["image/svg+xml"].lstrip().startswith("<?xml")
    assert about["image/svg+xml"] == {"alt": "A line.", "width": 557, "height": 307}


def test_the_same_figure_is_the_same_file():
    first, second = (display.show(figure(), alt="A line.") for _ in range(2))
    assert first.data == second.data


def test_a_figure_with_too_many_points_becomes_pixels():
    picture = display.show(figure(20_000), alt="Noise.")
    assert picture.mime == "image/png"
    assert base64.b64decode(picture.data).startswith(b"\x89PNG")


def test_the_smaller_of_vectors_and_pixels_is_kept(monkeypatch):
    assert display.show(figure(300), alt="Noise.").mime == "image/svg+xml"
    monkeypatch.setattr(display, "LARGEST_PACKED", 0)
    monkeypatch.setattr(display, "_draw", lambda _, kind: sizes[kind])
    sizes = {"svg": b"<svg/>", "png": bytes(1000)}
    assert display.show(figure(), alt="Small.").mime == "image/svg+xml"
    sizes["png"] = b"\x89PNG"
    assert display.show(figure(), alt="Smaller.").mime == "image/png"


def test_paths_are_rounded_and_nothing_else():
    svg = '<path d="M 1.239 2.5"/><use transform="scale(0.015625)"/>'
    assert display._rounded(svg) == svg.replace("1.239", "1.23")


def test_a_figure_of_pyplot_is_closed_once_shown():
    mpl.use("agg")
    made, _ = plt.subplots()
    display.show(made, alt="Nothing.")
    assert plt.get_fignums() == []


@pytest.mark.parametrize("alt", ["", "  \n"])
def test_refuses_an_empty_description(alt):
    with pytest.raises(ValueError, match="say in words"):
        display.show(figure(), alt=alt)


def test_refuses_to_be_silent_about_the_description():
    with pytest.raises(TypeError, match="alt"):
        display.show(figure())


@pytest.mark.parametrize("value", [0.5, float64(0.5), array(0.5), array([0.5])])
def test_glued_numbers_are_plain_numbers(value, monkeypatch):
    published = []
    monkeypatch.setattr(display, "publish", published.append)
    display.glue("half", value)
    data, about = published[0]._repr_mimebundle_()
    assert data == {"application/papermill.record/text/plain": "0.5"}
    assert about["scrapbook"]["name"] == "half"


def test_glue_refuses_arrays():
    with pytest.raises(ValueError, match="takes one number"):
        display.glue("many", array([1.0, 2.0]))


def test_glue_shows_nothing_outside_a_notebook(capsys):
    assert display.glue("half", 0.5) is None
    assert capsys.readouterr().out == ""
