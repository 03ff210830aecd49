"""A crowd: several processes on one throw-away database that all try something at the same instant."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO, Any

from tests.databases import SERVER, throwaway

SIZE = 8
HEAD_START = 0.004  # seconds for the last process to have read its command


class Crowd:
    """`ask` lets one process do something now; `race` lets each do its own thing at one instant."""

    def __init__(self, environment: Mapping[str, str], size: int) -> None:
        theirs: list[tuple[int, int]] = []
        self._pipes: list[tuple[IO[str], IO[str]]] = []
        for _ in range(size):
            (reading, to_them), (from_them, writing) = os.pipe(), os.pipe()
            theirs.append((reading, writing))
            self._pipes.append((os.fdopen(to_them, "w"), os.fdopen(from_them)))
        self._launcher = subprocess.Popen(
            [sys.executable, "-m", "tests.races.worker", *(f"{reading},{writing}" for reading, writing in theirs)],
            cwd=SERVER,
            env=dict(environment),
            pass_fds=[pipe for pair in theirs for pipe in pair],
        )
        for pipe in (pipe for pair in theirs for pipe in pair):
            os.close(pipe)

    @property
    def size(self) -> int:
        return len(self._pipes)

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
            answer = self._hear(number)
            assert answer["won"], answer

    def race(self, commands: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """The answers, in order, of as many processes as there are commands; all begin at the same instant."""
        begin_at = time.monotonic() + HEAD_START
        for number, command in enumerate(commands):
            self._say(number, {**command, "begin_at": begin_at})
        return [self._hear(number) for number in range(len(commands))]

    def close(self) -> None:
        """Let everybody go: the end of its commands ends each process."""
        for to_them, from_them in self._pipes:
            to_them.close()
            from_them.close()
        try:
            self._launcher.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self._launcher.kill()
            self._launcher.wait()

    def _say(self, number: int, command: dict[str, Any]) -> None:
        pipe = self._pipes[number][0]
        pipe.write(json.dumps(command) + "\n")
        pipe.flush()

    def _hear(self, number: int) -> dict[str, Any]:
        line = self._pipes[number][1].readline()
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
