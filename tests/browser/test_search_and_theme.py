"""The theme's own functions still work after what we changed of it."""

from conftest import PHONE

PAGE = "book/05-loss-functions/5-1-least-squares-loss.html"


def test_search_finds_the_page(visit):
    page = visit("search.html?q=squares")
    page.wait_for_selector("#search-results li a")
    results = page.locator("#search-results li a").all_inner_texts()
    assert any("Least squares" in text for text in results)
    assert page.faults == []


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
