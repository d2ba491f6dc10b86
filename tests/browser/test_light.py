"""Pages made light: they look as the theme made them, and cost what they should."""

import gzip
import io

import numpy as np
import pytest
from PIL import Image
from places import DESKTOP, KINDS, LATE, MOST_BYTES, PHONE, ROOT, SITE
from serving import Quiet, serve

AS_THE_THEME_MADE_IT = ROOT / "_build" / "work" / "html"
FIRST = KINDS[0]
LOOKS = {
    "desktop": {"viewport": DESKTOP},
    "tablet": {"viewport": {"width": 800, "height": 900}},
    "phone in the dark": {"viewport": PHONE, "color_scheme": "dark"},
}


class Packed(Quiet):
    """Serves text compressed, as hosts do."""

    def send_head(self):
        path = self.translate_path(self.path)
        if not path.endswith((".html", ".css", ".js", ".svg")):
            return super().send_head()
        with open(path, "rb") as file:
            body = gzip.compress(file.read())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


def picture(browser, folder, path, media="screen", **look):
    context = browser.new_context(reduced_motion="reduce", **look)
    page = context.new_page()
    page.emulate_media(media=media)
    page.goto((folder / path).as_uri())
    page.wait_for_function(LATE)
    page.evaluate("document.querySelectorAll('img').forEach(i => i.loading = 'eager')")
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    context.close()
    return np.asarray(shot.convert("RGB"), int)


def different(before, after):
    """Number of pixels that are not the same."""
    if before.shape != after.shape:
        return f"sizes {before.shape[:2]} and {after.shape[:2]}"
    return int(np.any(np.abs(before - after) > 8, axis=2).sum())


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("path", KINDS)
def test_a_page_looks_as_the_theme_made_it(browser, path, look):
    before = picture(browser, AS_THE_THEME_MADE_IT, path, **LOOKS[look])
    assert different(before, picture(browser, SITE, path, **LOOKS[look])) == 0


def test_print_looks_as_the_theme_made_it(browser):
    look = {"viewport": LOOKS["tablet"]["viewport"], "media": "print"}
    before = picture(browser, AS_THE_THEME_MADE_IT, FIRST, **look)
    assert different(before, picture(browser, SITE, FIRST, **look)) == 0


def test_a_rule_that_is_missing_is_seen(browser, tmp_path):
    root, look = (SITE / FIRST).parent.as_uri(), LOOKS["desktop"]
    copied = (
        (SITE / FIRST)
        .read_text("utf8")
        .replace("<head>", f'<head><base href="{root}/">')
    )
    spoiled = copied.replace(
        "</head>", "<style>.udl-exercise { border: 0 }</style></head>"
    )
    before = picture(browser, SITE, FIRST, **look)
    for name, text in (("copied", copied), ("spoiled", spoiled)):
        (tmp_path / f"{name}.html").write_text(text, "utf8")
        now = picture(browser, tmp_path, f"{name}.html", **look)
        assert (different(before, now) != 0) == (name == "spoiled")


def first_load(browser, folder, path):
    """Bytes that travel until the page is complete, without figures, by address."""
    with serve(folder, Packed) as address:
        context = browser.new_context(viewport=PHONE)
        page = context.new_page()
        asked = []
        page.on("requestfinished", lambda request: asked.append(request))
        page.goto(f"{address}/{path}")
        page.wait_for_function(LATE)
        page.wait_for_load_state("networkidle")
        sizes = {
            one.url: one.sizes()["responseBodySize"]
            for one in asked
            if "/_images/" not in one.url
        }
        context.close()
    return sizes


@pytest.mark.parametrize("path", KINDS)
def test_a_first_load_is_small(browser, path):
    sizes = first_load(browser, SITE, path)
    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert len(sizes) >= 4
    assert not [url for url in sizes if "fontawesome" in url]


def test_the_weight_of_the_themes_own_files_is_seen(browser):
    sizes = first_load(browser, AS_THE_THEME_MADE_IT, FIRST)
    assert sum(sizes.values()) > 2 * MOST_BYTES
    assert [url for url in sizes if "fontawesome" in url]


def test_the_next_page_is_fetched_when_a_reader_points_at_it(visit):
    page = visit(FIRST)
    assert page.locator("link[rel=prefetch]").count() == 0
    page.locator(".right-next").hover()
    link = page.locator("link[rel=prefetch]")
    assert link.get_attribute("href") == page.evaluate(
        "document.querySelector('.right-next').href"
    )
    page.locator("article h1").hover()
    page.locator(".right-next").hover()
    assert link.count() == 1
    assert page.faults == []
