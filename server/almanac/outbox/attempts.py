"""The life of one attempt at a task: claimed with a lease, kept alive, then done, tried later, or dead.

Nobody but the holder of the attempt's token may record its end, so a worker that was thought dead and wakes up again
cannot mark, or undo, what another one has taken over.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import QuerySet

from almanac.kit import ids
from almanac.outbox import registry
from almanac.outbox.errors import AttemptLost
from almanac.outbox.models import EventRow, Task
from almanac.outbox.registry import TaskSpec

LONGEST_DELAY = timedelta(hours=1)
LEASE_OF_UNKNOWN = 30
SEEN_AT_ONCE = 8  # more than workers usually are at one moment: whoever is second has another at hand
log = structlog.get_logger("almanac.outbox")


@dataclass(frozen=True, slots=True)
class Attempt:
    """The right to run one task now, until the lease is over."""

    task_id: UUID
    token: UUID
    name: str
    args: dict[str, Any]
    number: int
    event: EventRow | None


def claim_next(*, now: datetime) -> Attempt | None:
    """Take the task that has been due longest, or None. Two callers never get the same one.

    It is looked for without a lock, so that an idle worker makes no booking wait on SQLite, and taken by one statement that
    changes it only where it is still free: who comes second tries the next. Two SQL queries where nobody else is at it.
    """
    due = _due(now).order_by("due_at", "pk")
    while found := list(due[:SEEN_AT_ONCE]):
        for task in found:
            if attempt := _take(task, now=now):
                return attempt
    return None


def claim(task_id: UUID, *, now: datetime) -> Attempt | None:
    """Take this task, or None when it is not due, is taken, or is over."""
    task = _due(now).filter(pk=task_id).first()
    return _take(task, now=now) if task else None


def _due(now: datetime) -> QuerySet[Task]:
    return Task.objects.filter(state=Task.State.QUEUED, due_at__lte=now).select_related("event")


def _take(task: Task, *, now: datetime) -> Attempt | None:
    """The right to run the task as it was seen; None where somebody took it, or tried it, meanwhile."""
    attempt = Attempt(task.pk, ids.new_id(), task.name, task.args, task.attempts + 1, task.event)
    changed = (
        _due(now)
        .filter(pk=task.pk, attempts=task.attempts)
        .update(
            state=Task.State.RUNNING,
            attempts=attempt.number,
            attempt_token=attempt.token,
            lease_until=now + _lease(registry.spec_of(task.name)),
        )
    )
    return attempt if changed else None


def renew(attempt: Attempt, *, now: datetime) -> bool:
    """Prolong the lease of a running attempt; False when it was lost meanwhile, and lost it stays."""
    changed = _held(attempt).update(lease_until=now + _lease(registry.spec_of(attempt.name)))
    return changed > 0


def recover(*, now: datetime) -> int:
    """Queue again the tasks whose worker stopped renewing its lease; those out of attempts are dead. Tells how many."""
    lost = Task.objects.filter(state=Task.State.RUNNING, lease_until__lte=now)
    if not lost.exists():
        return 0
    count = 0
    with transaction.atomic():
        for task in lost.select_for_update(skip_locked=True):
            count += 1
            if task.attempts >= _max_attempts(task.name):
                _bury(Task.objects.filter(pk=task.pk), task.name, "the worker died each time", now=now)
            else:
                _queue(Task.objects.filter(pk=task.pk), due_at=now, error="the worker died")
    log.warning("tasks recovered", count=count)
    return count


def back_off(spec: TaskSpec | None, attempt: int, *, spread: float | None = None) -> timedelta:
    """How long to wait after the given attempt: doubling from the first delay to an hour, spread by +-25 %."""
    first = timedelta(seconds=spec.first_delay_seconds if spec else LEASE_OF_UNKNOWN)
    share = random.random() if spread is None else spread  # noqa: S311  not a secret
    doubled: timedelta = first * 2 ** min(attempt - 1, 20)
    return min(doubled, LONGEST_DELAY) * (0.75 + share / 2)


def finish(attempt: Attempt, *, now: datetime) -> None:
    """Record that the task is done. Raises AttemptLost when somebody else has it now."""
    changed = _held(attempt).update(
        state=Task.State.DONE, finished_at=now, attempt_token=None, lease_until=None, last_error=""
    )
    if not changed:
        raise AttemptLost


def fail(attempt: Attempt, reason: str, *, delay: timedelta | None, now: datetime) -> Task.State:
    """Record a failed attempt: tried again after `delay`, or dead when there is none or it was the last attempt.

    `reason` must hold no personal data.
    """
    if delay is None or attempt.number >= _max_attempts(attempt.name):
        _bury(_held(attempt), attempt.name, reason, now=now)
        return Task.State.DEAD
    _queue(_held(attempt), due_at=now + delay, error=reason)
    return Task.State.QUEUED


def _queue(rows: QuerySet[Task], *, due_at: datetime, error: str) -> None:
    rows.update(
        state=Task.State.QUEUED,
        due_at=due_at,
        attempt_token=None,
        lease_until=None,
        sent_at=None,
        last_error=error[:300],
    )


def _bury(rows: QuerySet[Task], name: str, reason: str, *, now: datetime) -> None:
    if rows.update(
        state=Task.State.DEAD, finished_at=now, attempt_token=None, lease_until=None, last_error=reason[:300]
    ):
        log.error("task dead", task=name, reason=reason)


def _held(attempt: Attempt) -> QuerySet[Task]:
    return Task.objects.filter(pk=attempt.task_id, attempt_token=attempt.token)


def _lease(spec: TaskSpec | None) -> timedelta:
    return timedelta(seconds=spec.lease_seconds if spec else LEASE_OF_UNKNOWN)


def _max_attempts(name: str) -> int:
    spec = registry.spec_of(name)
    return spec.max_attempts if spec else 20
