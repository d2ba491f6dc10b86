"""Every page runs in the browser and shows what the built page shows."""

import math
import re

import pytest
from live import Live
from places import ROOT

from udl_book.book import Book
from udl_book.run.page import Page

BOOK = Book(ROOT)
PAGES = {
    name: page
    for name in BOOK.docnames()
    if (page := Page(name, BOOK.path(name).read_text("utf8"), BOOK.source)).cells
}
# Cells that may differ: {(docname, a piece of the cell's code): "why"}.
EXCEPTIONS = {
    (
        "book/04-deep-neural-networks/4-1-composing-networks",
        "np.sum(bends > limit)",
    ): "the cell counts rounding errors, and in WebAssembly there are others",
    (
        "book/05-loss-functions/5-2-binary-cross-entropy-loss",
        "numpy warns of",
    ): "WebAssembly keeps no floating-point flags, so numpy does not warn there",
    # What a network says after 1200 steps in single precision: WebAssembly adds in
    # another order, and each step carries the difference on.
    **{
        ("book/08-measuring-performance/8-1-mnist-1d-performance", piece): "training"
        for piece in (
            "live = [share_wrong(",
            "share[name]:.0f}",
            "doubt = standard_error(",
            "by_neighbor = nearest(",
        )
    },
    (
        "book/08-measuring-performance/8-4-high-dimensional-spaces",
        "squared distances below zero",
    ): "the cell counts rounding errors, and in WebAssembly there are others",
}
NUMBER = re.compile(r"[-+]?(?:\d[\d,]*\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.I)
# Of a figure the alternative, of a formula that it is there, of all else the text.
OUTPUTS = """() => [...document.querySelectorAll('article div.cell')]
  .filter(cell => cell.querySelector('.cell_input pre'))
  .map(cell => {
    const all = document.createElement('div');
    all.append(...[...cell.querySelectorAll('.cell_output')]
      .map(output => output.cloneNode(true)));
    const figures = [...all.querySelectorAll('figure:not([hidden]) img, .output img')]
      .map(image => image.alt);
    // Of an answer that is not attempted only a run speaks.
    const silent = 'figure, button, .output:has(> .udl-card--todo), .udl-card--todo';
    all.querySelectorAll(silent).forEach(part => part.remove());
    all.querySelectorAll('.katex').forEach(part => part.replaceWith('(formula)'));
    all.querySelectorAll('p, pre').forEach(part => part.append(' '));
    return {figures, text: all.textContent.split(/\\s+/).join(' ').trim()};
  })"""


def excepted(name, code):
    return any(page == name and piece in code for page, piece in EXCEPTIONS)


def differs(first, second):
    """Say how two outputs differ; numbers may by a millionth.

    A number below a billionth stands for zero: the roundings of linear algebra and of
    transcendental functions are others in WebAssembly.
    """
    if NUMBER.sub("0", first) != NUMBER.sub("0", second):
        return f"{first!r} is now {second!r}"
    pairs = zip(NUMBER.findall(first), NUMBER.findall(second), strict=True)
    for one, other in pairs:
        numbers = [float(text.replace(",", "").rstrip(".")) for text in (one, other)]
        if not math.isclose(*numbers, rel_tol=1e-6, abs_tol=1e-9):
            return f"{one} is now {other}"
    return ""


@pytest.mark.parametrize("name", PAGES)
def test_every_cell_shows_in_the_browser_what_the_page_shows(browser, address, name):
    live = Live(browser, address, f"{name}.html", start=False)
    built = live.page.evaluate(OUTPUTS)
    live.start()
    codes = [live.code(n + 1) for n in range(len(built))]
    assert codes == [cell.code for cell in PAGES[name].cells]
    assert live.run_all() == "All cells have run."
    live.page.wait_for_function(
        "![...document.querySelectorAll('.udl-card')].some(card => !card.textContent)"
    )
    shown = live.page.evaluate(OUTPUTS)
    live.context.close()
    compared, faults = 0, []
    for number, (before, now) in enumerate(zip(built, shown, strict=True), 1):
        if excepted(name, codes[number - 1]):
            continue
        compared += bool(before["text"]) + len(before["figures"])
        assert "Traceback" not in now["text"]
        if fault := differs(before["text"], now["text"]):
            faults.append(f"cell {number}: {fault}")
        if len(before["figures"]) != len(now["figures"]):
            faults.append(f"cell {number}: {now['figures']} for {before['figures']}")
        for one, other in zip(before["figures"], now["figures"], strict=False):
            if fault := differs(one, other):
                faults.append(f"cell {number}, figure: {fault}")
    assert faults == []
    assert compared, "no output to compare"
    assert live.faults == []


@pytest.mark.parametrize(("name", "piece"), EXCEPTIONS)
def test_an_exception_is_one_cell_of_its_page(name, piece):
    assert sum(piece in cell.code for cell in PAGES[name].cells) == 1


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("loss 1.2345678", "loss 1.2345679", True),
        ("loss 1.23", "loss 1.24", False),
        ("a 1", "b 1", False),
        ("1 2", "1", False),
        ("1,234 1e-07", "1,234 1e-07", True),
        ("error 1e-07", "error 2e-07", False),
        ("error 4.4e-16", "error 1.1e-16", True),
    ],
)
def test_the_comparison_sees_a_planted_difference(first, second, same):
    assert (differs(first, second) == "") is same
