"""Firefox, spoken to by WebDriver BiDi: as much of it as one smoke test needs."""

import contextlib
import itertools
import json
import re
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

from tornado.httpclient import HTTPRequest
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

LISTENS = re.compile(r"BiDi listening on (ws://\S+)")
PATIENCE = 120  # seconds for one answer
# Quiet: no calls home, no first-run pages.
SETTINGS = """
user_pref("app.update.disabledForTesting", true);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("services.settings.server", "data:,");
user_pref("toolkit.telemetry.server", "");
"""


class Firefox:
    """A tab of a Firefox that runs without a screen."""

    def __init__(self, url):
        # A thread of its own: in ours, the loop of Playwright may be running.
        self.thread = ThreadPoolExecutor(1)
        self.loop = self.thread.submit(IOLoop, make_current=False).result()
        self.numbers = itertools.count(1)
        request = HTTPRequest(f"{url}/session", request_timeout=PATIENCE)
        self.socket = self._wait(lambda: websocket_connect(request))
        self.command("session.new", capabilities={})
        tree = self.command("browsingContext.getTree")
        self.tab = tree["contexts"][0]["context"]

    def _wait(self, work):
        return self.thread.submit(self.loop.run_sync, work, PATIENCE).result()

    def command(self, method, **params):
        """Send a command; gives its result."""
        number = next(self.numbers)
        message = json.dumps({"id": number, "method": method, "params": params})
        self._wait(lambda: self.socket.write_message(message))
        while True:
            answer = json.loads(self._wait(self.socket.read_message))
            if answer.get("id") == number:
                assert answer["type"] == "success", answer
                return answer["result"]

    def open(self, url):
        self.command(
            "browsingContext.navigate", context=self.tab, url=url, wait="complete"
        )

    def run(self, code):
        """Run the body of an async function in the page; gives what it returns."""
        answer = self.command(
            "script.evaluate",
            expression=f"(async () => {{ {code} }})().then(JSON.stringify)",
            target={"context": self.tab},
            awaitPromise=True,
        )
        assert answer["type"] == "success", answer["exceptionDetails"]["text"]
        return json.loads(answer["result"].get("value", "null"))


@contextlib.contextmanager
def firefox(program, folder):
    """Start a Firefox whose profile lies in an empty folder."""
    (folder / "user.js").write_text(SETTINGS, "utf8")
    said = folder / "said.txt"
    options = ["--headless", "--remote-debugging-port=0", "--profile", str(folder)]
    with (
        said.open("w") as file,
        subprocess.Popen([program, *options], stdout=file, stderr=file) as process,
    ):
        try:
            started = time.monotonic()
            while not (found := LISTENS.search(said.read_text("utf8", "replace"))):
                assert process.poll() is None, said.read_text("utf8", "replace")
                assert time.monotonic() - started < PATIENCE
                time.sleep(0.1)
            yield Firefox(found[1])
        finally:
            process.kill()
