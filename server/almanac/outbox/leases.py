"""Keeping the leases of running tasks alive: one thread of the process renews them all, so that a task costs no thread."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic

import structlog
from django.db import connection

from almanac.kit import clock
from almanac.outbox import attempts
from almanac.outbox.attempts import Attempt

log = structlog.get_logger("almanac.outbox")


@dataclass(eq=False, slots=True)
class _Held:
    attempt: Attempt
    every_seconds: float
    next_at: float


class Keeper:
    """Renews what is held, each in its own rhythm. Its thread begins with the first and ends with the process."""

    def __init__(self) -> None:
        self.pid = os.getpid()
        self._changed = threading.Condition()
        self._held: set[_Held] = set()
        self._wakes_at: float | None = None  # None: only when told
        self._thread: threading.Thread | None = None

    def hold(self, attempt: Attempt, every_seconds: float) -> _Held:
        """Renew this one until it is let go, or lost to somebody else."""
        held = _Held(attempt, every_seconds, monotonic() + every_seconds)
        with self._changed:
            self._held.add(held)
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="leases", daemon=True)
                self._thread.start()
            elif self._wakes_at is None or held.next_at < self._wakes_at:
                self._changed.notify()
        return held

    def let_go(self, held: _Held) -> None:
        """Its block is over. A renewal that is just on its way finds no such attempt any more and changes nothing."""
        with self._changed:
            self._held.discard(held)

    def _run(self) -> None:
        while True:
            turn = self._turn()
            for held in turn:
                self._renew(held)
            if turn:
                connection.close()

    def _turn(self) -> list[_Held]:
        """Those whose time has come; waits for it, or to be told."""
        with self._changed:
            self._wakes_at = min((held.next_at for held in self._held), default=None)
            now = monotonic()
            if self._wakes_at is None or self._wakes_at > now:
                self._changed.wait(None if self._wakes_at is None else self._wakes_at - now)
            now = monotonic()
            turn = [held for held in self._held if held.next_at <= now]
            for held in turn:
                held.next_at = now + held.every_seconds
            return turn

    def _renew(self, held: _Held) -> None:
        try:
            if not attempts.renew(held.attempt, now=clock.now()):
                self.let_go(held)
        except Exception as error:  # the database may be away: tried again at the next turn
            log.warning("lease not renewed", task=held.attempt.name, error=type(error).__qualname__)
            connection.close()


_keeper = Keeper()


@contextmanager
def kept_alive(attempt: Attempt, *, every_seconds: float) -> Iterator[None]:
    """Renew the attempt's lease for as long as the block runs."""
    keeper = _of_this_process()
    held = keeper.hold(attempt, every_seconds)
    try:
        yield
    finally:
        keeper.let_go(held)


def _of_this_process() -> Keeper:
    """A fork has the parent's keeper, but not its thread."""
    global _keeper  # noqa: PLW0603  one a process
    if _keeper.pid != os.getpid():
        _keeper = Keeper()
    return _keeper
