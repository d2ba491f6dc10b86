"""Four chapters of an old book, for pages that need some English text."""

from udl.datasets.files import data_file


def genesis():
    """Read chapters 1 to 4 of Genesis in the King James Version.

    The translation is of 1611 and in the public domain. The file holds the verses of
    Debian's package bible-kjv-text 4.38, a chapter a line, without their numbers.

    Returns
    -------
    list of str
        Four texts.

    Examples
    --------
    >>> chapters = genesis()
    >>> chapters[0][:44]
    'In the beginning God created the heaven and '
    >>> len(chapters)
    4
    """
    return data_file("genesis.txt").read_text("ascii").splitlines()
