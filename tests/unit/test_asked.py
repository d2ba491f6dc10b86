"""What a page asks of its run: templates, roles, answers."""

from pathlib import Path

import pytest

from udl.typeset import typeset
from udl_book.run.asked import Asked, AskedError, filled, roles
from udl_book.run.page import Page
from udl_book.run.templates import TemplateError, split, template_code

PAGE = """# 9.9 A page

`{eval}` is a role, and `` {eval}`quoted` `` is quoted.

```python
{eval}`literal`
```

```{code-cell} ipython3
---
mystnb:
  figure:
    caption: It is {eval}`caption:.1f`.
udl:
  alt: >-
    A line to {end[1:]:.2f}
    and {'}'}.
---
code = "{eval}`string`"
```

:::{note}
A table of {eval}`one` and {eval}``two["`"]:.3f``.
:::

```{code-cell} ipython3
:tags: [hide-input]
2
```

It is {eval}`last`.
"""


def asked():
    return Page("page", PAGE, Path("nowhere/src")).asked


def test_roles_are_found_with_their_cells_and_lines():
    found = [(one.kind, one.cell, one.text, one.line) for one in asked()]
    assert found == [
        ("eval", 0, "caption:.1f", 13),
        ("eval", 0, "one", 23),
        ("eval", 0, 'two["`"]:.3f', 23),
        ("eval", 1, "last", 31),
        ("alt", 0, "A line to {end[1:]:.2f} and {'}'}.", 19),
    ]


def test_answers_stand_where_the_roles_stood():
    text = filled(PAGE, asked(), ["0.1", "a `b`", "-1", "4", "The line."])
    assert "caption: It is {evaluated}`0 0.1`." in text
    assert "of {evaluated}``1 a `b```" not in text
    assert "{evaluated}``1 a `b` `` and {evaluated}`2 -1`." in text
    assert text.endswith("It is {evaluated}`3 4`.\n")
    assert "{eval}`quoted`" in text
    assert "{eval}`literal`" in text
    assert "{eval}`string`" in text
    assert len(list(roles(text))) == 0


def test_a_text_above_all_cells_has_no_answer():
    (one,) = roles("It is {eval}`x`.")
    with pytest.raises(AskedError, match="no cell"):
        _ = one.code


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("x", ("x", "")),
        ("x:.2f", ("x", ".2f")),
        ("x[1:3]", ("x[1:3]", "")),
        ("f(x[1:], y={1: 2}):,.0f", ("f(x[1:], y={1: 2})", ",.0f")),
        ("x if y else z:+.1e", ("x if y else z", "+.1e")),
        ("name:>10", ("name", ">10")),
    ],
)
def test_fields_are_split_where_python_ends(field, expected):
    assert split(field) == expected


@pytest.mark.parametrize("field", ["", ":.2f", "x y", "x = 2", "x:wide", "("])
def test_what_is_no_expression_is_refused(field):
    with pytest.raises(TemplateError):
        split(field)


@pytest.mark.parametrize(
    "template",
    [
        "nothing",
        "{x}",
        "{x:.2f} and {x * 2:.0f}",
        "{{{x}}}",
        "{', '.join(f'{n:.1f}' for n in (1, 2))}",
        "{ {1: x}[1]:.1f }".replace(" }", "}"),
        "",
    ],
)
def test_templates_are_f_strings(template):
    x = 2.5
    assert eval(template_code(template)) == eval(f'f"""{template}"""', {"x": x})


@pytest.mark.parametrize("template", ["{", "}", "{x", "x}", "{}", "{x y}"])
def test_broken_templates_are_refused(template):
    with pytest.raises(TemplateError):
        template_code(template)


@pytest.mark.parametrize(
    ("text", "answer", "fine"),
    [
        ("x", "0.1234", True),
        ("x", "0.12345", False),
        ("x", "-123.45", False),
        ("x", "1.2345e-05", False),
        ("x", "1.234e-05", True),
        ("x", "0.00012", True),
        ("x", "123456", True),
        ("x:.5f", "0.12345", True),
        ("x", "[0.12345 2.5]", True),
        ("x", "  ", False),
    ],
)
def test_more_than_four_digits_need_a_format(text, answer, fine):
    question = Asked("eval", 0, text, 1)
    if fine:
        assert question.accept(answer) == answer
    else:
        with pytest.raises(AskedError):
            question.accept(answer)


def test_an_empty_alternative_is_refused():
    with pytest.raises(AskedError, match="empty"):
        Asked("alt", 0, "{''}", 1).accept("")


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("-0.5", "\u22120.5"),
        ("-.5", "\u2212.5"),
        ("1e+38", "1\xa0\u00d7\xa010\u00b3\u2078"),
        ("-1.06e-05", "\u22121.06\xa0\u00d7\xa010\u207b\u2075"),
        ("13,432,735,556", "13\u202f432\u202f735\u202f556"),
        ("12,345.5", "12\u202f345.5"),
        ("(-1, 2)", "(\u22121, 2)"),
        ("[-1.5 -2.5]", "[\u22121.5 \u22122.5]"),
        ("well-known", "well-known"),
        ("2020-01-02", "2020-01-02"),
        ("1,234 and 5", "1,234 and 5"),
        ("nan", "nan"),
    ],
)
def test_numbers_are_set_as_in_print(text, printed):
    assert typeset(text) == printed
