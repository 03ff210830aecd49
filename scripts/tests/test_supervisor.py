"""Services live and die together, and nothing they started outlives them."""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from almanac_cli import say, supervisor
from almanac_cli.supervisor import Service, Supervisor

# Starts a grandchild that would stay for minutes, writes its number down, and stays itself.
FAMILY = (
    "import subprocess, sys, time, pathlib\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)'])\n"
    "pathlib.Path(sys.argv[1]).write_text(str(child.pid))\n"
    "time.sleep(300)\n"
)


def service(name: str, where: Path, code: str, *arguments: str) -> Service:
    """A service that runs a line of Python."""
    return Service(name, [sys.executable, "-c", code, *arguments], where, dict(os.environ))


def is_running(pid: int) -> bool:
    """Whether a process is there and no zombie that only waits to be collected."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not (stat.exists() and stat.read_text().rsplit(")", 1)[1].split()[0] == "Z")


def read_when_written(path: Path) -> int:
    """The number another process writes into a file."""
    until(lambda: path.exists() and path.read_text() != "")
    return int(path.read_text())


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, ten seconds at most."""
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.01)


def test_one_dies_all_stop_and_its_last_words_are_shown(tmp_path: Path) -> None:
    dying = "import time; print('cannot reach the database', flush=True); raise SystemExit(3)"
    services = [service("family", tmp_path, FAMILY, str(tmp_path / "pid")), service("api", tmp_path, dying)]
    with Supervisor(services, tmp_path / "log") as running:
        grandchild = read_when_written(tmp_path / "pid")
        with pytest.raises(say.Trouble) as told:
            running.watch()

    assert "The api process ended with exit code 3" in str(told.value)
    assert "cannot reach the database" in str(told.value)
    until(lambda: not is_running(grandchild))


def test_a_service_that_cannot_be_started_stops_those_before_it(tmp_path: Path) -> None:
    missing = Service("web", [str(tmp_path / "no-such-program")], tmp_path, dict(os.environ))
    keep = Supervisor([service("api", tmp_path, "import time; time.sleep(300)"), missing], tmp_path / "log")
    with pytest.raises(say.Trouble, match="no-such-program could not be started"), keep:
        raise AssertionError("unreachable")
    assert keep.stopped()


def test_one_that_ignores_the_request_is_killed_after_the_grace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "GRACE_SECONDS", 0.2)
    stubborn = (
        "import os, pathlib, signal, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))\n"
        "time.sleep(300)\n"
    )
    with Supervisor([service("worker", tmp_path, stubborn, str(tmp_path / "pid"))], tmp_path / "log"):
        pid = read_when_written(tmp_path / "pid")
    assert not is_running(pid)


def test_only_errors_reach_the_terminal_and_all_of_it_the_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    talk = "print('all is well'); print('ERROR the disk is full', flush=True); import time; time.sleep(300)"
    with Supervisor([service("api", tmp_path, talk)], tmp_path / "log") as running:
        until(lambda: "disk" in (tmp_path / "log" / "api.log").read_text())
        running.look()
    shown = capsys.readouterr().out
    assert "api     | ERROR the disk is full" in shown
    assert "all is well" not in shown
    assert (tmp_path / "log" / "api.log").read_text() == "all is well\nERROR the disk is full\n"


def test_one_that_never_answers_is_told_after_its_time(tmp_path: Path) -> None:
    with (
        Supervisor([service("api", tmp_path, "import time; time.sleep(300)")], tmp_path / "log") as running,
        pytest.raises(say.Trouble, match="The API was not ready within 0 seconds: no answer"),
    ):
        running.wait_until(lambda: "no answer", what="The API", seconds=0)


def test_the_log_of_the_run_before_is_kept(tmp_path: Path) -> None:
    for words in ("first", "second"):
        one = service("api", tmp_path, f"print('{words}', flush=True); import time; time.sleep(300)")
        with Supervisor([one], tmp_path / "log"):
            until(lambda words=words: words in (tmp_path / "log" / "api.log").read_text())  # type: ignore[misc]
    assert (tmp_path / "log" / "api.log.1").read_text() == "first\n"
