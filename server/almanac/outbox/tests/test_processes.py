"""Killed workers, several workers, double submits: with real processes, on both databases."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from almanac.outbox.tests.processes import Database, wait_until
from tests.workers import own_redis

pytestmark = pytest.mark.race
BROKER = own_redis(
    os.environ.get("ALMANAC_TEST_BROKER_URL", "redis://127.0.0.1:6379/9"), os.environ.get("PYTEST_XDIST_WORKER", "")
)


def lines(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


def end(process: subprocess.Popen[str], number: signal.Signals = signal.SIGTERM) -> int:
    process.send_signal(number)
    return process.wait(timeout=20)


@pytest.mark.parametrize("task", ["test.stuck_once", "test.stuck_in_transaction"])
def test_a_killed_worker_loses_nothing(database: Database, tmp_path: Path, task: str) -> None:
    file = tmp_path / "acts"
    database.call("enqueue", task, str(file))
    first = database.start("work")
    wait_until(lambda: lines(file) == ["begin 1"])
    end(first, signal.SIGKILL)
    second = database.start("work")
    try:
        wait_until(lambda: database.rows("SELECT state FROM outbox_task WHERE name LIKE 'test.%'") == [("done",)])
    finally:
        assert end(second) == 0
    assert database.rows("SELECT attempts, last_error FROM outbox_task WHERE name LIKE 'test.%'") == [(2, "")]
    assert "begin 2" in lines(file)
    effects = [] if task == "test.stuck_once" else [("2",)]
    assert database.rows("SELECT key FROM outbox_idempotency_key") == effects


def test_a_living_worker_keeps_its_lease(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "acts"
    database.call("enqueue", "test.slow", str(file))
    workers = [database.start("work"), database.start("work")]
    try:
        wait_until(lambda: database.rows("SELECT state FROM outbox_task WHERE name LIKE 'test.%'") == [("done",)])
    finally:
        assert [end(worker) for worker in workers] == [0, 0]
    assert lines(file) == ["begin 1", "end 1"]


def test_a_stopped_worker_ends_its_task_first(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "acts"
    database.call("enqueue", "test.slow", str(file))
    worker = database.start("work")
    wait_until(lambda: lines(file) == ["begin 1"])
    assert end(worker) == 0
    assert lines(file) == ["begin 1", "end 1"]
    assert database.rows("SELECT state FROM outbox_task WHERE name LIKE 'test.%'") == [("done",)]
    assert database.rows("SELECT pid FROM outbox_worker") == []


def test_two_workers_share_without_doing_anything_twice(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "acts"
    workers = [database.start("work", "2"), database.start("work", "2")]
    try:
        wait_until(lambda: len(database.rows("SELECT pid FROM outbox_worker")) == 2)
        database.call("enqueue", "test.quick", str(file), "150")
        wait_until(lambda: len(lines(file)) >= 150)
    finally:
        assert [end(worker) for worker in workers] == [0, 0]
    done = [line.split() for line in lines(file)]
    assert sorted(int(number) for _, number in done) == list(range(150))
    assert {pid for pid, _ in done} == {str(worker.pid) for worker in workers}


def test_a_double_submit_runs_once(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "acts"
    submitters = [database.start("submit", "key", str(file), "4") for _ in range(3)]
    file.with_suffix(".go").touch()
    answers = [line for submitter in submitters for line in submitter.communicate(timeout=60)[0].splitlines()]
    assert lines(file) == ["ran"]
    assert len(answers) == 12, database.complaints
    assert len(set(answers)) == 1


@pytest.fixture
def brokered(database: Database) -> Database:
    """The same database with Celery as the carrier."""
    pytest.importorskip("celery")
    address = urlsplit(BROKER)
    try:
        socket.create_connection((address.hostname or "", address.port or 6379), timeout=1).close()
    except OSError:
        pytest.skip("the broker does not answer")
    return replace(database, settings=(("TASK_DISPATCHER", "celery"), ("CELERY_BROKER_URL", BROKER)))


def test_celery_carries_the_tasks_and_a_lost_message_is_sent_again(
    brokered: Database, database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "acts"
    database.call("enqueue", "test.quick", str(file), "3")  # not sent: as if the broker had lost them
    brokered.call("enqueue", "test.quick", str(file), "20")
    runner = brokered.python(
        "celery",
        "-A",
        "almanac.config.celery",
        "worker",
        "-I",
        "almanac.outbox.tests.process",
        "--concurrency",
        "2",
        "--loglevel",
        "ERROR",
    )
    clock = brokered.start("work")
    done = "SELECT count(*) FROM outbox_task WHERE state = 'done' AND name LIKE 'test.%'"
    try:
        wait_until(lambda: database.rows(done) == [(23,)], seconds=60)
    finally:
        end(runner)  # Celery ends by the signal it was sent
        assert end(clock) == 0
    assert len(lines(file)) == 23
    attempts = database.rows("SELECT DISTINCT attempts FROM outbox_task WHERE name LIKE 'test.%'")
    assert attempts == [(1,)]
