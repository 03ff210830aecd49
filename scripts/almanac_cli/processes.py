"""Starting commands so that they, and everything they start, can be ended."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from almanac_cli import say, stopping

PR_SET_PDEATHSIG = 1  # prctl(2)
KILL_SIGNAL = getattr(signal, "SIGKILL", signal.SIGTERM)


def start(
    command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None, output: IO[bytes] | int | None = None
) -> subprocess.Popen[bytes]:
    """Start a command as the head of its own process group, without standard input. Raises Trouble if it cannot."""
    try:
        return subprocess.Popen(
            list(command),
            cwd=cwd,
            env=dict(env) if env is not None else None,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output is not None else None,
            start_new_session=os.name != "nt",
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            preexec_fn=_die_with_parent(),  # noqa: PLW1509 - no threads here
        )
    except OSError as problem:
        raise say.Trouble(f"{command[0]} could not be started: {problem.strerror}.") from problem


def _die_with_parent() -> Callable[[], None] | None:
    """On Linux the kernel ends the child when this program is killed outright, so that no port stays taken."""
    if not sys.platform.startswith("linux"):
        return None
    prctl = ctypes.CDLL(None).prctl

    def ask() -> None:
        prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)

    return ask


def signal_group(process: subprocess.Popen[bytes], number: int) -> None:
    """Send a signal to a command and all it started."""
    if os.name == "nt":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S607
        return
    # Either means that the group is gone; macOS answers EPERM for a group of zombies.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def end(running: Sequence[subprocess.Popen[bytes]], *, grace: float) -> None:
    """Ask the commands to end, wait up to `grace` seconds (less if asked again), then kill what is left."""
    with stopping.clean_up():
        for process in running:
            signal_group(process, signal.SIGTERM)
        deadline = time.monotonic() + grace
        while any(process.poll() is None for process in running):
            if time.monotonic() > deadline or stopping.hurried():
                break
            time.sleep(0.05)
        for process in running:
            signal_group(process, KILL_SIGNAL)  # also reaches children that outlived the head of their group
        for process in running:
            process.wait()


def run(command: Sequence[str], *, cwd: Path, env: Mapping[str, str] | None = None, log: Path | None = None) -> int:
    """Run a command to its end and return its exit code; its output goes to the terminal, or is added to `log`."""
    if log is None:
        return _finish(start(command, cwd=cwd, env=env))
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("ab") as output:
        return _finish(start(command, cwd=cwd, env=env, output=output))


def _finish(process: subprocess.Popen[bytes]) -> int:
    try:
        return process.wait()
    except BaseException:
        end([process], grace=5)
        raise


def must(command: Sequence[str], *, cwd: Path, what: str, log: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a quiet command; when it fails, raise Trouble with the end of what it wrote."""
    log.parent.mkdir(parents=True, exist_ok=True)
    begins_at = log.stat().st_size if log.exists() else 0
    code = run(command, cwd=cwd, env=env, log=log)
    if code:
        with log.open("rb") as written:
            written.seek(begins_at)
            said = written.read().decode(errors="replace")
        raise say.Trouble(f"{ends(said)}\n\n{what} failed (exit code {code}). All it wrote is in {log}.")


def ends(text: str, first: int = 12, last: int = 30) -> str:
    """A text, without its middle when it is long: some programs say the reason first, some last."""
    lines = text.rstrip().splitlines()
    if len(lines) <= first + last:
        return "\n".join(lines)
    return "\n".join([*lines[:first], f"    ... ({len(lines) - first - last} lines left out)", *lines[-last:]])


def last_lines(text: str, count: int) -> str:
    """The end of a text."""
    return "\n".join(text.rstrip().splitlines()[-count:])
