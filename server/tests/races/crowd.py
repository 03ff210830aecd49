"""A crowd: several processes on one throw-away database that all try something at the same instant."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from tests.databases import SERVER, throwaway

SIZE = 8
HEAD_START = 0.004  # seconds for the last process to have read its command


class Crowd:
    """`ask` lets one process do something now; `race` lets each do its own thing at one instant."""

    def __init__(self, environment: Mapping[str, str], size: int) -> None:
        self.processes = [
            subprocess.Popen(
                [sys.executable, "-m", "tests.races.worker"], cwd=SERVER, env=dict(environment), text=True,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )
            for _ in range(size)
        ]

    @property
    def size(self) -> int:
        return len(self.processes)

    def ask(self, what: str, **arguments: Any) -> Any:
        """One process's result. Raises AssertionError when it could not."""
        self._say(0, {"do": what, **arguments})
        answer = self._hear(0)
        assert answer["won"], answer
        return answer["result"]

    def everyone(self, what: str) -> None:
        """Each process does the same, one after another."""
        for number in range(self.size):
            self._say(number, {"do": what})
            assert self._hear(number)["won"]

    def race(self, commands: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The answers, in order, of as many processes as there are commands; all begin at the same instant."""
        begin_at = time.monotonic() + HEAD_START
        for number, command in enumerate(commands):
            self._say(number, {**command, "begin_at": begin_at})
        return [self._hear(number) for number in range(len(commands))]

    def close(self) -> None:
        for process in self.processes:
            process.kill()
            process.communicate()

    def _say(self, number: int, command: dict[str, Any]) -> None:
        pipe = self.processes[number].stdin
        assert pipe is not None
        pipe.write(json.dumps(command) + "\n")
        pipe.flush()

    def _hear(self, number: int) -> dict[str, Any]:
        pipe = self.processes[number].stdout
        assert pipe is not None
        line = pipe.readline()
        assert line, f"process {number} of the crowd died"
        answer: dict[str, Any] = json.loads(line)
        return answer


@contextmanager
def crowd(vendor: str, *, size: int = SIZE) -> Iterator[Crowd]:
    """A crowd on a fresh database of this vendor; both are gone afterwards."""
    with throwaway(vendor) as environment:
        gathered = Crowd(environment, size)
        try:
            yield gathered
        finally:
            gathered.close()
