"""The customer's pages on a throw-away product: compressed script, and Lighthouse on a slow phone."""

from __future__ import annotations

import re
import subprocess
import sys

from bench.figures import Figure
from bench.processes import is_quick
from tests.databases import SERVER

PAGES = ("/", "/booking/", "/mentors/", "/mentors/priya/")
ROOT = SERVER.parent
SCRIPT_GOAL_KB, PERFORMANCE_GOAL, ACCESSIBILITY_GOAL = 200.0, 90.0, 100.0


def measure() -> list[Figure]:
    """Script loaded before anyone touches a page, and medians of five Lighthouse runs. Needs Chromium."""
    sizes = visit("size", *PAGES, "--budget", str(int(SCRIPT_GOAL_KB)))
    phone = visit("lighthouse", *PAGES, "--runs", "1" if is_quick() else "5")
    return [figure for page in PAGES for figure in _of(page, sizes, phone)]


def _of(page: str, sizes: str, phone: str) -> list[Figure]:
    line = rf"(?m)^{re.escape(page)}  .*?"
    return [
        Figure(
            "web", f"{page} compressed script", number_in(rf"{line}script ([\d.]+) KB", sizes), "KB", SCRIPT_GOAL_KB
        ),
        Figure(
            "web",
            f"{page} Lighthouse performance",
            number_in(rf"{line}performance (\d+)", phone),
            "of 100",
            PERFORMANCE_GOAL,
        ),
        Figure(
            "web",
            f"{page} Lighthouse accessibility",
            number_in(rf"{line}accessibility (\d+)", phone),
            "of 100",
            ACCESSIBILITY_GOAL,
        ),
        Figure("web", f"{page} largest paint", number_in(rf"{line}largest (\d+) ms", phone), "ms"),
    ]


def visit(script: str, *arguments: str) -> str:
    """What a script of web/ says of a product started for it; a missed budget is told by the figure."""
    command = ["stack", "--", "node", f"web/scripts/{script}.mjs", *arguments]
    done = subprocess.run(
        [sys.executable, "scripts/almanac.py", *command],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


def number_in(pattern: str, words: str) -> float:
    """The number that a script printed. Raises RuntimeError with its last words when it is not there."""
    found = re.search(pattern, words)
    if found is None:
        raise RuntimeError(f"no {pattern} in what was printed:\n{words[-2000:]}")
    return float(found[1])
