"""What others' machines read: workflows, issue forms, the citation, by their schemas.

The schemas come with check-jsonschema, so nothing is asked of the network.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

WORKFLOWS, TEMPLATES = ".github/workflows/*.yml", ".github/ISSUE_TEMPLATE/"
SCHEMAS = {
    "vendor.github-workflows": (WORKFLOWS, ""),
    "vendor.github-issue-forms": (f"{TEMPLATES}*.yml", "config.yml"),
    "vendor.github-issue-config": (f"{TEMPLATES}config.yml", ""),
    "vendor.citation-file-format": ("CITATION.cff", ""),
}


def broken(root: Path) -> Iterator[tuple[Path, str]]:
    """Give each file that breaks its schema, relative to `root`, and how."""
    checks = [
        (files, subprocess.Popen(
            [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema,
             "--output-format", "json", *files],
            cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        ))
        for schema, (pattern, leave_out) in SCHEMAS.items()
        if (files := _files(root, pattern, leave_out))
    ]  # fmt: skip
    for files, process in checks:  # side by side: each takes a second to start
        said, complaint = process.communicate()
        found = list(_faults(said)) if said.strip() else []
        if process.returncode and not found:
            found = [(Path(files[0]), complaint.strip() or "it cannot be checked")]
        yield from found


def _files(root, pattern, leave_out):
    return [
        path.relative_to(root).as_posix()
        for path in sorted(root.glob(pattern))
        if path.name != leave_out
    ]


def _faults(said):
    report = json.loads(said)
    for fault in report.get("errors", []):
        yield Path(fault["filename"]), f"{fault['path']}: {fault['message']}"
    for fault in report.get("parse_errors", []):
        yield Path(fault["filename"]), fault["message"]
