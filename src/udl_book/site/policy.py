"""The content security policy of the site: its own files, and Python after the click.

Each page states it in its head, so that any host will do. A host that sends headers can
state it for workers as well: `_headers`, at the root of the site, is read by some hosts
and shows the others what to send.
"""

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE = re.compile(r"<script(?: data-cfasync=\"false\")?>(.*?)</script>", re.S)
PINNED = re.compile(r'"pyodide": "([^"]+)"')
CHARSET = '<meta charset="utf-8" />'


def policy(pages: Iterable[str]) -> str:
    """Policy that lets some pages run as they are, and nothing else.

    Examples
    --------
    >>> rules = policy(["<script>1</script>"]).split("; ")
    >>> rules[1][:53]
    "script-src 'self' 'wasm-unsafe-eval' 'sha256-a4ayc/80"
    """
    scripts, addresses = set(), set()
    for text in pages:
        scripts.update(INLINE.findall(text))
        addresses.update(PINNED.findall(text))
    python = " ".join(["'self'", *sorted(addresses)])
    digests = " ".join(sorted(map(_digest, scripts)))
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src {python} 'wasm-unsafe-eval' {digests}".rstrip(),
            "style-src 'self' 'unsafe-inline'",  # of formulas and editors
            "img-src 'self' data:",
            f"connect-src {python}",
            *("object-src 'none'", "base-uri 'none'", "form-action 'self'"),
        ]
    )


def state(text: str, rules: str) -> str:
    """Put a policy into a page's head, before anything that it governs."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rules}">'
    return text.replace(CHARSET, f"{CHARSET}\n    {meta}", 1)


def headers(rules: str) -> str:
    """Contents of the file `_headers`."""
    return f"/*\n  Content-Security-Policy: {rules}; frame-ancestors 'self'\n"


def _digest(script):
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"
