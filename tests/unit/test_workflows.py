"""Workflows use only what a digest names, and leave no key in a checkout."""

import re
from pathlib import Path

import pytest
import yaml

WORKFLOWS = Path(__file__).parents[2] / ".github" / "workflows"
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40}")


def faults(text):
    for job in yaml.safe_load(text)["jobs"].values():
        for step in job["steps"]:
            used = step.get("uses", "")
            if used and not PINNED.fullmatch(used):
                yield f"{used} is not pinned by a digest"
            keeps = step.get("with", {}).get("persist-credentials", True)
            if used.startswith("actions/checkout@") and keeps:
                yield "the checkout keeps its key"


@pytest.mark.parametrize("path", sorted(WORKFLOWS.glob("*.yml")), ids=lambda p: p.stem)
def test_a_workflow_is_pinned_and_keeps_no_key(path):
    assert list(faults(path.read_text("utf8"))) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r"(checkout)@[0-9a-f]{40}", r"\1@v4"),
        (r"(setup-python)@[0-9a-f]{40}", r"\1@main"),
        (r"persist-credentials: false", "fetch-depth: 1"),
    ],
)
def test_a_planted_fault_is_seen(old, new):
    text = (WORKFLOWS / "weekly.yml").read_text("utf8")
    assert list(faults(re.sub(old, new, text)))
