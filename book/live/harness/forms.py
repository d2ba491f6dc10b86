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
    own = hasattr(type(value), "_repr_mimebundle_")
    made = value._repr_mimebundle_(include=None, exclude=None) if own else _drawn(value)
    if made is None:
        made = _forms(value)
    data, metadata = made if isinstance(made, tuple) else (made, {})
    plain = data["text/plain"] if "text/plain" in data else repr(value)
    rich = {mime: _text(form) for mime, form in data.items() if mime != "text/plain"}
    for mime, text in rich.items():
        if len(text) > LARGEST:
            said = f"[Not shown: {len(text) / 1e6:.0f} MB of {mime}.]"
            return {"text/plain": said}, {}
    return {"text/plain": cut(plain), **rich}, metadata


def _forms(value):
    data, metadata = {}, {}
    for name, mime in REPRESENTATIONS.items():
        # An object may answer to every name; its class does not.
        if hasattr(type(value), f"_repr_{name}_"):
            form = getattr(value, f"_repr_{name}_")()
            if isinstance(form, tuple):
                form, metadata[mime] = form
            if form is not None:
                data[mime] = form
    return data, metadata


def _text(form):
    if isinstance(form, bytes):
        return base64.b64encode(form).decode()
    return form if isinstance(form, str) else repr(form)


def _drawn(value):
    """Give a figure of the reader's own; those of `udl` show themselves."""
    figures = sys.modules.get("matplotlib.figure")
    if not figures or not isinstance(value, figures.Figure):
        return None
    if hasattr(value, "_repr_mimebundle_"):
        return None
    from udl.display import bundle as drawn

    data, metadata = drawn(value)
    pyplot = sys.modules.get("matplotlib.pyplot")
    if pyplot:
        pyplot.close(value)  # or it would be shown twice
    return data | {"text/plain": UNDESCRIBED}, metadata
