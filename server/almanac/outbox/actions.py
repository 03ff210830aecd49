"""Writing events and tasks: always in the transaction of the change they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from almanac.kit.actor import Actor
from almanac.outbox import dispatch, registry
from almanac.outbox.errors import OutsideTransaction
from almanac.outbox.events import Event
from almanac.outbox.models import EventRow, IdempotencyKey, Task, Worker

KEEP_IDEMPOTENCY_KEYS = timedelta(days=30)
KEEP_DONE_REACTIONS = timedelta(days=30)
KEEP_DONE_DUTIES = timedelta(days=1)
KEEP_WORKERS = timedelta(days=1)
PURGE_AT_ONCE = 1000  # rows a statement, so that a purge never blocks bookings for long
_gathering: ContextVar[list[EventRow] | None] = ContextVar("events to write together", default=None)


def emit(event: Event, *, actor: Actor, at: datetime, personal: Mapping[str, Any] | None = None) -> EventRow:
    """Record that something happened, with one task for each reaction to it, and do what is done at once: all in the caller's
    transaction.

    `personal` is for before/after values that must be erasable. Raises OutsideTransaction, and what is done at once raises.
    """
    if not transaction.get_connection().in_atomic_block:
        raise OutsideTransaction(f"{event.name} was emitted outside a transaction")
    payload = event.to_payload()
    row = EventRow(
        name=event.name,
        at=at,
        actor_role=actor.role.value,
        user_id=actor.user_id,
        business_id=getattr(event, "business_id", None),
        payload=payload,
        personal=dict(personal) if personal else None,
    )
    together = _gathering.get()
    if together is None:
        _write([row])
    else:
        together.append(row)
    for handler in registry.done_at_once(event.name):
        handler(event, at)
    return row


@contextmanager
def gathered() -> Iterator[None]:
    """Write all events emitted inside, and their tasks, in two statements at its end. It belongs inside a transaction."""
    if _gathering.get() is not None:
        yield
        return
    rows: list[EventRow] = []
    before = _gathering.set(rows)
    try:
        yield
    finally:
        _gathering.reset(before)
    _write(rows)


def _write(rows: Sequence[EventRow]) -> None:
    EventRow.objects.bulk_create(rows)
    wanted = [Task(event=row, name=name, due_at=row.at) for row in rows for name in registry.reactions_to(row.name)]
    tasks = Task.objects.bulk_create(wanted)
    dispatch.after_commit([item.pk for item in tasks])


def enqueue(task_name: str, *, args: Mapping[str, Any], due_at: datetime, key: str | None = None) -> Task:
    """Ask for a task at or after `due_at`. With a `key` it is asked for once: a second call returns the first row."""
    values = {"name": task_name, "args": dict(args), "due_at": due_at}
    if key is None:
        row, is_new = Task.objects.create(**values), True
    else:
        row, is_new = Task.objects.get_or_create(key=key, defaults=values)
    if is_new:
        dispatch.after_commit([row.pk])
    return row


def retry(*, task_id: UUID, now: datetime) -> bool:
    """Give a dead task a fresh set of attempts; False when it is not dead."""
    changed = Task.objects.filter(pk=task_id, state=Task.State.DEAD).update(
        state=Task.State.QUEUED, due_at=now, attempts=0, finished_at=None, sent_at=None
    )
    return changed > 0


def purge(*, now: datetime) -> int:
    """Remove done tasks and kept answers that are past their time; dead tasks and events stay. Tells how many."""
    done = Task.objects.filter(state=Task.State.DONE)
    return sum(
        _delete_in_steps(rows)
        for rows in (
            done.filter(event=None, finished_at__lt=now - KEEP_DONE_DUTIES),
            done.filter(finished_at__lt=now - KEEP_DONE_REACTIONS),
            IdempotencyKey.objects.filter(created_at__lt=now - KEEP_IDEMPOTENCY_KEYS),
            Worker.objects.filter(seen_at__lt=now - KEEP_WORKERS),
        )
    )


def _delete_in_steps(rows: Any) -> int:
    total = 0
    while ids := list(rows.values_list("pk", flat=True)[:PURGE_AT_ONCE]):
        rows.model.objects.filter(pk__in=ids).delete()
        total += len(ids)
    return total
