"""What keeps the tasks moving, whoever runs them: the clock's schedule, lost leases, and messages lost on the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction

from almanac.outbox import actions, attempts, dispatch, registry
from almanac.outbox.models import ScheduleEntry, Task
from almanac.outbox.providers.base import Dispatcher

SEND_AGAIN_AFTER = timedelta(seconds=20)
SENT_AT_ONCE = 500
SENT_BY_COMMIT = timedelta(seconds=2)  # what was sent when it was committed has had its chance by then


def all_due(*, now: datetime) -> None:
    """One round of all duties; any number of processes may do this at the same time."""
    attempts.recover(now=now)
    enqueue_scheduled(registry.schedule(), now=now)
    sweep(dispatch.current(), now=now)


def enqueue_scheduled(schedule: Mapping[str, int], *, now: datetime) -> list[str]:
    """Queue each recurring task whose time has come and which isn't still waiting or running. Tells their names."""
    known = dict(ScheduleEntry.objects.values_list("name", "next_at"))
    missing = [ScheduleEntry(name=name, next_at=now) for name in schedule if name not in known]
    if missing:
        ScheduleEntry.objects.bulk_create(missing, ignore_conflicts=True)
    due = [name for name in schedule if known.get(name, now) <= now]
    return [name for name in due if _take_turn(name, schedule[name], now=now)]


def _take_turn(name: str, seconds: int, *, now: datetime) -> bool:
    with transaction.atomic():
        rows = ScheduleEntry.objects.filter(name=name, next_at__lte=now)
        if not rows.update(next_at=now + timedelta(seconds=seconds)):
            return False  # another worker was first: the row lock decides
        if Task.objects.filter(name=name, event=None, state__in=[Task.State.QUEUED, Task.State.RUNNING]).exists():
            return False
        actions.enqueue(name, args={}, due_at=now)
    return True


def sweep(dispatcher: Dispatcher, *, now: datetime) -> int:
    """Send (again) the due tasks that nobody took: delayed ones, and those whose message was lost. Tells how many."""
    if dispatcher.runs_locally:
        return 0
    due = Task.objects.filter(state=Task.State.QUEUED, due_at__lte=now - SENT_BY_COMMIT)
    waiting = due.exclude(sent_at__gt=now - SEND_AGAIN_AFTER).order_by("due_at")
    task_ids = list(waiting.values_list("pk", flat=True)[:SENT_AT_ONCE])
    if not task_ids or not dispatch.send(dispatcher, task_ids):
        return 0
    Task.objects.filter(pk__in=task_ids).update(sent_at=now)
    return len(task_ids)
