"""The slider of the small book in a browser: keyboard, frames, print, no JavaScript."""

import re

import pytest
from small_book import FIRST

PAGE = FIRST.replace(".md", ".html")
ALT = "A straight line from the origin to the point (1, %d)."


def fetched(page):
    return {url for url in page.requests if "/_images/" in url}


def shown(page):
    """Alternative and value of the one image that is seen, the number in the prose."""
    images = page.locator("figure img").all()
    (seen,) = [image for image in images if image.is_visible()]
    assert seen.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    return (
        seen.get_attribute("alt"),
        page.locator(".udl-vary output").inner_text(),
        page.locator("p .udl-eval").inner_text(),
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_arrow_keys_move_figure_alternative_and_numbers(opened, scheme):
    page = opened(color_scheme=scheme)
    slider = page.get_by_role("slider", name="slope")
    assert shown(page) == (ALT % 2, "2", "2.0")
    assert len(fetched(page)) == 1  # of one rendering
    slider.press("ArrowRight")
    assert shown(page) == (ALT % 3, "3", "3.0")
    assert slider.get_attribute("aria-valuetext") == "3"
    assert len(fetched(page)) == 3  # all frames of the same rendering, once
    slider.press("Home")
    assert shown(page) == (ALT % 1, "1", "1.0")
    page.wait_for_timeout(200)
    assert len(fetched(page)) == 3


def test_the_other_rendering_follows_the_theme(opened):
    page = opened(color_scheme="light")
    page.get_by_role("slider").press("End")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    assert shown(page) == (ALT % 3, "3", "3.0")
    (seen,) = [one for one in page.locator("figure img").all() if one.is_visible()]
    assert "udl-dark" in seen.get_attribute("class")
    look = seen.evaluate(
        "image => { const { backgroundColor, filter } = getComputedStyle(image);"
        " return [backgroundColor, filter] }"
    )
    assert look == ["rgba(0, 0, 0, 0)", "none"]  # no card beneath


def test_a_finger_moves_it(opened):
    page = opened(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640}
    )
    box = page.get_by_role("slider").bounding_box()
    assert box["height"] >= 24
    page.touchscreen.tap(box["x"] + box["width"] - 3, box["y"] + box["height"] / 2)
    assert shown(page) == (ALT % 3, "3", "3.0")


def test_paper_shows_the_default_in_light_colors(opened):
    page = opened(color_scheme="dark")
    page.get_by_role("slider").press("End")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator("figure img.udl-light").is_visible()
    assert not page.locator("figure img.udl-dark").is_visible()
    assert not page.locator(".udl-vary").is_visible()
    light = page.locator("figure img.udl-light")
    assert light.get_attribute("alt") == ALT % 2
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert light.get_attribute("alt") == ALT % 3


def test_without_scripts_the_default_stands_alone(opened):
    page = opened(java_script_enabled=False)
    assert not page.locator(".udl-vary").is_visible()
    assert page.locator("figure img.udl-light").get_attribute("alt") == ALT % 2


def test_the_frames_are_no_part_of_the_first_load(good_book):
    text = (good_book.root / "_build" / "html" / PAGE).read_text("utf8")
    (data,) = re.findall(r'<script type="application/json">(\[.*?\])</script>', text)
    assert data.count('"files"') == 3
    assert len(re.findall(r"<img[^>]*udl-figure", text)) == 2
