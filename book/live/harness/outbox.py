"""What a cell shows on its way to the page: bounded, in order, in batches."""

import io
import json
import time

LONGEST = 50_000  # characters of text that one cell may show, and of one value's text
HEAVIEST = 20_000_000  # characters of all that it shows
MOST = 200  # outputs other than text
AT_ONCE, PAUSE = 100, 0.1  # so many messages go as they come, then batches, in seconds


def cut(text, longest=LONGEST):
    """Give the beginning of a text, and say so.

    Examples
    --------
    >>> print(cut("abcdefgh", 3))
    abc
    [Cut here: the first 3 of 8 characters.]
    """
    if len(text) <= longest:
        return text
    told = f"the first {longest:,} of {len(text):,} characters"
    return f"{text[:longest]}\n[Cut here: {told}.]"


class Outbox:
    """Sends the messages of one cell, until it has shown enough.

    Parameters
    ----------
    send : callable
        Takes a list of messages as JSON text.
    """

    def __init__(self, send):
        self._send, self._waiting = send, []
        self._sent = self._outputs = self._weight = self._text = 0
        self._last, self._full = 0.0, False

    def post(self, kind, **content):
        """Send a message soon; an error always arrives."""
        if kind != "error" and (self._full or not self._fits(kind, content)):
            return
        last = self._waiting[-1] if self._waiting else {}
        if kind == "text" and last.get("name") == content["name"]:
            last["text"] += content["text"]
        else:
            self._waiting.append({"kind": kind, **content})
        self._sent += 1
        if self._sent <= AT_ONCE or time.monotonic() - self._last > PAUSE:
            self.flush()

    def flush(self):
        """Send what waits."""
        if self._waiting:
            self._send(json.dumps(self._waiting))
            self._waiting, self._last = [], time.monotonic()

    def _fits(self, kind, content):
        """Count a message in; the one too many is told instead."""
        if kind == "text":
            text, bound = content["text"], LONGEST
            beginning = text[: max(bound - self._text, 0)]
            self._text += len(text)
        else:
            data, beginning, bound = content["data"], "", 2 * LONGEST
            self._outputs += 1
            self._weight += sum(map(len, data.values()))
            if len(data) == 1:
                self._text += len(data.get("text/plain", ""))
        limits = (
            (self._text > bound, f"{LONGEST:,} characters"),
            (self._outputs > MOST, f"{MOST} outputs"),
            (self._weight > HEAVIEST, f"{HEAVIEST // 10**6} MB"),
        )
        why = next((limit for passed, limit in limits if passed), None)
        if not why:
            return True
        self._full = True
        end = f"{beginning}\n[Cut here: more than {why}.]\n"
        self._waiting.append({"kind": "text", "name": "stdout", "text": end})
        self.flush()
        return False


class Stream(io.TextIOBase):
    """What ``print`` writes to."""

    def __init__(self, outbox, name):
        self._outbox, self._name = outbox, name

    def write(self, text):
        """Hand the text on."""
        if text:
            self._outbox.post("text", name=self._name, text=text)
        return len(text)
