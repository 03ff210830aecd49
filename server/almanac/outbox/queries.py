"""What is going on in the outbox: how far behind it is, and what is dead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max, Min

from almanac.outbox.models import Task, Worker

LATE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Lag:
    """The outbox at an instant. `behind_seconds` is how long the oldest due task has waited; 0 when none waits."""

    behind_seconds: int
    waiting: int
    dead: int
    worker_seen_at: datetime | None

    def worker_is_alive(self, now: datetime, *, within_seconds: int = 60) -> bool:
        """Whether any worker was seen lately."""
        return self.worker_seen_at is not None and (now - self.worker_seen_at).total_seconds() <= within_seconds


def lag(now: datetime) -> Lag:
    """How the worker keeps up, in four small SQL queries; the readiness check asks this."""
    due = Task.objects.filter(state=Task.State.QUEUED, due_at__lte=now)
    oldest: datetime | None = due.aggregate(oldest=Min("due_at"))["oldest"]
    return Lag(
        behind_seconds=int((now - oldest).total_seconds()) if oldest else 0,
        waiting=due.count(),
        dead=Task.objects.filter(state=Task.State.DEAD).count(),
        worker_seen_at=Worker.objects.aggregate(seen=Max("seen_at"))["seen"],
    )


def worker_state(*, now: datetime) -> str:
    """ "ok", or what is wrong with the work behind the pages, in a few words for the readiness check."""
    found = lag(now)
    if not found.worker_is_alive(now):
        return "no worker was seen in the last minute"
    if found.behind_seconds > LATE_SECONDS:
        return f"{found.waiting} tasks wait, the oldest for {found.behind_seconds} s"
    return "ok"
