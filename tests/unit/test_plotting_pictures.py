"""Figures of pictures hold what they are given."""

import numpy as np
from numpy.testing import assert_allclose

from udl.plotting.images.pictures import gallery, sampled, tables


def test_each_picture_of_each_row_is_drawn_with_its_size():
    small, large = np.zeros((30, 40)), np.full((60, 80), 200.0)
    page = gallery({"a": [large, small], "b": [large]}).axes[0]
    assert [image.get_array().shape for image in page.images] == [
        (60, 80),
        (30, 40),
        (60, 80),
    ]
    texts = [text.get_text() for text in page.texts]
    assert texts == ["a", "60 \u00d7 80", "30 \u00d7 40", "b", "60 \u00d7 80"]
    boxes = [image.get_extent() for image in page.images]
    assert_allclose(boxes[0][1] - boxes[0][0], boxes[1][1] - boxes[1][0])


def test_each_pixel_has_its_number():
    page = tables([{"a": np.array([[1.0, 2.5]])}, {"b": np.array([[3]])}]).axes[0]
    assert [text.get_text() for text in page.texts] == ["a", "1", "2.5", "b", "3"]
    assert len(page.patches) == 3


def test_the_wave_that_is_seen_goes_through_what_is_kept():
    _, seen, _, kept = sampled(0.4, 0.2).axes[0].get_lines()
    assert_allclose(np.interp(kept.get_xdata(), *seen.get_data()), kept.get_ydata(),
                    atol=1e-9)  # fmt: skip


def test_white_pixels_are_white_on_a_dark_page():
    """Pure white would be taken for the page, and turned dark with it."""
    image = gallery({"a": [np.full((4, 4), 255.0)] * 2}).axes[0].images[0]
    colors = image.to_rgba(image.get_array(), bytes=True)[..., :3]
    assert colors.min() > 250
    assert colors.max() < 255
