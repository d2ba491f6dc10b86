"""Tables in YAML have each key once: of two, readers would silently lose the first."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TABLES = [
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.yml", "book/*.yaml", "tests/*.yaml", "tests/pages/*/*.yaml")
    for path in sorted(ROOT.glob(pattern))
]


def doubled(text):
    """Yield each key that a mapping of a YAML text has twice, with its line."""
    waiting = [yaml.compose(text)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            seen = set()
            for key, value in node.value:
                if key.value in seen:
                    yield f"line {key.start_mark.line + 1}: {key.value}"
                seen.add(key.value)
                waiting.append(value)
        elif isinstance(node, yaml.SequenceNode):
            waiting.extend(node.value)


@pytest.mark.parametrize("name", TABLES)
def test_each_key_is_there_once(name):
    assert list(doubled((ROOT / name).read_text("utf8"))) == []


def test_a_planted_double_is_seen():
    text = "a: 1\nb:\n- {c: 1, d: 2}\n- c: 1\n  c: 2\na: 3\n"
    assert sorted(doubled(text)) == ["line 5: c", "line 6: a"]
