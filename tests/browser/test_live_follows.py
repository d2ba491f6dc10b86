"""Numbers in the text and descriptions of figures follow the reader's run."""

import re

import pytest
from live import Live
from places import SITE

from udl_book.book import Book

ROOT = SITE.parents[1]
PAGE = f"{Book(ROOT).find('5-1')}.html"


@pytest.fixture
def live(browser, address):
    live = Live(browser, address, PAGE)
    yield live
    assert live.faults == []
    live.context.close()


def own(live):
    return live.page.locator(".udl-eval.live-own")


def test_numbers_and_descriptions_are_those_of_the_readers_run(live):
    page = live.page
    first, second = (
        live.number_of("univariate_regression()"),
        live.number_of("inside ="),
    )
    caption = page.locator("#fig-5-1-bands figcaption .udl-eval").first
    figure = page.locator("#fig-5-1-bands img.udl-figure")
    before = caption.inner_text(), figure.first.get_attribute("alt")
    live.run(second)
    assert own(live).count() == 0
    assert (caption.inner_text(), figure.first.get_attribute("alt")) == before
    assert figure.count() == 2
    live.write(first, live.code(first).replace("sigma = 0.1, 0.2", "sigma = 0.1, 0.01"))
    live.run(second)
    assert int(caption.inner_text()) < int(before[0])
    assert caption.get_attribute("title") == (f"Your run; the page's own: {before[0]}")
    assert "live-own" in caption.get_attribute("class")
    assert "two sigma, 0.0 to each side" in figure.first.get_attribute("alt")
    live.cell(first).get_by_role("button", name=re.compile("^Reset")).click()
    live.run(second)
    assert own(live).count() == 0
    assert (caption.inner_text(), figure.first.get_attribute("alt")) == before


def test_a_number_that_is_lost_says_so(live):
    second = live.number_of("inside =")
    code = live.code(second)
    live.write(second, code.replace("inside =", "outside =") + "\ndel x")
    live.run(second)
    caption = live.page.locator("#fig-5-1-bands figcaption .udl-eval").first
    assert "no such number" in caption.get_attribute("title")


MOVE = """box => [0.3, 0.6, -1].map((value) => box.dispatchEvent(new CustomEvent(
    "udl:vary",
    { bubbles: true, cancelable: true, detail: { name: "beta", code: `${value}` } }
)))"""


def test_a_slider_runs_its_cell_with_its_value(live):
    live.write(1, "alpha = beta = 1\nbeta = 0.9  # mine\nprint('beta', beta)")
    assert live.run(1) == "beta 0.9\n"
    free = live.cell(1).locator(".cell_output").evaluate(MOVE)
    assert free == [False] * 3  # the page shows no stored frames now
    live.shown(1, "beta -1").wait_for()
    assert live.code(1).splitlines()[1] == "beta = -1  # mine"
    assert live.code(1).splitlines()[0] == "alpha = beta = 1"
