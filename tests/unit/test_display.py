import base64
import io
import time

import numpy as np
import pytest
from matplotlib.colors import ListedColormap, to_rgb
from matplotlib.figure import Figure
from numpy.testing import assert_allclose
from PIL import Image

from udl import display
from udl.plotting.style import BLUE, DARK, INK, STYLE, panels
from udl_book.parts import figures


def figure(points=3):
    made, axes = panels()
    axes.plot(np.linspace(0, 1, points), np.random.default_rng(0).normal(size=points))
    return made


def large():
    made, axes = panels()
    axes.plot(*np.random.default_rng(0).normal(size=(2, 20_000)), color=BLUE)
    axes.scatter([0], [0], color=BLUE, edgecolors="white", zorder=3)
    axes.plot([1], [1], "o", color=BLUE)
    axes.set_title("Noise")
    return made


def pixels(text):
    return np.asarray(Image.open(io.BytesIO(base64.b64decode(text))).convert("RGBA"))


def test_a_figure_shows_itself_with_its_size():
    data, about = figure()._repr_mimebundle_()
    assert data["image/svg+xml"].lstrip().startswith("<?xml")
    assert about == {"image/svg+xml": {"width": 691, "height": 346}}


def test_the_same_figure_is_the_same_file():
    first, second = (figure()._repr_mimebundle_()[0] for _ in range(2))
    assert first == second


def test_a_figure_with_too_many_points_becomes_pixels():
    data, about = large()._repr_mimebundle_()
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert list(about) == ["image/png"]


def test_the_smaller_of_vectors_and_pixels_is_kept(monkeypatch):
    assert "image/svg+xml" in figure(300)._repr_mimebundle_()[0]
    monkeypatch.setattr(display, "LARGEST_PACKED", 0)
    monkeypatch.setattr(display, "_saved", lambda _, kind: sizes[kind])
    sizes = {"svg": b"<svg/>", "png": bytes(1000)}
    assert "image/svg+xml" in display.bundle(figure())[0]
    sizes["png"] = b"\x89PNG"
    assert "image/png" in display.bundle(figure())[0]


def test_paths_are_rounded_and_nothing_else():
    svg = '<path d="M 1.239 2.5"/><use transform="scale(0.015625)"/>'
    assert display._rounded(svg) == svg.replace("1.239", "1.23")


def test_dark_vectors_have_dark_colors_on_no_canvas():
    data, _ = figure()._repr_mimebundle_()
    light, dark = data["image/svg+xml"], data[display.DARK]
    assert INK.lower() in light
    left = [color for color in DARK if color in dark]
    assert left == []
    assert display.CANVAS in light
    assert light.count("<path") == dark.count("<path")


def test_dark_pixels_have_dark_colors_on_no_canvas():
    data, _ = large()._repr_mimebundle_()
    light, dark = pixels(data["image/png"]), pixels(data[display.DARK])
    assert light.shape == dark.shape
    assert (light[0, 0] == 255).all()
    assert dark[0, 0, 3] == 0
    colors = {tuple(color) for color in dark[dark[..., 3] == 255]}
    for name in (BLUE, INK, "#ffffff"):
        wanted = DARK[name.lower()]
        assert (*bytes.fromhex(wanted[1:]), 255) in colors, name
        assert (*bytes.fromhex(name[1:]), 255) not in colors, name


def mapped(points):
    """An image and a mesh in a tint of the palette; enough points make them pixels."""
    made, axes = panels()
    tint = ListedColormap([(*to_rgb(BLUE), 0.5)])
    axes.imshow([[1.0]], cmap=tint, extent=(0, 1, 0, 1), aspect="auto")
    axes.pcolormesh([1, 2], [0, 1], [[1.0]], cmap=tint)
    axes.plot(*np.random.default_rng(0).uniform(0, 0.1, (2, points)), color=INK)
    axes.set_xlim(0, 2)
    return made


def test_images_and_meshes_of_dark_vectors_are_dark():
    data, _ = mapped(2)._repr_mimebundle_()
    (image,) = display.IMAGE.findall(data[display.DARK])
    wanted = tuple(bytes.fromhex(DARK[BLUE.lower()][1:]))
    assert {tuple(color[:3]) for color in pixels(image).reshape(-1, 4)} == {wanted}
    assert BLUE.lower() in data["image/svg+xml"]
    assert BLUE.lower() not in data[display.DARK]


def test_images_and_meshes_of_dark_pixels_are_dark():
    data, _ = mapped(20_000)._repr_mimebundle_()
    dark = pixels(data[display.DARK])
    wanted = bytes.fromhex(DARK[BLUE.lower()][1:])
    for x in (0.4, 0.8):  # of the width: in the image, in the mesh
        color = dark[dark.shape[0] // 3, int(x * dark.shape[1])]
        assert_allclose(color[:3].astype(int), list(wanted), atol=2)  # as its alpha


def few(colors):
    codes = np.ascontiguousarray(colors, dtype=np.uint8).view(np.uint32)[..., 0]
    return pixels(base64.b64encode(display._with_few_colors(codes)))


def test_frequent_colors_stay_and_rare_ones_become_the_nearest():
    image = np.tile([0, 114, 178, 255], (1000, 600, 1))
    image[:300] = 0, 0, 0, 0
    image[500] = np.arange(600)[:, np.newaxis] % 2 * 255
    image[501, :, 0] = np.arange(600) // 2  # 300 further colors, each in two pixels
    found = few(image)
    assert_allclose(found[:501], image[:501])
    assert 0 < np.abs(found[501].astype(int) - image[501].astype(np.uint8)).max() < 60


def test_a_photograph_keeps_its_colors():
    image = np.random.default_rng(0).integers(0, 256, (60, 60, 4))
    assert_allclose(few(image), image)


def test_after_its_dark_rendering_a_figure_is_as_before():
    made = large()
    first, second = (made._repr_mimebundle_()[0] for _ in range(2))
    assert first == second


def test_a_figure_of_a_reader_has_one_rendering():
    made = Figure((2, 1))
    made.add_subplot()
    assert display.DARK not in display.bundle(made)[0]


def test_the_dark_rendering_of_vectors_costs_little(monkeypatch):
    made = figure(300)
    data, _ = display.bundle(made, STYLE)
    start = time.perf_counter()
    display._darkened(data["image/svg+xml"], DARK)
    assert time.perf_counter() - start < 0.06


def test_the_builder_knows_the_dark_rendering_by_its_name():
    assert figures.DARK == display.DARK


OUTPUT = {"data": {"image/png": "", display.DARK: "dark"}, "metadata": {}}


@pytest.mark.parametrize("outputs", [[], [{"output_type": "stream"}]])
def test_only_a_figure_is_described(outputs):
    figures.describe(outputs, "A line.")
    assert outputs in ([], [{"output_type": "stream"}])


def test_the_last_figure_is_described():
    first, last = ({"data": dict(OUTPUT["data"]), "metadata": {}} for _ in range(2))
    figures.describe([first, last, {"output_type": "stream"}], "A line.")
    about = last["metadata"]["image/png"]
    assert about == {"alt": "A line.", display.DARK: "dark"}
    assert first["metadata"]["image/png"] == {"alt": "", display.DARK: "dark"}
