"""Runs several services together: all start, one dies all stop, Ctrl-C stops all and leaves nothing behind."""

import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from almanac_cli import logs, processes, say

LOOK_SECONDS = 0.2
GRACE_SECONDS = 12.0


@dataclass(frozen=True)
class Service:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    cwd: Path
    env: Mapping[str, str]


class Supervisor:
    """A context manager: the services run inside it and have all ended after it."""

    def __init__(self, services: Sequence[Service], log_dir: Path, *, verbose: bool = False) -> None:
        self.services = services
        self.log_dir = log_dir
        self.verbose = verbose
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._tails: dict[str, logs.Tail] = {}

    def __enter__(self) -> "Supervisor":
        try:
            for service in self.services:
                self._start(service)
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()

    def _start(self, service: Service) -> None:
        log = logs.fresh(self.log_dir / f"{service.name}.log")
        with log.open("ab") as output:
            self._running[service.name] = processes.start(
                service.command, cwd=service.cwd, env=service.env, output=output.fileno()
            )
        self._tails[service.name] = logs.Tail(log)

    def look(self) -> None:
        """Show what the logs say and raise Trouble when a service has ended."""
        for name, tail in self._tails.items():
            for line in tail.new_lines():
                if self.verbose or logs.is_error(line):
                    say.line(f"{name:<7} | {line}")
        for name, process in self._running.items():
            code = process.poll()
            if code is not None:
                raise say.Trouble(self._obituary(name, code))

    def _obituary(self, name: str, code: int) -> str:
        log = self._tails[name].path
        end = processes.last_lines(log.read_text(encoding="utf-8", errors="replace"), 15)
        how = f"was ended by signal {-code}" if code < 0 else f"ended with exit code {code}"
        return f"The {name} process {how}, so everything is being stopped. The end of {log}:\n\n{end}"

    def wait_until(self, problem: Callable[[], str | None], *, what: str, seconds: float) -> None:
        """Wait until there is no problem left, watching the services. Raises Trouble with it when time is over."""
        deadline = time.monotonic() + seconds
        while found := problem():
            self.look()
            if time.monotonic() > deadline:
                raise say.Trouble(
                    f"{what} was not ready within {seconds:.0f} seconds: {found}. The logs are in {self.log_dir}."
                )
            time.sleep(LOOK_SECONDS)

    def watch(self) -> None:
        """Stay until a service dies (Trouble) or somebody asks to stop (Stopped)."""
        while True:
            self.look()
            time.sleep(LOOK_SECONDS)

    def stop(self) -> None:
        """End every service and all it started."""
        processes.end(list(self._running.values()), grace=GRACE_SECONDS)
        self._running.clear()

    def stopped(self) -> bool:
        """Whether nothing it started is left."""
        return not self._running
