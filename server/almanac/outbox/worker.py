"""The worker process: threads that run due tasks, and a main thread that minds the clock."""

from __future__ import annotations

import os
import signal
import socket
import threading
from types import FrameType
from uuid import UUID

import structlog
from django.db import close_old_connections, connection

from almanac.kit import clock
from almanac.outbox import attempts, dispatch, duties, running
from almanac.outbox.models import Task, Worker

SHORTEST_REST = 0.05
LONGEST_REST = 0.5  # seconds an idle thread waits between two looks: the longest a new task waits
REST_AFTER_ERROR = 2.0
ROUND = 1.0  # seconds between two rounds of duties
SEEN_EVERY = 10  # rounds
log = structlog.get_logger("almanac.outbox")


def drain(*, limit: int = 10_000) -> int:
    """Run what is due now, in this thread, until nothing is; tells how many attempts were made."""
    duties.all_due(now=clock.now())
    for count in range(limit):
        attempt = attempts.claim_next(now=clock.now())
        if attempt is None:
            return count
        running.run(attempt)
    return limit


def run_task(task_id: UUID) -> Task.State | None:
    """Run this task if it is due and free: the door for brokers. None when there was nothing to do."""
    attempt = attempts.claim(task_id, now=clock.now())
    return running.run(attempt) if attempt else None


class WorkerProcess:
    """Runs until told to stop, then lets each thread end its task."""

    def __init__(self, *, threads: int) -> None:
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._run_tasks, name=f"tasks-{number}") for number in range(threads)]
        self._row = Worker(host=socket.gethostname(), pid=os.getpid())

    def run(self) -> None:
        """Work until SIGTERM or SIGINT."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._on_signal)
        for thread in self._threads:
            thread.start()
        log.info("worker started", threads=len(self._threads), dispatcher=type(dispatch.current()).__name__)
        rounds = 0
        while not self._stop.is_set():
            self._round(rounds)
            rounds += 1
            self._stop.wait(ROUND)
        self._wind_down()

    def _on_signal(self, number: int, _: FrameType | None) -> None:
        self._stop.set()

    def _round(self, number: int) -> None:
        try:
            close_old_connections()
            now = clock.now()
            if number % SEEN_EVERY == 0:
                self._row.seen_at = now
                self._row.save()
            duties.all_due(now=now)
        except Exception as error:  # the database may be away for a while; the worker outlives it
            log.warning("duties failed", error=running.describe(error))
            connection.close()

    def _wind_down(self) -> None:
        log.info("worker stops when its running tasks have ended")
        for thread in self._threads:
            thread.join()
        Worker.objects.filter(pk=self._row.pk).delete()
        connection.close()

    def _run_tasks(self) -> None:
        rest = SHORTEST_REST
        while not self._stop.is_set():
            if self._run_one():
                rest = SHORTEST_REST
            else:
                self._stop.wait(rest)
                rest = min(rest * 2, LONGEST_REST)
        connection.close()

    def _run_one(self) -> bool:
        """Whether there was a task to run."""
        try:
            close_old_connections()
            attempt = attempts.claim_next(now=clock.now())
            if attempt is None:
                return False
            running.run(attempt)
        except Exception as error:  # claiming or recording failed: the lease will bring the task back
            log.warning("worker thread stumbled", error=running.describe(error))
            connection.close()
            self._stop.wait(REST_AFTER_ERROR)
            return False
        return True
