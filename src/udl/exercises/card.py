"""What ``check`` and ``hint`` answer: a card that shows itself as HTML or text."""

import html
import re
import textwrap
from dataclasses import dataclass

# status: (the word that the reader sees, the end of the card's CSS class)
STATUSES = {
    "correct": ("Correct", "correct"),
    "not safe": ("Right, not yet safe", "safe"),
    "wrong": ("Not yet", "wrong"),
    "not attempted": ("Not attempted", "todo"),
    "not judged": ("Not checked", "todo"),
    "hint": ("Hint", "hint"),
}
PRINTED = "Your function printed:"


@dataclass(frozen=True)
class Figure:
    """A small drawing and the words for those who do not see it."""

    svg: str
    alt: str


@dataclass(frozen=True, repr=False)
class Card:
    """The answer to a reader.

    Parameters
    ----------
    status : str
        One of ``STATUSES``.
    title : str
        As "Exercise 5.1.2: The normal density".
    sentences : tuple of str
        One paragraph each. In HTML they are escaped, `code` in backticks is set.
    figure : Figure, optional
    markdown : bool
        The sentences are an author's Markdown with mathematics: given to notebooks as
        ``text/markdown``, in which they set TeX, instead of ``text/html``.
    printed : str
        The first lines of what the function printed.
    """

    status: str
    title: str
    sentences: tuple = ()
    figure: Figure | None = None
    markdown: bool = False
    printed: str = ""

    @property
    def _headline(self):
        return STATUSES[self.status][0], self.title

    def __str__(self):
        paragraphs = [" · ".join(self._headline), *self.sentences]
        if self.figure:
            paragraphs.append(f"Figure: {self.figure.alt}")
        text = "\n".join(textwrap.fill(paragraph, 79) for paragraph in paragraphs)
        return f"{text}\n{PRINTED}\n{self.printed}" if self.printed else text

    __repr__ = __str__

    def _html(self):
        word, title = map(html.escape, self._headline)
        body = "".join(f"<p>{_code(html.escape(s))}</p>" for s in self.sentences)
        if self.printed:
            body += f"<p>{PRINTED}</p><pre>{html.escape(self.printed)}</pre>"
        return (
            f'<div class="udl-card udl-card--{STATUSES[self.status][1]}">'
            f'<p class="udl-card-title"><strong>{word}</strong> · {title}</p>'
            f"{body}{self.figure.svg if self.figure else ''}</div>"
        )

    def _repr_mimebundle_(self, include=None, exclude=None):
        if self.markdown:
            head = "**{}** · {}".format(*self._headline)
            rich = {"text/markdown": "\n\n".join([head, *self.sentences])}
        else:
            rich = {"text/html": self._html()}
        return {**rich, "text/plain": str(self)}


def _code(text):
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", text)
