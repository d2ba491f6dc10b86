"""Each kind of fault that lint is for is planted, and seen."""

from pathlib import Path

import pytest

from udl_book.commands.lint import run
from udl_book.commands.lint_pages import check_cells, check_page, split

HEADER = """---
jupytext:
  text_representation:
    format_name: myst
kernelspec:
  name: python3
---
"""
ROOT = Path(__file__).parents[2]
PAGE = Path("book/page.md")
CLEAN = (
    HEADER
    + r"""
# A page

$$ \begin{aligned} a &= b \end{aligned} $$ (eq-1-1-a)

Quoted as code, `\tag` and `\mbox` may be named.

```{code-cell} ipython3
:tags: [hide-cell]

import numpy as np

x = np.arange(3)
```

```python
undefined_here = not_linted
```

:::{exercise} 1.1.1
Write it.
:::

```{code-cell} ipython3
---
mystnb:
  figure:
    name: fig-1-1-x
---
def double(x):
    ...  # your code


show = print
show(double(x))
```

```{code-cell} ipython3
x
```
"""
)


def cell(source):
    return f"```{{code-cell}} ipython3\n{source}\n```\n"


def faults(text):
    return [*check_page(PAGE, text), *check_cells({PAGE: text})]


def test_a_clean_page_passes():
    assert faults(CLEAN) == []


@pytest.mark.parametrize(
    ("source", "line", "message"),
    [
        ("import os", 1, "F401"),
        ("print(undefined)", 1, "F821"),
        ("a = 1\nb = (", 3, "syntax"),
        ("import numpy as np\n\nnp.random.seed(0)", 3, "NPY002"),
        ("1 + 1\nprint(2)", 1, "B018"),
        ("y = " + " + ".join(["1"] * 30), 1, "E501"),
        ("a = 1\n" * 16, 1, "a cell of 16 lines"),
    ],
)
def test_a_fault_in_a_cell_is_told_with_the_pages_line(source, line, message):
    before = HEADER + "\nProse.\n\n"
    found = faults(before + cell(source))
    start = before.count("\n") + 1  # the fence's line
    assert [fault.line for fault in found] == [start + line]
    assert message in found[0].message


def test_a_name_is_known_after_its_cell_not_before():
    used, made = cell("print(later)"), cell("later = 1")
    assert faults(HEADER + made + used) == []
    assert [fault.message[:4] for fault in faults(HEADER + used + made)] == ["F821"]


ASKING = """```{code-cell} ipython3
---
mystnb:
  figure:
    caption: It is {eval}`caption:.1f`.
udl:
  alt: It is {alt}.
---
from math import e, pi, tau
alt = caption = 1
```

Then {eval}`tau:.3f` and
{eval}`pi`.
"""


def test_what_the_text_asks_for_uses_names_of_cells():
    assert [fault.message[:13] for fault in faults(HEADER + ASKING)] == [
        "F401 `math.e`"
    ]


@pytest.mark.parametrize(
    ("name", "line"), [("caption:", 11), ("{alt}", 11), ("tau:", 13), ("`pi`", 14)]
)
def test_what_no_cell_above_defines_is_told(name, line):
    text = HEADER + ASKING.replace(name, name.replace("p", "q").replace("a", "b"))
    found = [fault for fault in faults(text) if "F821" in fault.message]
    assert [fault.line for fault in found] == [HEADER.count("\n") + line]


@pytest.mark.parametrize(
    "latex",
    [r"\tag{1}", r"\begin{align}", r"\begin{align*}", r"\begin{eqnarray}", r"\mbox{a}"],
)
@pytest.mark.parametrize(
    "around",
    [
        "$$ {} $$",
        "so ${}$,",
        "```{{math}}\n{}\n```",
        "{{math}}`{}`",
        ":::{{steps}}\n{}",
    ],
)
def test_latex_that_a_renderer_lacks_is_told(latex, around):
    found = faults("# A page\n\n" + around.format(latex))
    assert len(found) == 1
    assert "LaTeX" in found[0].message


def test_a_page_with_cells_needs_its_header():
    assert [fault.line for fault in faults(cell("1 + 1"))] == [1]
    assert faults("# No cells, no header\n") == []


def test_what_follows_a_directive_with_backticks_is_read():
    text = HEADER + "```{math}\na\n```\n\n" + cell("x = 1") + "\n```{note}\n```\n"
    assert [found.source for found in split(text)[0]] == ["x = 1"]


def project(folder, page="# A page\n", code="x = 1\n"):
    """Make a project of one page and one module."""
    for name in ("src", "book"):
        (folder / name).mkdir()
    (folder / "src" / "module.py").write_text(code)
    (folder / "book" / "page.md").write_text(page)
    (folder / "pyproject.toml").write_text('[project]\nname = "small"\n')
    return folder


def test_a_project_without_faults_is_left_with_code_0(tmp_path, capsys):
    assert run(project(tmp_path, page=CLEAN)) == 0
    assert capsys.readouterr().out == "lint: no faults\n"


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ({"code": "import os\n"}, "src/module.py:1: F401"),
        ({"code": "x = 1\ny = (\n"}, "src/module.py:"),
        ({"code": "x   = 1\n"}, "src/module.py:1: not formatted"),
        ({"code": "# rec" + "ieve\n"}, "src/module.py:1: rec"),
        ({"page": "# One\n\nrec" + "ieve\n"}, "book/page.md:3: rec"),
        ({"page": HEADER + cell("import os")}, "book/page.md:9: F401"),
        ({"page": r"$\mbox{a}$"}, "book/page.md:1: LaTeX"),
    ],
)
def test_a_project_with_a_fault_is_left_with_code_1(tmp_path, capsys, planted, told):
    assert run(project(tmp_path, **planted)) == 1
    assert told in capsys.readouterr().out


def test_line_ends_of_windows_are_no_fault(tmp_path):
    folder = project(tmp_path, page=CLEAN)
    scripts = folder / "book" / "live"
    scripts.mkdir()
    (scripts / "one.js").write_text("export const one = 1;\n")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    for path in (*folder.glob("*/*.*"), scripts / "one.js"):
        if path.is_file():
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run(folder) == 0
    (scripts / "one.js").write_bytes(b"export const one=1\r\n")
    assert run(folder) == 1
