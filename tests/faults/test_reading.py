"""The small book as one reads it: on a phone, on paper, copied."""

import pytest
from small_book import FIRST

PHONE = {"width": 360, "height": 740}
SAME_LINE = """box => {
  if (box.lastChild.nodeType !== Node.TEXT_NODE || !box.checkVisibility()) return true;
  const base = [...box.querySelectorAll(".katex-base")].at(-1).getBoundingClientRect();
  const range = document.createRange();
  range.selectNode(box.lastChild);
  const mark = range.getBoundingClientRect();
  const middle = (base.top + base.bottom) / 2;
  return mark.top < middle && middle < mark.bottom;
}"""


def test_paper_shows_what_folds_hold(opened):
    page = opened()
    inside = page.locator("details.solution p").first
    steps = page.locator("details.udl-steps .katex-html").first
    assert not inside.is_visible()
    page.emulate_media(media="print")
    for part in (inside, steps):
        assert part.evaluate("e => e.checkVisibility({contentVisibilityAuto: true})")
        assert part.bounding_box()["height"] > 5
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="screen")
    assert not inside.is_visible()


def parted(page):
    """Count, over many widths, the marks that stand on another line."""
    said = 0
    for width in range(200, 360, 3):
        page.set_viewport_size({"width": width, "height": 740})
        for box in page.locator("article p .udl-bound").all():
            said += not box.evaluate(SAME_LINE)
    return said


def test_no_line_begins_with_the_mark_after_a_formula(opened):
    page = opened(viewport=PHONE)
    assert page.locator("article p .udl-bound").count() > 5
    assert parted(page) == 0
    page.add_style_tag(content=".udl-bound { white-space: normal }")
    assert parted(page) > 0  # as it would be


def test_a_formula_that_goes_on_fades_where_it_is_cut(opened):
    page = opened(viewport=PHONE)
    box = page.locator(".udl-formula").first
    mask = "e => getComputedStyle(e).maskImage"
    assert box.evaluate(mask) == "none"
    box.locator(".katex-html").evaluate("e => { e.style.paddingRight = '600px' }")
    box.evaluate("e => { e.style.width = '200px' }")
    page.wait_for_selector(".udl-formula.udl-cut-end")
    assert "gradient" in box.evaluate(mask)
    box.evaluate("e => { e.scrollLeft = e.scrollWidth }")
    page.wait_for_selector(".udl-formula.udl-cut-start")
    assert "udl-cut-end" not in box.get_attribute("class")


def test_a_copied_sentence_has_its_formulas_once(opened):
    page = opened()
    page.locator("p", has_text="a line through the origin").first.evaluate(
        "e => getSelection().selectAllChildren(e)"
    )
    said = page.evaluate("getSelection().toString()")
    assert "x+x+x+x+x+x+x" in "".join(said.split())
    assert said.count("7") == 1


def test_the_contents_scroll_below_the_search_box(opened):
    page = opened(viewport={"width": 1280, "height": 500})
    contents = page.locator(".sidebar-primary-item:has(> nav)")
    contents.locator("nav").evaluate("e => { e.style.minHeight = '2000px' }")
    before = page.evaluate("scrollY")
    contents.evaluate("e => { e.scrollTop = 900 }")
    assert contents.evaluate("e => e.scrollTop") == 900
    assert page.evaluate("scrollY") == before
    search = page.locator(".bd-sidebar-primary .search-button-field").bounding_box()
    box = contents.bounding_box()
    assert 0 <= search["y"] < search["y"] + search["height"] <= box["y"]
    assert box["y"] + box["height"] <= 500


def test_neighbors_with_long_titles_are_not_cut_on_a_phone(opened):
    page = opened(viewport={"width": 360, "height": 740})
    cut = page.locator(".prev-next-area a").evaluate_all(
        """links => links.filter(link => {
          link.querySelector(".prev-next-title").textContent =
            "9.2 Implicit regularization of a multilayer perceptron";
          return link.scrollWidth > link.clientWidth }).length"""
    )
    assert page.locator(".prev-next-area a").count() > 0
    assert cut == 0


def test_the_citation_names_the_book(good_book):
    page = good_book.read(f"_build/html/{FIRST.replace('.md', '.html')}")
    assert "Project name not set" not in page
    assert "In: Understanding Deep Learning, executable" in page


def test_sources_are_labeled_by_author_and_year(good_book):
    page = good_book.read("_build/html/book/index.html")
    assert "He et al., 2015" in page


def test_the_page_of_tests_has_titles_in_words(good_book):
    page = good_book.read("_build/html/verified/1-1.html")
    assert "<h1>Tests of page 1.1</h1>" in page
    assert "<h2>A double is a number added to itself</h2>" in page


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("1.1", "1-1-doubling.html"),
        ("notebook 1.1", "1-1-doubling.html"),
        ("1.1.2", "1-1-doubling.html#ex-1-1-2"),
        ("\u03c3", "1-2-halving.html"),
        ("sigma", "1-2-halving.html"),
        ("optimiser", "1-2-halving.html"),
        ("initialisation", "1-2-halving.html"),
        ("L2", "1-2-halving.html"),
    ],
)
def test_search_knows_numbers_letters_and_spellings(opened, words, wanted):
    page = opened()
    page.goto(f"{page.url.partition('/book/')[0]}/search.html?q={words}")
    first = page.locator("#search-results ul.search > li a").first
    assert wanted in first.get_attribute("href", timeout=8000)


def test_a_reference_shows_its_target_and_escape_closes_it(opened):
    page = opened()
    asked = len(page.requests)
    shown = page.locator(".udl-preview")
    link = page.locator("article p a[href='#equation-eq-1-1-definition']")
    link.hover()
    shown.wait_for(state="visible")
    assert shown.locator(".katex").count() == 1
    shown.hover()
    page.wait_for_timeout(500)
    assert shown.is_visible()
    page.keyboard.press("Escape")
    assert shown.count() == 0
    page.mouse.move(0, 0)
    link.evaluate("e => e.focus({focusVisible: true})")
    shown.wait_for(state="visible")
    assert link.get_attribute("aria-describedby") == shown.get_attribute("id")
    assert page.locator("[id='equation-eq-1-1-definition']").count() == 1
    page.keyboard.press("Tab")
    page.locator("article p a.reference[href='#fig-1-1-line']").hover()
    shown.locator("figcaption").wait_for(state="visible")
    assert len(page.requests) == asked


def test_a_reference_to_another_page_shows_nothing(opened):
    page = opened()
    page.goto(page.url.replace("1-1-doubling", "1-2-halving"))
    page.locator("article p a[href*='#ex-1-1-2']").hover()
    page.wait_for_timeout(500)
    assert page.locator(".udl-preview").count() == 0


def test_copied_examples_have_no_prompts(opened):
    page = opened()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.wait_for_selector("button.copybtn", state="attached")
    code = page.locator("div.highlight pre").first
    code.evaluate("e => { e.textContent = '>>> f(1)\\n... + 2\\n3\\n' }")
    code.hover()
    page.locator("button.copybtn").first.click()
    page.wait_for_selector("button.copybtn.success")
    assert page.evaluate("navigator.clipboard.readText()") == "f(1)\n+ 2"
