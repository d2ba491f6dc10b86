"""The theme's own functions still work after what we changed of it."""

import pytest
from places import PHONE, SITE

PAGE = "book/05-loss-functions/5-1-least-squares-loss.html"
FIRST = [
    ("softmax", "5-3-multiclass-cross-entropy-loss"),
    ("least squares", "5-1-least-squares-loss"),
    ("Binary cross entropy", "5-2-binary-cross-entropy-loss"),
]


def search(visit, words):
    page = visit(f"search.html?q={words}")
    page.wait_for_selector("#search-results li a")
    page.wait_for_function("!document.title.includes('Searching')")
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize(("words", "wanted"), FIRST)
def test_search_offers_the_page_about_the_words_first(visit, words, wanted):
    page = search(visit, words)
    first = page.locator("#search-results ul.search > li a").first
    assert wanted in first.get_attribute("href")
    assert page.faults == []


def test_search_offers_pages_before_the_reference_and_never_lists(visit):
    page = search(visit, "likelihood")
    links = page.locator("#search-results ul.search > li > a")
    found = [link.get_attribute("href") for link in links.all()]
    assert not any(word in href for href in found for word in ("verified", "genindex"))
    about = [i for i, href in enumerate(found) if "book/reference/" in href]
    pages = [i for i, href in enumerate(found) if "book/0" in href]
    assert max(pages) < min(about)


@pytest.mark.parametrize("words", ["likelihood", "density", "softmax"])
def test_excerpts_hold_no_tex_and_no_formula_twice(visit, words):
    page = search(visit, words)
    page.wait_for_selector("#search-results p.context")
    said = " ".join(page.locator("#search-results li").all_inner_texts())
    for sign in ("\\", "$", "bphi", "μμ", "ϕϕ", "{", "Not quite."):
        assert sign not in said


def test_a_formula_in_an_excerpt_stands_once(visit):
    page = visit("search.html")
    text = page.evaluate(
        "async path => Search.htmlToText(await (await fetch(path)).text(), '')", PAGE
    )
    assert "with mean μ and standard deviation" in text
    assert "Before you look" not in text  # no feedback, no hint, no solution
    plain = page.evaluate(
        """async path => new DOMParser().parseFromString(
             await (await fetch(path)).text(), "text/html").body.textContent""",
        PAGE,
    )
    assert "mean μμ and" in " ".join(plain.split())  # what Sphinx would have said


def test_the_search_field_of_a_page_leads_to_the_results(visit):
    page = visit(PAGE)
    page.keyboard.press("Control+k")
    field = page.locator("dialog[open] input[name=q]")
    field.fill("softmax")
    field.press("Enter")
    page.wait_for_url("**/search.html?q=softmax*")


def test_the_color_mode_changes(visit):
    page = visit(PAGE)
    before = page.locator("html").get_attribute("data-theme")
    button = page.locator("button.theme-switch-button:visible").first
    for _ in range(2):
        button.click()
        if page.locator("html").get_attribute("data-theme") != before:
            return
    raise AssertionError("the color mode stays as it is")


def test_the_sidebar_opens_on_a_phone(visit):
    page = visit(PAGE, PHONE)
    link = page.get_by_role("link", name="Notation").first
    assert not link.is_visible()
    page.locator(".primary-toggle:visible, .sidebar-toggle:visible").first.click()
    link.wait_for(state="visible")


OPEN_FOLDS = "document.querySelectorAll('details').forEach(d => { d.open = true })"


def test_a_name_in_a_cell_leads_to_its_entry_by_keyboard(visit):
    page = visit(PAGE)
    page.evaluate(OPEN_FOLDS)
    link = page.locator("div.cell_input a.udl-name", has_text="shallow_network").first
    link.focus()
    style = link.evaluate("e => getComputedStyle(e).outlineStyle")
    assert style == "solid"
    page.keyboard.press("Enter")
    page.wait_for_url(
        "**/book/reference/networks.html#udl.networks.shallow.shallow_network"
    )
    assert page.locator("[id='udl.networks.shallow.shallow_network']").is_visible()
    assert page.faults == []


def test_copied_code_has_no_links(visit):
    page = visit(PAGE)
    page.evaluate(OPEN_FOLDS)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    cell = page.locator("div.cell_input", has=page.locator("a.udl-name")).first
    cell.hover()
    cell.locator("button.copybtn").click()
    page.wait_for_selector("button.copybtn.success")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.strip() == cell.locator("pre").inner_text().strip()
    assert "import univariate_regression\n" in copied


@pytest.mark.parametrize("width", [320, 768])
def test_the_citation_opens(visit, width):
    page = visit(PAGE, {"width": width, "height": 740}, javascript=False)
    fold = page.locator("details.udl-cite")
    fold.locator("summary").click()
    assert fold.get_by_text("@misc").is_visible()


def test_eighty_columns_fit_on_a_desktop(visit):
    page = visit(PAGE)
    pre = page.locator("div.cell_input pre").first
    pre.evaluate("e => { e.textContent = 'x'.repeat(80) }")
    assert pre.evaluate("e => e.scrollWidth <= e.clientWidth")
    pre.evaluate("e => { e.textContent = 'x'.repeat(100) }")
    assert pre.evaluate("e => e.scrollWidth > e.clientWidth")


def test_paper_has_the_page_alone(visit):
    page = visit(PAGE, {"width": 680, "height": 980})
    page.emulate_media(media="print")
    for gone in (".bd-sidebar-primary", ".bd-header-article"):
        assert not page.locator(gone).first.is_visible()
    for folded in ("details.solution p", "details.hide img", ".udl-hint p"):
        assert page.locator(folded).first.evaluate("e => e.checkVisibility()")
    assert page.locator("figure img").first.is_visible()
    assert page.locator("article h1").is_visible()
    after = page.locator("article p > a[href^=http]")
    if after.count():
        content = after.first.evaluate("e => getComputedStyle(e, '::after').content")
        assert "http" in content
    assert page.evaluate("document.documentElement.scrollWidth") <= 680
    assert page.pdf(format="A4").startswith(b"%PDF")


def lost(visit, path):
    """Open an address that is not there, answered as static hosts do."""
    page = visit(PAGE)
    body = (SITE / "404.html").read_text("utf8")
    page.context.route(
        f"**{path}",
        lambda route: route.fulfill(status=404, content_type="text/html", body=body),
    )
    page.goto(f"{page.url.partition('/book/')[0]}{path}")
    return page


@pytest.mark.parametrize(
    ("path", "root"),
    [("/nowhere", ""), ("/a/b/book/9/x.html", "/a/b"), ("/a/verified/9.html", "/a")],
)
def test_the_lost_page_leads_home_from_any_depth(visit, path, root):
    page = lost(visit, path)
    assert page.get_by_role("heading", level=1).inner_text() == "There is no page here"
    link = page.get_by_role("link", name="To the first page")
    assert link.get_attribute("href").endswith(f"{root}/book/index.html")
    form = page.locator("form").evaluate("form => form.action")
    assert form.endswith(f"{root}/search.html")
