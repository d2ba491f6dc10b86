"""Texts of a page that is to be written, from the record of its notebook."""

import json
import re
from collections.abc import Iterator

PUBLISHED = "book/published.yaml"
HEADER = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
myst:
  html_meta:
    description: "TODO: one sentence."
---

"""
PAGE = """# {number} {title}

*Companion to UDL section TODO: (its number).*

TODO: one paragraph that makes one want to know, then a figure, before any formula.

:::{{aims}}
- TODO: three to five things
- that the reader will be able to do
- after this page

before: TODO: what to read first

minutes: TODO: 25 reading, 45 exercises
:::

{body}
## Where this goes wrong

TODO: the pitfalls, each shown by a cell.

## What to remember

- TODO: the page in five lines.

## Before, after, further

TODO: links, and real references.
"""
EXERCISE = """:::{{exercise}} {id}
TODO: ask for `{name}`: {what}. Say what its arguments are, with their shapes.
:::

```{{code-cell}} ipython3
{front}def {name}({takes}):
    ...  # your code

check("{id}", {name})
```

:::{{hints}} {id}
:::

:::{{solution}} {id}
TODO: why it is done so.
:::

"""
QUESTION = ":::{{question}} {id}\n:::\n\n"
IMPORTS = {"exercise": "case, exercise, mistake", "question": "choice, question"}
DECLARED = {
    "exercise": """

def _{name}({takes}):
    raise NotImplementedError("TODO: a tested function of udl takes my place")


exercise(
    "{id}",
    title={title},
    stub="def {name}({takes}):\\n    ...  # your code\\n",
    reference=_{name},
    cases=[case(1.0)],  # TODO: smallest first
    planted=[mistake(_{name}, "TODO: three mistakes or more, with their sentences.")],
    hints=["TODO: a nudge.", "TODO: almost the solution."],
)
""",
    "question": """
question(
    "{id}",
    title={title},
    prompt={what},
    choices=[
        choice("TODO: the right one.", "TODO: why.", right=True),
        choice("TODO: a likely mistake.", "TODO: what its author overlooked."),
    ],
)
""",
}
EQUATIONS = '''"""Page {number}: each derived result against a route without it and udl.

TODO: a test for each result, `res-{dashed}-...` on the page, of this form:

    @pytest.mark.verifies("res-{dashed}-name")
    def test_what_is_claimed(claim):
        assert_allclose(claim(closed_form), by_another_route)
"""
'''


def files(record: dict, page: tuple, docname: str, calls: dict) -> Iterator:
    """Names and texts of the files of a page; ``calls`` are the notebook's, by name."""
    number, dashed, low = (f"{page[0]}{sep}{page[1]}" for sep in ".-_")
    dashed = dashed.lower()
    asked = list(_asked(record, number, calls))
    title = record["title"][:1] + record["title"][1:].lower()
    yield (
        f"{docname}.md",
        HEADER + PAGE.format(number=number, title=title, body=_body(record, asked)),
    )
    yield f"src/udl/exercises/pages/p{low}.py", _declarations(number, title, asked)
    equations = EQUATIONS.format(number=number, dashed=dashed)
    yield f"tests/pages/{low}/test_equations.py", equations
    yield f"tests/pages/{low}/answers.py", _answers(number, asked)
    yield f"tests/pages/{low}/coverage.yaml", _coverage(record, number, asked)


def tasks(record: dict, page: tuple, calls: dict) -> str:
    """Rows of the notebook's tasks for `published.yaml`."""
    number = f"{page[0]}.{page[1]}"
    rows = [f'"{number}":' + (" []" if not record["exercises"] else "")]
    for one in _asked(record, number, calls):
        rows += [f"  - todo: {json.dumps(one['todo'])}", f"    here: {one['id']}"]
        if one["kind"] == "exercise":
            told = "adapt" if one["call"] is None else "call"
            text = one["call"] or "TODO: what its author has to change"
            rows.append(f"    {told}: {json.dumps(text)}")
    return "\n".join(rows) + "\n"


def chapter(number: int | str, title: str) -> str:
    """Index page of a chapter."""
    companion = f"*Companion to UDL chapter {number}.*\n\n"
    if not isinstance(number, int):
        companion = ""
    head = f"{HEADER}# {number} {title}\n\n{companion}"
    return f"{head}TODO: what the chapter is about, and a line for each page.\n"


def _asked(record, number, calls):
    for order, one in enumerate(record["exercises"], 1):
        name = re.sub(r"\W+", "_", one["name"]).strip("_")
        call = calls.get(name)
        name, takes = (name, call.partition("(")[2]) if call else (name.lower(), "x)")
        yield {
            "id": f"{number}.{order}",
            "kind": "exercise" if one["kind"] == "code" else "question",
            "todo": one["name"],
            "name": name if name.isidentifier() else f"answer_{order}",
            "what": one["what"],
            "call": call,
            "takes": takes.removesuffix(")"),
        }


def _body(record, asked):
    parts = [f"## TODO: {concept}\n\n" for concept in record["concepts"]]
    parts += [f"TODO: derive: {one}.\n\n" for one in record["derivations"]]
    parts += [f"TODO: figure: {one}.\n\n" for one in record["figures"]]
    front = "from udl.exercises import check\n\n"  # imported once
    for one in asked:
        if one["kind"] == "question":
            parts.append(QUESTION.format(**one))
        else:
            parts.append(EXERCISE.format(**one, front=front))
            front = ""
    return "".join(parts)


def _declarations(number, title, asked):
    kinds = sorted({one["kind"] for one in asked})
    names = ", ".join(sorted(", ".join(IMPORTS[kind] for kind in kinds).split(", ")))
    parts = [f'"""Exercises and questions of page {number}, {title.lower()}."""\n']
    parts += [f"\nfrom udl.exercises.declare import {names}\n"] if names else []
    for one in asked:
        texts = {"title": f"TODO: {one['todo']}", "what": f"TODO: {one['what']}"}
        texts = {name: json.dumps(text) for name, text in texts.items()}
        parts.append(DECLARED[one["kind"]].format(**one | texts))
    return "".join(parts)


def _answers(number, asked):
    ids = [one["id"] for one in asked if one["kind"] == "exercise"]
    rows = "".join(f'    "{id}": [],  # TODO: two, in different ways\n' for id in ids)
    head = f'"""Right answers to the exercises of page {number}."""\n\n'
    return f"{head}RIGHT = {{{rows and chr(10)}{rows}}}\n"


def _coverage(record, number, asked):
    lines = [f"# Where page {number} covers each item of its record."]
    for kind in ("concepts", "derivations", "figures"):
        for item in record[kind]:
            key = json.dumps(f"{kind}: {item}", ensure_ascii=False)
            lines.append(f"{key}: []  # TODO: the anchor on the page")
    for one in asked:
        anchor = f"ex-{one['id'].replace('.', '-').lower()}"
        lines.append(f"{json.dumps('exercises: ' + one['todo'])}: [{anchor}]")
    return "\n".join(lines) + "\n"
