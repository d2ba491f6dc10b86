"""Page 5.1 as a reader uses it: questions, hints and solutions, by keyboard too."""

import pytest
from places import PHONE

PAGE = "book/05-loss-functions/5-1-least-squares-loss.html"
JAVASCRIPT = pytest.mark.parametrize("javascript", [True, False], ids=["js", "no-js"])


def question(page, number):
    return page.locator(".udl-question").filter(has_text=f"Question {number}:")


@JAVASCRIPT
def test_a_choice_shows_its_own_feedback_only(visit, javascript):
    page = visit(PAGE, javascript=javascript)
    box = question(page, "5.1.2")
    assert not box.get_by_text("Does it?").is_visible()
    box.get_by_label("keeps its shape", exact=False).first.check()
    shown = [f for f in box.locator(".udl-feedback").all() if f.is_visible()]
    assert len(shown) == 1
    assert "Only the difference" in shown[0].inner_text()
    box.get_by_label("gets higher", exact=False).check()
    shown = [f for f in box.locator(".udl-feedback").all() if f.is_visible()]
    assert len(shown) == 1
    assert "The height is set by the factor" in shown[0].inner_text()


def test_choices_are_reached_by_keyboard(visit):
    page = visit(PAGE, javascript=False)
    radios = question(page, "5.1.2").locator("input[type=radio]")
    radios.first.focus()
    page.keyboard.press("Space")
    assert radios.nth(0).is_checked()
    page.keyboard.press("ArrowDown")
    assert radios.nth(1).is_checked()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("0.8", "half as wide"),
        ("4/5", "half as wide"),
        ("0,4", "standard curve"),
        ("7", "exponential is one"),
    ],
)
def test_a_number_is_judged(visit, typed, said):
    page = visit(PAGE)
    box = question(page, "5.1.4")
    box.locator("input").fill(typed)
    page.keyboard.press("Enter")
    shown = [f for f in box.locator(".udl-feedback").all() if f.is_visible()]
    assert len(shown) == 1
    assert said in shown[0].inner_text()


def test_what_is_no_number_is_told(visit):
    page = visit(PAGE)
    box = question(page, "5.1.4")
    box.locator("input").fill("a half")
    page.keyboard.press("Enter")
    assert not any(f.is_visible() for f in box.locator(".udl-feedback").all())
    assert "cannot read “a half”" in box.locator(".udl-unread").inner_text()
    box.locator("input").fill("0.8")
    page.keyboard.press("Enter")
    assert not box.locator(".udl-unread").is_visible()


def test_without_javascript_the_answer_to_a_number_question_can_be_opened(visit):
    page = visit(PAGE, javascript=False)
    box = question(page, "5.1.4")
    answer = box.locator("details")
    assert not answer.get_by_text("half as wide").is_visible()
    answer.locator("summary").click()
    assert answer.get_by_text("half as wide").is_visible()


@JAVASCRIPT
def test_folds_are_closed_and_open_by_keyboard(visit, javascript):
    page = visit(PAGE, PHONE, javascript=javascript)
    folds = page.locator("article details")
    assert folds.count() > 20
    for fold in folds.all():
        assert fold.get_attribute("open") is None
    for kind in (".udl-hint", ".solution", ".udl-steps"):
        fold = page.locator(f"details{kind}").first
        fold.locator("summary").first.focus()
        page.keyboard.press("Enter")
        assert fold.get_attribute("open") is not None
        assert len(fold.inner_text()) > 60


def test_a_solution_shows_the_tested_function_without_its_docstring(visit):
    page = visit(PAGE)
    code = page.locator("details.solution pre").first.text_content()
    assert "np.exp" in code
    assert '"""' not in code


def test_a_hidden_result_opens(visit):
    page = visit(PAGE, javascript=False)
    fold = page.locator("details.hide").filter(has=page.locator("img")).first
    picture = fold.locator("img.udl-light").first
    assert not picture.is_visible()
    fold.locator("summary").first.click()
    assert picture.is_visible()


def test_a_wide_formula_scrolls_in_its_own_box_and_takes_focus(visit):
    page = visit(PAGE, PHONE)
    scrolling = page.locator(".udl-formula[tabindex='0']")
    assert scrolling.count() > 0
    for box in scrolling.all():
        assert box.get_attribute("aria-label")
        assert box.evaluate("e => e.scrollWidth > e.clientWidth")
    fitting = page.locator(".udl-formula:not([tabindex])")
    for box in fitting.all():
        assert box.evaluate("e => e.scrollWidth <= e.clientWidth + 1")


def test_numbers_of_formulas_figures_and_exercises_carry_the_page(visit):
    page = visit(PAGE)
    numbers = page.locator("article .eqno").all_inner_texts()
    assert any("(5.1.1)" in number for number in numbers)
    captions = page.locator("figcaption .caption-number").all_text_contents()
    assert [text.strip() for text in captions] == [
        f"Figure 5.1.{n}" for n in range(1, len(captions) + 1)
    ]
    assert len(captions) >= 10


def test_verified_leads_to_the_source_of_the_test(visit):
    page = visit(PAGE)
    page.get_by_role("link", name="verified").first.click()
    page.wait_for_url("**/verified/5-1.html*")
    assert "assert_allclose" in page.locator("article").inner_text()
    assert page.faults == []


def test_figures_have_dark_colors_in_the_dark(visit):
    page = visit(PAGE, dark=True)
    assert not page.locator("figure img.udl-light").first.is_visible()
    picture = page.locator("figure img.udl-dark").first
    assert picture.is_visible()
    assert picture.evaluate("e => getComputedStyle(e).filter") == "none"
