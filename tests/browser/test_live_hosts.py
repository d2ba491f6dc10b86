"""Pages run on strict hosts; on mistaken and silent ones they say what is wrong."""

import contextlib
import functools
import io
from pathlib import Path

import pytest
from live import LOADING, PYODIDE, Live, host
from places import KINDS, SITE
from serving import Quiet, serve

PAGE = KINDS[0]
HEADER = "Content-Security-Policy"


class Site(Quiet):
    """The site, with our own host of Python pinned in its pages."""

    def __init__(
        self, *given, headers=None, types=None, missing=(), python=None, **named
    ):
        self.more, self.missing, self.python = headers or {}, missing, python
        self.types = types or {}
        super().__init__(*given, **named)

    def guess_type(self, path):
        return self.types.get(Path(path).suffix) or super().guess_type(path)

    def end_headers(self):
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def send_head(self):
        path = Path(self.translate_path(self.path))
        if any(name in self.path for name in self.missing):
            return self.send_error(404)
        if path.suffix != ".html":
            return super().send_head()
        body = pinned(path.read_text("utf8"), self.python).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


def pinned(text, python=None):
    return text.replace(PYODIDE, f"{python or host()}/")


def rules(python=None):
    """Give the policy that hosts are told to send."""
    text = pinned((SITE / "_headers").read_text("utf8"), python)
    return text.partition(f"{HEADER}: ")[2].strip()


@pytest.fixture
def on(browser):
    """Open a page on a host that we describe; nothing stands between."""
    with contextlib.ExitStack() as until_the_end:

        def visit(path=PAGE, **about):
            site = serve(SITE, functools.partial(Site, **about))
            address = until_the_end.enter_context(site)
            look = {"bypass_csp": False, "start": False}
            live = Live(browser, address, path, **look)
            until_the_end.callback(live.context.close)
            live.context.route(f"{host()}/**", lambda route: route.continue_())
            return live

        yield visit


def told(live):
    """Press Run; give what the page says in the end."""
    live.bar.get_by_role("button", name="Run this page").click()
    sentence = live.status.get_by_text("could not be loaded")
    sentence.wait_for(timeout=LOADING)
    return sentence.inner_text()


@pytest.mark.parametrize("sent", [False, True])
def test_a_page_runs_under_its_policy_and_its_own_origin_only(on, sent):
    live = on(headers={HEADER: rules()} if sent else {})
    live.start()
    assert live.run_all() == "All cells have run."
    live.page.locator(".udl-card p").first.wait_for()  # mathematics came
    assert live.faults == []
    live.page.evaluate("""() => {
      const out = document.querySelector(".cell_output");
      out.innerHTML = "<img src=data:, onerror='window.taken = 1'>"
        + "<iframe srcdoc='<script>parent.taken = 2</script>'></iframe>";
      const script = document.createElement("script");
      script.textContent = "window.taken = 3";
      out.append(script);
      return fetch("https://example.org/").catch(() => 0);
    }""")
    live.page.wait_for_timeout(500)
    assert live.page.evaluate("window.taken") is None
    assert any("connect-src" in fault for fault in live.faults)


@pytest.mark.parametrize("path", KINDS)
def test_a_page_of_each_kind_breaks_no_rule(on, path):
    live = on(path, headers={HEADER: rules()})
    live.page.wait_for_load_state("networkidle")
    assert live.page.evaluate("!!window.bootstrap")
    assert live.faults == []


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ({"types": {".js": "text/plain"}}, "runner.js as text/plain"),
        ({"missing": [".whl"]}, "answers 404 for udl-"),
        ({"missing": ["worker.js"]}, "answers 404 for worker.js"),
        ({"headers": {HEADER: "script-src 'self' 'unsafe-inline'"}}, "policy of this"),
        ({"headers": {HEADER: "worker-src 'none'"}}, "refuses it (worker-src)"),
        ({"headers": {HEADER: "connect-src 'self'"}}, "refuses it (connect-src)"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_each_fault_of_a_host_has_its_own_sentence(on, about, said):
    sentence = told(on(**about))
    assert said in sentence
    assert sentence.endswith("The page can be read as it is.")


def test_a_host_that_never_answers_is_not_waited_for(fresh):
    live = fresh(start=False)
    live.context.route(f"{PYODIDE}**", lambda route: None)
    live.page.clock.install()
    live.bar.get_by_role("button", name="Run this page").click()
    live.status.get_by_text("Loading Python").wait_for()
    live.page.clock.run_for(61_000)
    live.page.clock.run_for(6_000)
    live.status.get_by_text("does not answer as it should").wait_for()


def test_a_browser_that_does_not_know_has_runs_the_page(fresh):
    live = fresh(start=False)
    live.page.add_init_script("""
      for (const name of ["querySelector", "querySelectorAll"])
      for (const kind of [Document, Element]) {
        const ask = kind.prototype[name];
        kind.prototype[name] = function (what) {
          if (what.includes(":has(") && new Error().stack.includes("/live/"))
            throw new SyntaxError(what);
          return ask.call(this, what);
        } }""")
    live.page.reload()
    live.edit()
