"""Ctrl-C and SIGTERM, sent to a real process: everything ends, and the exit code says how."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[1]

# What `make run` does, with dummies for services: one ordinary, one that takes its time to end or refuses to.
PROGRAM = """
import os, pathlib, sys
sys.path.insert(0, {scripts!r})
from almanac_cli import main, run
from almanac_cli.supervisor import Service, Supervisor

folder = pathlib.Path({folder!r})
ordinary = "import time; time.sleep(300)"
slow = (
    "import os, pathlib, signal, subprocess, sys, time\\n"
    "signal.signal(signal.SIGTERM, {on_term})\\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\\n"
    "pathlib.Path('pids.new').write_text(str(os.getpid()) + ' ' + str(child.pid))\\n"
    "os.replace('pids.new', 'pids')\\n"
    "time.sleep(300)\\n"
)

def run_dummies(*, verbose):
    def service(name, code):
        return Service(name, [sys.executable, "-c", code], folder, dict(os.environ))

    with Supervisor([service("api", ordinary), service("web", slow)], folder / "log") as running:
        running.watch()

run.run = run_dummies
sys.exit(main.main(["run"]))
"""
ENDS_AT_ONCE = "lambda *_: os._exit(0)"
REFUSES = "signal.SIG_IGN"


def start(folder: Path, on_term: str) -> tuple[subprocess.Popen[str], list[int]]:
    """Start the program without a terminal and wait until its services run; their process numbers are returned."""
    code = PROGRAM.format(scripts=str(SCRIPTS), folder=str(folder), on_term=on_term)
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 10
    while not (folder / "pids").exists():
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.01)
    return process, [int(number) for number in (folder / "pids").read_text().split()]


def all_gone(numbers: list[int]) -> bool:
    """Whether none of the processes is left, waiting a moment for the kernel to collect them."""
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        if not any(Path(f"/proc/{number}").exists() and "Z" not in state(number) for number in numbers):
            return True
        time.sleep(0.01)
    return False


def state(number: int) -> str:
    """The kernel's letter for what a process is doing."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return "Z"


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_one_request_ends_everything_cleanly(tmp_path: Path, number: int) -> None:
    process, numbers = start(tmp_path, ENDS_AT_ONCE)
    process.send_signal(number)
    said, _ = process.communicate(timeout=10)
    assert process.returncode == 0
    assert said.endswith("Stopped.\n")
    assert all_gone(numbers)


def test_the_same_request_twice_at_once_is_one(tmp_path: Path) -> None:
    process, numbers = start(tmp_path, ENDS_AT_ONCE)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    process.communicate(timeout=10)
    assert process.returncode == 0
    assert all_gone(numbers)


def test_a_second_request_kills_what_does_not_want_to_end(tmp_path: Path) -> None:
    process, numbers = start(tmp_path, REFUSES)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    while process.poll() is None and time.monotonic() - began < 10:
        time.sleep(0.6)  # longer apart than what counts as one request
        process.send_signal(signal.SIGINT)
    process.communicate(timeout=10)
    assert time.monotonic() - began < 8, "it must not wait for the whole grace"
    assert all_gone(numbers)


def test_killing_the_program_itself_ends_the_services_too(tmp_path: Path) -> None:
    process, numbers = start(tmp_path, "lambda *_: (child.kill(), os._exit(0))")
    os.kill(process.pid, signal.SIGKILL)
    process.communicate(timeout=10)
    assert all_gone(numbers)
