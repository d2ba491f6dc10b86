"""Hold the values of a page to those of its record."""

from decimal import Decimal
from pathlib import Path

import yaml
from numpy.testing import assert_allclose

RECORDS = {
    record["id"]: record
    for record in yaml.safe_load(
        (Path(__file__).parents[1] / "records.yaml").read_text("utf8")
    )
}


def expected(page):
    """Values that the notebook of a page ("5_1") states, by name."""
    return {value["name"]: value for value in RECORDS[page]["expected"]}


def reference(page):
    """Further values computed from the notebook's data, by name."""
    return {value["name"]: value["value"] for value in RECORDS[page]["reference"]}


def assert_reproduced(value, record):
    """Check a value against the stated one, in the digits it was stated in."""
    assert_allclose(value, float(record["got"]), rtol=1e-7)
    digits = len(Decimal(str(record["value"])).as_tuple().digits)
    assert float(f"{value:.{digits}g}") == record["value"]


def assert_printed(expression, page):
    """Check that the text of a page prints the value of an expression."""
    assert f"{{eval}}`{expression}:" in page.text
