r"""Expands the book's macros in a formula, as TeX does: by tokens, not by letters.

A notebook's viewer does not know `\argmin`; it knows `\operatorname*{argmin}`.
"""

import re

TOKEN = re.compile(r"\\[A-Za-z]+\*?|\\.|[^\\]", re.S)
WORD = re.compile(r"\\[A-Za-z]+$")
PARAMETER = re.compile(r"#(\d)")
DEEPEST = 20
# Commands that take what follows them as an argument: an expansion needs braces there.
TAKES = re.compile(
    r"""[_^] | \\(?: acute | bar | binom | boldsymbol | bm | breve | check | dbinom
    | ddot | dfrac | dot | frac | grave | hat | math(?:bb|bf|cal|it|rm|sf) | overline
    | sqrt | tbinom | tfrac | tilde | underline | vec | widehat | widetilde )""",
    re.X,
)


def expand(tex: str, macros: dict[str, str]) -> str:
    r"""Write a formula without macros.

    Parameters
    ----------
    tex
        The formula.
    macros
        Name with backslash to TeX, in which `#1`, `#2` stand for arguments.

    Examples
    --------
    >>> macros = {r"\vx": r"\mathbf{x}", r"\given": r"#1 \mid #2"}
    >>> expand(r"\vx^\vx", macros)
    '\\mathbf{x}^{\\mathbf{x}}'
    >>> expand(r"Pr[\given{y}{\vx}]", macros)
    'Pr[y \\mid \\mathbf{x}]'
    """
    for _ in range(DEEPEST):
        tokens = TOKEN.findall(tex)
        expanded = "".join(_pass(tokens, macros))
        if expanded == tex:
            return tex
        tex = expanded
    raise ValueError(f"a macro that never ends: {tex[:80]}")


def _pass(tokens, macros):
    place, last = 0, ""
    while place < len(tokens):
        token = tokens[place]
        star = token.endswith("*") and token not in macros
        name = token.removesuffix("*") if star else token
        place += 1
        if name not in macros:
            last = name.strip() or last
            yield token
            continue
        body = macros[name]
        arguments = []
        for _ in range(max(map(int, PARAMETER.findall(body)), default=0)):
            argument, place = _argument(tokens, place)
            arguments.append(argument)
        text = PARAMETER.sub(lambda m, a=arguments: a[int(m[1]) - 1], body)
        if TAKES.fullmatch(last):
            text = "{" + text + "}"
        elif WORD.search(text) and place < len(tokens) and tokens[place].isalpha():
            text += " "  # or the word would swallow the letter
        last = "}"
        yield text + ("*" if star else "")


def _argument(tokens, place):
    """One token, or what stands in braces; and where to go on."""
    while place < len(tokens) and tokens[place].isspace():
        place += 1
    if place == len(tokens):
        raise ValueError("a macro lacks an argument at the end of a formula")
    if tokens[place] != "{":
        return tokens[place], place + 1
    depth, end = 0, place
    for end in range(place, len(tokens)):
        depth += {"{": 1, "}": -1}.get(tokens[end], 0)
        if depth == 0:
            return "".join(tokens[place + 1 : end]), end + 1
    raise ValueError("a brace that is not closed, behind a macro")
