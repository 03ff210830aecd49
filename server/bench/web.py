"""The first booking page on a throw-away product: compressed script, and Lighthouse on a slow phone."""

from __future__ import annotations

import re
import subprocess
import sys

from bench.figures import Figure
from bench.processes import is_quick
from tests.databases import SERVER

PAGE = "/booking/"
ROOT = SERVER.parent
SCRIPT_GOAL_KB, PERFORMANCE_GOAL, ACCESSIBILITY_GOAL = 200.0, 90.0, 100.0


def measure() -> list[Figure]:
    """Script loaded before anyone touches the page, and medians of five Lighthouse runs. Needs Chromium."""
    size = _visit("size", PAGE, "--budget", str(int(SCRIPT_GOAL_KB)))
    phone = _visit("lighthouse", PAGE, "--runs", "1" if is_quick() else "5")
    return [
        Figure("web", f"{PAGE} compressed script", _number(r"script ([\d.]+) KB", size), "KB", SCRIPT_GOAL_KB),
        Figure(
            "web", f"{PAGE} Lighthouse performance", _number(r"performance (\d+)", phone), "of 100", PERFORMANCE_GOAL
        ),
        Figure(
            "web",
            f"{PAGE} Lighthouse accessibility",
            _number(r"accessibility (\d+)", phone),
            "of 100",
            ACCESSIBILITY_GOAL,
        ),
        Figure("web", f"{PAGE} largest paint", _number(r"largest (\d+) ms", phone), "ms"),
    ]


def _visit(script: str, *arguments: str) -> str:
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


def _number(pattern: str, words: str) -> float:
    found = re.search(pattern, words)
    if found is None:
        raise RuntimeError(f"no {pattern} in what was printed:\n{words[-2000:]}")
    return float(found[1])
