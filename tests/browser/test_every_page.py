"""What every page owes its reader, on a phone and a desktop, light and dark."""

import pytest
from conftest import DESKTOP, PAGES, PHONE, ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The theme's logo stands outside its landmarks; best practice, not WCAG.
ALLOWED = {"region"}
SIZES = pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
EVERY_PAGE = pytest.mark.parametrize("path", PAGES)


def violations(page):
    page.evaluate(AXE.read_text("utf8"))
    found = page.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}})", RULES
    )
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found["violations"]
        if rule["id"] not in ALLOWED
        for node in rule["nodes"]
    ]


@EVERY_PAGE
def test_loads_without_a_fault_and_without_another_host(visit, path):
    page = visit(path)
    page.wait_for_load_state("networkidle")
    assert page.faults == []


@EVERY_PAGE
@SIZES
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_is_accessible(visit, path, size, dark):
    page = visit(path, size, dark)
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    assert violations(page) == []


@EVERY_PAGE
@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])
def test_never_scrolls_sideways(visit, path, width, javascript):
    page = visit(path, {"width": width, "height": 740}, javascript=javascript)
    box = page.locator("html").evaluate("e => [e.scrollWidth, e.clientWidth]")
    assert box[0] <= box[1]


@EVERY_PAGE
def test_formulas_are_drawn_in_katex_fonts(visit, path):
    page = visit(path)
    formulas = page.locator(".katex-html")
    if formulas.count() == 0:
        assert "katex" not in page.locator("article").inner_html()
        return
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.family.includes('KaTeX') &&"
        " f.status === 'loaded').length"
    )
    assert loaded > 0
    assert formulas.first.bounding_box()["height"] > 5


def test_axe_sees_a_planted_fault(visit):
    page = visit(PAGES[0])
    page.evaluate("document.querySelector('article').append(new Image(10, 10))")
    assert any(line.startswith("image-alt") for line in violations(page))


def test_the_guard_sees_a_planted_request(visit):
    page = visit(PAGES[0])
    page.evaluate("fetch('https://example.org/x.js').catch(() => 0)")
    assert any("asks another host" in fault for fault in page.faults)


def test_the_width_check_sees_a_planted_overflow(visit):
    page = visit(PAGES[0], PHONE)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<div style=width:900px>x</div>')"
    )
    assert page.evaluate(
        "document.documentElement.scrollWidth > document.documentElement.clientWidth"
    )
