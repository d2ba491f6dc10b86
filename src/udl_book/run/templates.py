"""Templates: text with `{expression:format}` in it, as Python that gives the text."""

import ast
import re

FORMAT = re.compile(r"(?:.?[<>=^])?[-+ ]?z?#?0?\d*[,_]?(?:\.\d+)?[a-zA-Z%]?")


class TemplateError(ValueError):
    """A template that cannot be read."""


def split(field: str) -> tuple[str, str]:
    """Cut a field into its expression and its format.

    Examples
    --------
    >>> split("ends[1:][0]:.3f"), split("x[1:3]")
    (('ends[1:][0]', '.3f'), ('x[1:3]', ''))
    """
    before, colon, form = field.rpartition(":")
    if colon and FORMAT.fullmatch(form) and _is_expression(before):
        return before.strip(), form
    if _is_expression(field):
        return field.strip(), ""
    raise TemplateError(f"{field!r} is no expression of Python, with or without format")


def field_code(field: str) -> str:
    """Python that gives the text of a field.

    Examples
    --------
    >>> eval(field_code("2 / 3:.2f"))
    '0.67'
    """
    expression, form = split(field)
    return f"format({expression}, {form!r})"


def template_code(template: str) -> str:
    """Python that gives the text of a template; `{{` stands for a brace.

    Examples
    --------
    >>> eval(template_code("{1 + 1} of {{{4:.1f}}}, {'a}b'}"))
    '2 of {4.0}, a}b'
    """
    return f"''.join([{', '.join(_pieces(' '.join(template.split())))}])"


def _pieces(template):
    place = 0
    while place < len(template):
        brace = re.compile(r"[{}]").search(template, place)
        end = brace.start() if brace else len(template)
        if end > place:
            yield repr(template[place:end])
        if not brace:
            return
        if template[end : end + 2] in ("{{", "}}"):
            yield repr(brace[0])
            place = end + 2
            continue
        code, place = _field(template, end)
        yield code


def _field(template, start):
    """Find the first closing brace that leaves an expression behind."""
    wrong = f"a brace that opens or closes nothing: {template[start:]!r}"
    if template[start] == "{":
        for end, sign in enumerate(template[start:], start):
            if sign == "}":
                try:
                    return field_code(template[start + 1 : end]), end + 1
                except TemplateError as error:
                    wrong = str(error)
    raise TemplateError(wrong)


def _is_expression(text):
    try:
        ast.parse(f"({text.strip()}\n)", mode="eval")
    except (SyntaxError, ValueError):
        return False
    return bool(text.strip())
