"""Each page covers its record: every item of it has a place on the page."""

import re
from pathlib import Path

import pytest
import yaml

HERE = Path(__file__).parent
RECORDS = {
    record["id"].replace("_", "."): record
    for record in yaml.safe_load((HERE.parent / "records.yaml").read_text("utf8"))
}
KINDS = ("concepts", "derivations", "figures", "exercises")


def items(record):
    """Everything that the record asks of the page, as ``kind: item``."""
    for kind in KINDS:
        for item in record[kind]:
            yield f"{kind}: {item['name'] if isinstance(item, dict) else item}"


def anchors(text):
    """Places of a page that can be linked to: labels, figures, exercises, headings."""
    found = set(re.findall(r"^\$\$ \((\S+)\)$", text, re.M))
    found |= set(re.findall(r"^    name: (\S+)$", text, re.M))
    found |= {
        f"ex-{number.replace('.', '-').lower()}"
        for number in re.findall(r"^:{3,}\{(?:exercise|question)\} (\S+)", text, re.M)
    }
    for heading in re.findall(r"^#{2,3} (.+)$", text, re.M):
        found.add(re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-"))
    return found


def missing(record, coverage, text):
    """Items without a place, and places that the page does not have."""
    places = anchors(text)
    for item in items(record):
        if not coverage.get(item):
            yield f"{item}: nowhere on the page"
    for item, where in coverage.items():
        for anchor in where:
            if anchor not in places:
                yield f"{item}: the page has no anchor {anchor}"


@pytest.mark.parametrize("number", RECORDS)
def test_every_item_of_the_record_has_a_place(page, number):
    file = HERE / number.replace(".", "_") / "coverage.yaml"
    coverage = yaml.safe_load(file.read_text("utf8"))
    assert list(missing(RECORDS[number], coverage, page(number).text)) == []
    assert set(coverage) == set(items(RECORDS[number]))


def test_a_missing_item_and_a_missing_anchor_are_seen():
    record = {kind: [] for kind in KINDS} | {"concepts": ["a", "b"]}
    coverage = {"concepts: a": ["gone"]}
    found = list(missing(record, coverage, "## Here"))
    assert found == [
        "concepts: b: nowhere on the page",
        "concepts: a: the page has no anchor gone",
    ]
