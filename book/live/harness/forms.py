"""The forms of a value that a page can show, by mime type."""

import base64
import sys

from harness.outbox import cut

REPRESENTATIONS = {
    "html": "text/html",
    "markdown": "text/markdown",
    "latex": "text/latex",
    "svg": "image/svg+xml",
    "png": "image/png",
}
LARGEST = 8_000_000  # characters of one form
UNDESCRIBED = "A figure that this cell drew, without a description."


def bundle(value):
    """Give a value in all its forms, by mime type, and what goes with them.

    Returns
    -------
    tuple of (dict, dict)
        Data and metadata, as in a notebook's output.
    """
    kind = type(value)  # an object may answer to every name; its class does not
    metadata = {}
    made = None
    if hasattr(kind, "_repr_mimebundle_"):
        made = value._repr_mimebundle_(include=None, exclude=None)
    elif _is_figure(value):
        made = _drawn(value)
    if made is not None:
        data, metadata = made if isinstance(made, tuple) else (made, {})
        data = dict(data)
    else:
        forms = {
            mime: getattr(value, f"_repr_{name}_")()
            for name, mime in REPRESENTATIONS.items()
            if hasattr(kind, f"_repr_{name}_")
        }
        data = {}
        for mime, form in forms.items():
            if isinstance(form, tuple):
                form, metadata[mime] = form
            if form is not None:
                data[mime] = form
    plain = data["text/plain"] if "text/plain" in data else repr(value)
    data = {"text/plain": cut(plain), **_bounded(data)}
    return data, {mime: about for mime, about in metadata.items() if about}


def _bounded(data):
    """Text of each form; one that is too large is left out, and said."""
    texts = {}
    for mime, form in data.items():
        if isinstance(form, bytes):
            form = base64.b64encode(form).decode()
        if mime != "text/plain":
            texts[mime] = form if isinstance(form, str) else repr(form)
    large = {mime: text for mime, text in texts.items() if len(text) > LARGEST}
    if large:
        (mime, text), *_ = large.items()
        said = f"[Not shown: {len(text) / 1e6:.0f} MB of {mime}.]"
        texts = {"text/plain": said}
    return texts


def _is_figure(value):
    figures = sys.modules.get("matplotlib.figure")
    return figures is not None and isinstance(value, figures.Figure)


def _drawn(figure):
    from udl.display import show  # it closes the figure

    return show(figure, alt=UNDESCRIBED)._repr_mimebundle_()
