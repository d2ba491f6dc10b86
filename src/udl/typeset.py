"""Numbers in the signs of print: a true minus, powers of ten, thin spaces."""

import re

NUMBER = re.compile(r"(?<![\w.,-])-(?=\.?\d)")
POWER = re.compile(r"(?<=\d)e([+-])0*(\d+)\b")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
ONE_NUMBER = re.compile(r"-?\d{1,3}(,\d{3})*(\.\d+)?%?")
RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


def typeset(text):
    r"""Set the numbers of a text as a book does.

    Parameters
    ----------
    text : str
        A formatted value.

    Examples
    --------
    >>> typeset("-0.53"), typeset("1.1e-05"), typeset("12,345"), typeset("well-known")
    ('−0.53', '1.1\xa0×\xa010⁻⁵', '12\u202f345', 'well-known')
    """  # noqa: RUF002
    if ONE_NUMBER.fullmatch(text):
        text = THOUSANDS.sub("\u202f", text)
    text = POWER.sub(_power, text)
    return NUMBER.sub("\u2212", text)


def _power(match):
    sign, digits = match.groups()
    power = f"{'-' if sign == '-' else ''}{digits}".translate(RAISED)
    return f"\xa0\u00d7\xa010{power}"
