"""A page that was run runs again without a network, until the reader removes that."""

import functools

from live import LOADING, Open, pyodide
from places import KINDS, SITE
from serving import serve
from test_live_hosts import HEADER, Site, rules

PAGE, OTHER = KINDS[0], "book/notation.html"


def run(page):
    page.get_by_role("button", name="Run this page").click()
    page.wait_for_selector("#live-bar[data-state=ready]", timeout=LOADING)
    cell = page.locator("article div.cell:has(.live-editor)").first
    cell.evaluate("c => c.querySelectorAll('details').forEach(d => { d.open = true })")
    cell.get_by_role("button", name="Run cell 1").click()
    free = page.locator("article div.cell:not(.live-busy) .live-editor").first
    free.wait_for(timeout=LOADING)
    page.locator(".live-status", has_text="Python is ready").wait_for()


def kept(page):
    return page.evaluate("""async () => {
      const names = await caches.keys(), files = [];
      for (const name of names) files.push(...await (await caches.open(name)).keys());
      return files.map(file => file.url.split("/").at(-1)) }""")


def test_a_page_that_was_run_runs_without_a_network_until_that_is_removed(browser):
    context = browser.new_context(bypass_csp=False)
    page = context.new_page()
    with serve(pyodide(), Open) as python:
        policy = {HEADER: rules(python)}
        host = functools.partial(Site, python=python, headers=policy)
        with serve(SITE, host) as site:
            page.goto(f"{site}/{PAGE}")
            assert kept(page) == []  # nothing before the click
            run(page)
            page.goto(f"{site}/{OTHER}")
            page.wait_for_load_state("networkidle")
    # Both hosts are gone.
    page.goto(f"{site}/{PAGE}")
    run(page)
    assert {"pyodide.asm.wasm", "pyodide.mjs", "runner.js"} <= set(kept(page))
    page.goto(f"{site}/{OTHER}")
    assert "Notation" in page.title()
    page.goto(f"{site}/{PAGE}")
    page.get_by_role("button", name="Run this page").click()
    page.get_by_role("button", name="Remove Python").click()
    page.get_by_text("no longer kept").wait_for()
    context.close()
