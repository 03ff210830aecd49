"""Running one attempt: calls the handler, keeps the lease alive meanwhile, and records how it ended."""

from __future__ import annotations

import traceback
from datetime import timedelta
from pathlib import Path

import structlog
from django.db import transaction

from almanac.kit import clock
from almanac.outbox import attempts, registry
from almanac.outbox.attempts import Attempt
from almanac.outbox.errors import AttemptLost, GiveUp, RetryLater
from almanac.outbox.events import Fact
from almanac.outbox.leases import kept_alive
from almanac.outbox.models import EventRow, Task
from almanac.outbox.registry import Job, TaskSpec

log = structlog.get_logger("almanac.outbox")


def run(attempt: Attempt) -> Task.State:
    """Run the handler and record how it ended. Never raises for what a handler does."""
    spec = registry.spec_of(attempt.name)
    try:
        if spec is None:
            raise RetryLater("no such task in this version")
        with kept_alive(attempt, every_seconds=spec.lease_seconds / 3):
            _handle(spec, attempt)
    except AttemptLost:
        log.warning("attempt lost", task=attempt.name, id=str(attempt.task_id))
        return Task.State.RUNNING
    except GiveUp as error:
        return _fail(attempt, error.reason, None)
    except RetryLater as error:
        return _fail(attempt, error.reason, error.delay or attempts.back_off(spec, attempt.number))
    except Exception as error:  # a handler's bug must not stop the worker
        log.warning(
            "task failed", task=attempt.name, id=str(attempt.task_id), attempt=attempt.number, error=describe(error)
        )
        return _fail(attempt, describe(error), attempts.back_off(spec, attempt.number))
    return Task.State.DONE


def _handle(spec: TaskSpec, attempt: Attempt) -> None:
    job = Job(attempt.task_id, attempt.args, attempt.number, clock.now(), _fact(attempt.event))
    if not spec.commit_with:
        spec.handler(job)
        attempts.finish(attempt, now=clock.now())
        return
    with transaction.atomic():
        spec.handler(job)
        attempts.finish(attempt, now=clock.now())


def _fail(attempt: Attempt, reason: str, delay: timedelta | None) -> Task.State:
    return attempts.fail(attempt, reason, delay=delay, now=clock.now())


def describe(error: BaseException) -> str:
    """Class and place of an error: enough to find it, and no words that could name a person."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "almanac" in Path(frame.filename).parts] or frames
    place = f" at {Path(ours[-1].filename).name}:{ours[-1].lineno}" if ours else ""
    return f"{type(error).__module__}.{type(error).__qualname__}{place}"


def _fact(row: EventRow | None) -> Fact | None:
    if row is None:
        return None
    return Fact(row.pk, row.name, row.at, row.business_id, row.actor_role, row.user_id, row.payload)
