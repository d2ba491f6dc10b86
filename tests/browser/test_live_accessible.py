"""A running page is as accessible as one that is read."""

import pytest
from live import Live
from test_every_page import violations

PAGE = "book/05-loss-functions/5-1-least-squares-loss.html"


@pytest.fixture(scope="module")
def live(browser, address):
    live = Live(browser, address, PAGE)
    live.write(2, "from udl.exercises import hint\nprint('x' * 300)\nhint('5.1.1', 2)")
    live.run(2)
    live.write(3, "1 / 0")
    live.run(3)
    live.editor(3).focus()
    yield live
    live.context.close()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_is_accessible_while_it_runs(live, mode, width):
    live.page.set_viewport_size({"width": width, "height": 800})
    live.page.emulate_media(color_scheme=mode)
    live.page.wait_for_selector(f"html[data-theme={mode}]")
    live.page.evaluate(
        "new Promise(ready => requestAnimationFrame(() => setTimeout(ready)))"
    )
    assert violations(live.page) == []
    assert live.page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )
