"""A process of its own on the outbox: `python -m almanac.outbox.tests.process <command> ...`.

Its tasks write what they do to a file named in their arguments, one line per act, so that tests see each run.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import django

django.setup()

from django.db import connection, transaction  # noqa: E402

from almanac.kit import clock  # noqa: E402
from almanac.outbox import actions, idempotency, worker  # noqa: E402
from almanac.outbox.models import IdempotencyKey  # noqa: E402
from almanac.outbox.registry import Job, task  # noqa: E402


def note(path: str, line: str) -> None:
    """Append a line in one write, which the system never mixes with another's."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, f"{line}\n".encode())
    os.close(file)


@task("test.stuck_once", lease_seconds=2, commit_with=False)
def stuck_once(job: Job) -> None:
    """The first attempt never ends by itself."""
    note(job.args["file"], f"begin {job.attempt}")
    if job.attempt == 1:
        threading.Event().wait()
    note(job.args["file"], f"end {job.attempt}")


@task("test.stuck_in_transaction", lease_seconds=2, commit_with=True)
def stuck_in_transaction(job: Job) -> None:
    """Writes, and the first attempt dies before its transaction is committed."""
    IdempotencyKey.objects.create(scope="effect", key=str(job.attempt), fingerprint="")
    note(job.args["file"], f"begin {job.attempt}")
    if job.attempt == 1:
        threading.Event().wait()


@task("test.slow", lease_seconds=1)
def slow(job: Job) -> None:
    """Takes four leases."""
    note(job.args["file"], f"begin {job.attempt}")
    threading.Event().wait(4)
    note(job.args["file"], f"end {job.attempt}")


@task("test.quick")
def quick(job: Job) -> None:
    note(job.args["file"], f"{os.getpid()} {job.args['number']}")


def enqueue(name: str, file: str, count: str = "1") -> None:
    now = clock.now()
    with transaction.atomic():
        for number in range(int(count)):
            actions.enqueue(name, args={"file": file, "number": number}, due_at=now)


def submit(key: str, file: str, threads: str) -> None:
    """The same request from several threads; each writes its answer to standard output."""
    pool = [threading.Thread(target=_submit_one, args=(key, file)) for _ in range(int(threads))]
    for thread in pool:
        thread.start()
    for thread in pool:
        thread.join()


def _submit_one(key: str, file: str) -> None:
    while not Path(file).with_suffix(".go").exists():
        threading.Event().wait(0.01)
    with transaction.atomic():
        stored = idempotency.begin("test", key, "same", clock.now())
        if stored is None:
            note(file, "ran")
            threading.Event().wait(0.3)
            answer = {"by": f"{os.getpid()}-{threading.get_ident()}"}
            idempotency.finish("test", key, status=201, response=answer)
        else:
            answer = stored.response
    connection.close()
    sys.stdout.write(json.dumps(answer) + "\n")


def work(threads: str = "1") -> None:
    worker.WorkerProcess(threads=int(threads)).run()


if __name__ == "__main__":
    commands: dict[str, Callable[..., None]] = {
        "enqueue": enqueue,
        "submit": submit,
        "work": work,
    }
    commands[sys.argv[1]](*sys.argv[2:])
