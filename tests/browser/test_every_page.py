"""What every page owes its reader, on a phone and a desktop, light and dark."""

import gzip

import pytest
from places import DESKTOP, KINDS, MOST_BYTES, PAGES, PHONE, ROOT, SITE

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# The theme's logo stands outside its landmarks; best practice, not WCAG.
ALLOWED = {"region"}
LOOKS = [(size, mode) for size in (PHONE, DESKTOP) for mode in ("light", "dark")]
# In all looks a page of each kind, which have one style; all others in two.
SEEN = [
    (path, *look)
    for path in PAGES
    for look in (LOOKS if path in KINDS else (LOOKS[0], LOOKS[-1]))
]


@pytest.fixture(scope="module", params=PAGES)
def page(request, opener):
    """A page, opened once and looked at by all tests of this module."""
    opened = opener(request.param)
    opened.wait_for_load_state("networkidle")
    yield opened
    opened.context.close()


def packed_size(file):
    """Bytes of a file as a host sends it: compressed, fonts as they are."""
    content = file.read_bytes()
    return len(content if file.suffix == ".woff2" else gzip.compress(content))


def violations(page):
    # Axe would weigh the color of each of a formula's thousands of glyphs; they have
    # the color of the text, which a test of its own makes sure of.
    found = page.evaluate(
        f"""async tags => {{
          if (!window.axe) {{ {AXE.read_text("utf8")} }}
          return axe.run({{exclude: ['.katex-html']}},
                         {{runOnly: {{type: 'tag', values: tags}},
                           resultTypes: ['violations']}})
        }}""",
        RULES,
    )
    assert found["passes"], "axe looked at nothing"
    return [
        f"{rule['id']}: {node['html'][:160]}"
        for rule in found["violations"]
        if rule["id"] not in ALLOWED
        for node in rule["nodes"]
    ]


def overflow(page):
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def test_a_first_load_is_small(page):
    asked = page.evaluate(
        "[location, ...performance.getEntriesByType('resource')]"
        ".map(one => new URL(one.href ?? one.name).pathname)"
    )
    files = [SITE / path.lstrip("/") for path in set(asked) if "/_images/" not in path]
    assert len(files) >= 4
    assert sum(map(packed_size, files)) <= MOST_BYTES


def test_loads_without_a_fault_and_without_another_host(page):
    assert page.faults == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_never_scrolls_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 740})
    assert overflow(page) <= 0


SLIDE = """async () => {
  const faults = [];
  for (const box of document.querySelectorAll(".udl-vary")) {
    const input = box.querySelector("input");
    const figure = box.closest("figure, .cell_output");
    const seen = new Set(), heard = new Set(), start = input.value;
    const values = [...Array(Number(input.max) + 1).keys()];
    for (const value of values) {
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      for (const image of figure.querySelectorAll("img.udl-figure")) {
        const shown = new Image();
        shown.src = image.src;
        await shown.decode().catch(() => faults.push(`no picture: ${image.src}`));
        seen.add(image.src);
        heard.add(image.alt);
      }
    }
    const name = box.dataset.name;
    if (heard.size < values.length) faults.push(`${name}: one text for two values`);
    if (seen.size % values.length) faults.push(`${name}: one picture for two values`);
    input.value = start;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return faults;
}"""


def test_a_slider_has_a_picture_and_a_text_for_each_of_its_values(page):
    assert page.evaluate(SLIDE) == []


def test_formulas_are_drawn_in_katex_fonts(page):
    formulas = page.locator(".katex-html")
    if formulas.count() == 0:
        assert "katex" not in page.locator("main").inner_html()
        return
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.family.includes('KaTeX') &&"
        " f.status === 'loaded').length"
    )
    assert loaded > 0
    shown = page.locator(".katex-html:visible").first  # not in a closed fold
    assert shown.bounding_box()["height"] > 5


def test_glyphs_of_formulas_have_the_color_of_the_text_around_them(page):
    strangers = page.evaluate(
        """[...document.querySelectorAll('.katex-html *')].filter(e =>
          getComputedStyle(e).color !==
          getComputedStyle(e.closest('.katex').parentElement).color).length"""
    )
    assert strangers == 0


@pytest.mark.parametrize(("page", "size", "mode"), SEEN, indirect=["page"])
def test_is_accessible(page, size, mode):
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=mode)
    page.wait_for_selector(f"html[data-theme={mode}]")
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    # Boxes learn with the next frame whether they scroll now.
    page.evaluate(
        "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
    )
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_never_scrolls_sideways_without_javascript(visit, path):
    page = visit(path, PHONE, javascript=False)
    assert overflow(page) <= 0


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
        "document.body.insertAdjacentHTML('beforeend', '<p style=width:900px>x</p>')"
    )
    assert overflow(page) > 0
