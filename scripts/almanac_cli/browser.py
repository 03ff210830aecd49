"""A Chromium for the browser tests: an installed one, else the system's package, else Playwright's download."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from almanac_cli import node, paths, processes, say

LOG = paths.ROOT / "var" / "log" / "browser.log"
# The shell without a window does the same for two thirds of the CPU.
NAMES = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
]
PLAYWRIGHTS = "process.stdout.write(require('playwright-core').chromium.executablePath() || '')"


def chromium() -> str:
    """Path of a Chromium that starts; ALMANAC_CHROMIUM names one. Raises Trouble saying what to install."""
    chosen = os.environ.get("ALMANAC_CHROMIUM")
    if chosen:
        if works(chosen):
            return chosen
        raise say.Trouble(f"ALMANAC_CHROMIUM={chosen} does not start.")
    for way in (None, _install_package, _download):
        if way:
            way()
        found = next(filter(works, _candidates()), None)
        if found:
            return found
    raise say.Trouble(
        "The browser tests need Chromium and none could be installed. Install Chromium or Google Chrome "
        "(on Debian: apt-get install chromium), or name one with ALMANAC_CHROMIUM=/path/to/it."
    )


def _candidates() -> Iterator[str]:
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in PLACES if Path(path).exists())
    answer = subprocess.run(
        [node.program(), "-e", PLAYWRIGHTS], cwd=paths.WEB, capture_output=True, text=True, check=False
    )
    if answer.stdout and Path(answer.stdout).exists():
        yield answer.stdout


def works(path: str) -> bool:
    """Whether the program answers; Ubuntu's `chromium-browser` may be a note that a snap is needed."""
    if os.name == "nt":
        return Path(path).exists()  # Chrome on Windows answers --version by opening a window
    try:
        answer = subprocess.run([path, "--version"], capture_output=True, text=True, check=False, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and "Chrom" in answer.stdout + answer.stderr


def _install_package() -> None:
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    say.line("No Chromium found: installing the system's package ...")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    processes.run(["apt-get", "update", "-q"], cwd=paths.ROOT, env=env, log=LOG)
    install = ["apt-get", "install", "-qy", "--no-install-recommends"]
    if processes.run([*install, "chromium-headless-shell"], cwd=paths.ROOT, env=env, log=LOG):
        processes.run([*install, "chromium"], cwd=paths.ROOT, env=env, log=LOG)  # older systems have no shell


def _download() -> None:
    say.line("No Chromium found: asking Playwright to download one ...")
    command = node.npx("playwright", "install", "chromium")
    processes.run(command, cwd=paths.WEB, env=node.with_node(dict(os.environ)), log=LOG)
