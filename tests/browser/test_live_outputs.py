"""What cells show in a running page: bounded, safe, and the reader's own as such."""

import time

import pytest
from live import Live
from test_live import PAGE, RIGHT


@pytest.fixture(scope="module")
def live(browser, address):
    """Page 5.1 with Python running, for all tests of this module."""
    live = Live(browser, address, PAGE)
    yield live
    assert live.faults == []
    live.context.close()


def ran(live, code, number=1):
    """Run code in a cell; give its text and the seconds that it took."""
    live.write(number, code)
    began = time.perf_counter()
    text = live.run(number)
    return text, time.perf_counter() - began


def box(live, number=1):
    return live.cell(number).locator(".cell_output")


@pytest.mark.parametrize(
    "code",
    [
        "'x' * 100_000_000",
        "list(range(10_000_000))",
        "raise ValueError('x' * 20_000_000)",
        "while True: display(1)",
        "for i in range(100_000): print(i)",
    ],
)
def test_no_output_kills_or_freezes_the_tab(live, code):
    endless = code.startswith("while")
    live.write(1, code)
    live.run(1, wait=not endless)
    live.shown(1, "Cut here").first.wait_for()
    if endless:
        began = time.perf_counter()
        live.press("Stop")
        assert live.output(1)
        assert time.perf_counter() - began < 2
        live.ready()
    assert len(box(live).inner_text()) < 120_000
    assert box(live).bounding_box()["height"] < 900
    assert live.page.evaluate("1 + 1") == 2


def test_many_lines_scroll_in_their_box(live):
    ran(live, "for i in range(300): print('line', i)")
    assert box(live).bounding_box()["height"] < 600
    lines = box(live).locator("pre")
    assert lines.evaluate("e => e.scrollHeight > e.clientHeight")


def test_a_return_covers_the_line_and_colors_are_shown(live):
    text, _ = ran(
        live,
        "print('10 %', end='\\r')\nprint('20 %', end='\\r')\nprint('done')\n"
        "print('\\x1b[1;31mred\\x1b[0m plain')",
    )
    assert text == "done\nred plain\n"
    red = box(live).locator(".live-red.live-bold")
    assert red.inner_text() == "red"
    assert red.evaluate("e => getComputedStyle(e).color") == "rgb(163, 38, 29)"


HOSTILE = """class T:
    def _repr_html_(self):
        return (
            '<b class="kept">safe</b><img src="data:,x" onerror="window.bad = 1">'
            '<iframe srcdoc="<script>parent.bad = 2</script>"></iframe>'
            '<a href="javascript:window.bad = 3">a</a><style>* {display: none}</style>'
            '<svg onload="window.bad = 4"></svg>'
            '<details open ontoggle="window.bad = 5"></details>'
        )
T()"""


def test_html_of_a_value_cannot_act(live):
    before = live.page.evaluate(
        "performance.getEntriesByType('resource').filter(e => /sanitize/.test(e.name))"
    )
    assert before == []  # it comes with the first HTML
    ran(live, HOSTILE)
    kept = box(live).locator("b.kept")
    kept.wait_for()
    inside = box(live).locator("iframe, style, [onerror], [onload], [ontoggle]")
    assert inside.count() == 0
    assert box(live).locator("a").get_attribute("href") is None
    live.page.wait_for_timeout(300)
    assert live.page.evaluate("window.bad") is None


def test_a_plot_stands_where_show_was_called(live):
    code = "import matplotlib.pyplot as plt\nfor i in range(2):\n    print('plot', i)\n"
    ran(live, f"{code}    plt.plot([i, 1])\n    plt.show()\n")
    children = box(live).locator(":scope > :not(figure)")
    pictures = children.evaluate_all(
        "all => all.map(e => e.querySelectorAll('img').length)"
    )
    assert pictures == [0, 1, 0, 1]
    assert "plot 0" in children.first.inner_text()
    assert "plot 1" in children.nth(2).inner_text()


def test_a_caption_says_when_it_describes_another_figure(live):
    number = 2
    original = live.code(number)
    caption = live.cell(number).locator("figcaption")
    live.run(number)
    assert caption.locator(".live-note").count() == 0
    ran(live, f"{original}\n# mine", number)
    assert "describes the original" in caption.inner_text()
    live.write(number, original)
    live.run(number)
    assert caption.locator(".live-note").count() == 0


ENDLESS = RIGHT.replace("    return", "    while True: pass\n    return")


def test_check_ends_after_five_seconds_and_variables_live(live):
    ran(live, "mine = 41")
    text, seconds = ran(live, ENDLESS, 2)
    assert 5 <= seconds < 9
    assert "5 seconds" in text
    live.write(3, "mine + 1")
    assert live.run(3).strip() == "42"


def test_an_answer_that_swallows_the_alarm_ends_too(live):
    loop = "    while True:\n        try:\n            while True: pass\n"
    swallow = f"{loop}        except BaseException: n = 1 / y.size\n    return"
    _, seconds = ran(live, RIGHT.replace("    return", swallow, 1), 2)
    assert seconds < 9


def test_seconds_are_shown_while_a_cell_runs(live):
    live.write(1, "import time\nend = time.time() + 3\nwhile time.time() < end: pass")
    live.run(1, wait=False)
    clock = live.cell(1).locator(".live-clock")
    clock.get_by_text("1 s").wait_for()
    clock.get_by_text("2 s").wait_for()
    live.output(1)
    told = clock.inner_text()
    live.page.wait_for_timeout(1_200)
    assert clock.inner_text() == told


def test_names_are_offered_after_a_dot(live):
    ran(live, "class A:\n    only_here = 1\na = A()")
    live.write(3, "")
    live.editor(3).focus()
    live.page.keyboard.type("a.on")
    live.page.locator(".cm-tooltip-autocomplete").get_by_text("only_here").wait_for()
    live.page.keyboard.press("Escape")


def test_an_error_in_a_callback_is_an_error_of_the_cell(live):
    ran(
        live,
        "import js\njs.eval('setTimeout(() => { throw new Error(\"later\") }, 50)')",
    )
    live.shown(1, "later").wait_for()
    assert live.bar.get_attribute("data-state") == "ready"
    assert ran(live, "2 + 2")[0].strip() == "4"


def test_a_cell_cannot_end_the_worker(live):
    text, _ = ran(live, "import js\njs.close()")
    assert "would end Python" in text


def test_await_works_in_the_page(live):
    text, _ = ran(live, "import asyncio\nawait asyncio.sleep(0.1)\n'awaited'")
    assert text.strip() == "'awaited'"
