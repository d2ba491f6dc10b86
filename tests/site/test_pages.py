"""What must hold of every page of the built site."""

import gzip
import os
import re
import subprocess
import sys

import pytest
import yaml
from bs4 import BeautifulSoup
from built import ROOT, Page, faults_of


def test_no_page_has_a_fault(pages, site):
    faults = [
        f"{page} {fault}"
        for path, page in pages.items()
        for fault in faults_of(page, pages)
        if path.parent != site or path.name == "index.html"
    ]
    assert not faults, "\n".join(faults)


def test_every_page_of_the_contents_is_there(site):
    toc = yaml.safe_load((ROOT / "_toc.yml").read_text("utf8"))
    names = [value for key, value in _strings(toc) if key in ("root", "file")]
    assert len(names) > 3
    assert [name for name in names if not (site / f"{name}.html").is_file()] == []


def test_no_script_of_mathematics_is_loaded(pages):
    loading = [str(p) for p in pages.values() if "mathjax" in p.html.lower()]
    assert loading == []


def test_the_fonts_of_the_formulas_are_there(site):
    (sheet,) = (site / "_static").glob("site-*.css")
    css = sheet.read_text("utf8")
    fonts = set(re.findall(r"url\((katex/[^)]+)\)", css))
    assert len(fonts) > 10
    for font in fonts:
        assert (site / "_static" / font).stat().st_size > 1000


def test_every_page_has_one_style_sheet_and_no_script_that_it_waits_for(pages):
    assert [fault for page in pages.values() for fault in slow_parts(page.soup)] == []


def test_figures_keep_their_place_and_wait_for_the_reader(pages):
    shown = [page for page in pages.values() if page.soup.select("img.udl-figure")]
    assert len(shown) > 20
    assert [fault for page in shown for fault in hasty_figures(page.soup)] == []


def test_the_first_of_two_folds_in_a_row_says_what_it_is(pages):
    named = [
        [summary.get_text() for summary in page.soup.select("details.hide > summary")]
        for page in pages.values()
    ]
    named = [folds[:2] for folds in named if len(folds) > 1]
    assert sum("set-up" in folds[0] for folds in named) > 10
    assert not any("set-up" in folds[1] for folds in named)


def slow_parts(soup):
    """What keeps a page from being drawn at once."""
    yield from soup.select("link[rel=stylesheet]")[1:]
    yield from soup.select("script[src]:not([defer])")
    yield from soup.select("i[class*=fa-], span[class*=fa-]")


def hasty_figures(soup):
    """Figures without a size, or loaded before they are seen."""
    return soup.select(
        "img.udl-figure:not([width]), img.udl-figure:not([height]), "
        "img.udl-figure:not([loading=lazy])"
    )


@pytest.mark.parametrize(
    ("html", "check"),
    [
        (2 * '<link rel="stylesheet" href="a.css">', slow_parts),
        ('<script src="a.js"></script>', slow_parts),
        ('<i class="fa-solid fa-bars"></i>', slow_parts),
        ('<img class="udl-figure" width="9" loading="lazy">', hasty_figures),
        ('<img class="udl-figure" height="9" loading="lazy">', hasty_figures),
        ('<img class="udl-figure" width="9" height="9">', hasty_figures),
    ],
)
def test_a_planted_slow_part_is_seen(html, check):
    assert len(list(check(BeautifulSoup(html, "html.parser")))) == 1


def test_page_5_1_is_light(first_page):
    assert len(gzip.compress(first_page.html.encode())) <= 80 * 1024


def test_page_5_1_has_its_numbers(first_page):
    numbers = [
        node.get_text().partition(")")[0] + ")"
        for node in first_page.soup.select(".eqno")
    ]
    assert numbers[:3] == ["(5.1.1)", "(5.1.2)", "(5.1.3)"]
    captions = [
        node.get_text(strip=True) for node in first_page.soup.select(".caption-number")
    ]
    assert captions == [f"Figure 5.1.{i}" for i in range(1, len(captions) + 1)]


def test_every_result_of_page_5_1_is_verified(first_page, pages):
    results = first_page.soup.select("[id^=equation-res-]")
    assert results
    for result in results:
        path, anchor = first_page.target(result.select_one(".udl-verified")["href"])
        section = pages[path].soup.find(id=anchor)
        assert "def test_" in section.get_text()
        assert section.select_one(f"a[href$='#{result['id']}']")


def test_folds_and_answers_are_closed(first_page):
    assert first_page.soup.select("article details[open], article input[checked]") == []
    exercises = first_page.soup.select(".udl-exercise")
    assert len(first_page.soup.select("details.solution")) == len(exercises) > 0


def test_a_second_build_writes_nothing(site):
    before = _snapshot(site.parent)
    done = subprocess.run(
        [sys.executable, "-m", "udl_book", "build"],
        cwd=ROOT,
        env=os.environ,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nothing to do" in done.stdout
    assert _snapshot(site.parent) == before


GOOD = (
    '<html><head><title>T</title><meta name="description" content="D"></head>'
    "<body><h1>H</h1>{}</body></html>"
)


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        (GOOD.format("<h1>Again</h1>"), "2 headings"),
        (GOOD.replace("<title>T</title>", ""), "no title"),
        (GOOD.replace('content="D"', 'content=" "'), "descriptions"),
        (GOOD.format("<p>$$ x $$</p>"), "shows $$"),
        (GOOD.format("<annotation>x</annotation>"), "source of a formula"),
        (GOOD.format('<img src="p.html">'), "image without a description"),
        (GOOD.format('<img src="p.html" alt="_images/a.png">'), "without a descrip"),
        (GOOD.format('<i id="a"></i><i id="a"></i>'), "ids twice"),
        (GOOD.format('<script src="https://a.org/b.js"></script>'), "another host"),
        (GOOD.format('<script src="b.js"></script>'), "lacks its resource"),
        (GOOD.format('<a href="q.html">q</a>'), "not there"),
        (GOOD.format('<a href="#q">q</a>'), "no such anchor"),
    ],
)
def test_the_checker_sees_a_planted_fault(html, fault, tmp_path):
    path = tmp_path / "p.html"
    path.write_text(html)
    page = Page(path, tmp_path)
    assert any(fault in found for found in faults_of(page, {path: page}))


def test_the_checker_passes_a_good_page(tmp_path):
    path = tmp_path / "p.html"
    path.write_text(GOOD.format('<a href="https://a.org">a link may leave</a>'))
    page = Page(path, tmp_path)
    assert list(faults_of(page, {path: page})) == []


def _snapshot(folder):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.rglob("*")
    }


def _strings(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str):
                yield key, value
            else:
                yield from _strings(value)
    elif isinstance(node, list):
        for item in node:
            yield from _strings(item)
