"""A host for a folder, and an eye on what a page asks for and complains of."""

import contextlib
import functools
import http.server
import threading


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@contextlib.contextmanager
def serve(folder, handler=Quiet):
    """Serve a folder; gives the address."""
    handler = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def watch(context, page, address):
    """Collect what a good page never does, and refuse requests to other hosts."""
    faults = []

    def guard(route):
        if route.request.url.startswith(address):
            route.continue_()
        else:
            faults.append(f"asks another host: {route.request.url}")
            route.abort()

    def note_answer(answer):
        if answer.status >= 400:
            faults.append(f"{answer.status} {answer.url}")

    def note_message(message):
        if message.type == "error":
            faults.append(message.text)

    context.route("**/*", guard)
    page.on("console", note_message)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("response", note_answer)
    return faults
