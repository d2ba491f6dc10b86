"""The forms that page writers use for kinds and aims, and what is refused."""

import pytest

from udl_book.parts.aims import parts
from udl_book.parts.kinds import KINDS, number_and_kind

AIMS = "- a\n- b\n- c\n\nbefore: d\n\nminutes: 5"


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_read(kind):
    assert number_and_kind(f"5.1.8 ({kind})") == ("5.1.8", kind)


@pytest.mark.parametrize("argument", ["", "5.1.8 (riddle)", "5.1.8 ()", "5.1.8 hunt"])
def test_another_form_is_refused(argument):
    with pytest.raises(ValueError, match="a number, then perhaps"):
        number_and_kind(argument)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (AIMS.replace("before: d", ""), "before"),
        (AIMS.replace("minutes: 5", "minutes:"), "minutes"),
        (AIMS.replace("- c\n", ""), "three to five"),
        ("- d\n- e\n- f\n" + AIMS, "three to five"),
    ],
)
def test_aims_that_lack_something_are_refused(wrong, said):
    assert parts(AIMS)["before"] == "d"
    with pytest.raises(ValueError, match=said):
        parts(wrong)
