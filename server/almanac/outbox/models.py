"""Tables of what happened (events), what follows (tasks), what recurs (schedule), and kept answers."""

from __future__ import annotations

from django.db import models

from almanac.kit.fields import Row


class EventRow(Row):
    """Something that happened, written in the transaction that made it happen: audit trail and outbox in one.

    `payload` holds ids and plain facts; `personal` holds what must be erasable and is emptied on erasure.
    """

    name = models.CharField(max_length=80)
    at = models.DateTimeField()
    actor_role = models.CharField(max_length=16)
    user_id = models.UUIDField(null=True)
    business_id = models.UUIDField(null=True)
    payload = models.JSONField()
    personal = models.JSONField(null=True)

    class Meta:
        db_table = "outbox_event"
        verbose_name = "event"
        indexes = [
            models.Index(fields=["business_id", "at"], name="event_business_at"),
            models.Index(fields=["name", "at"], name="event_name_at"),
            models.Index(fields=["at", "id"], name="event_at"),
            models.Index(fields=["user_id", "at"], name="event_user_at"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.at:%Y-%m-%d %H:%M:%S}"


class Task(Row):
    """One thing to do, once: a reaction to an event, a scheduled duty, or work asked for by an action."""

    class State(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        DEAD = "dead"  # tried too often or given up; a person must look

    event = models.ForeignKey(EventRow, on_delete=models.PROTECT, null=True, related_name="tasks")
    name = models.CharField(max_length=80)
    args = models.JSONField(default=dict)
    key = models.CharField(max_length=200, null=True, unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.QUEUED)
    due_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    attempt_token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)  # last handed to the broker; stays empty with the local dispatcher
    finished_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)  # class and place of the error, never its words

    class Meta:
        db_table = "outbox_task"
        constraints = [
            models.UniqueConstraint(fields=["event", "name"], name="task_once_per_event"),
            models.CheckConstraint(
                condition=~models.Q(state="running") | models.Q(attempt_token__isnull=False, lease_until__isnull=False),
                name="task_running_has_lease",
            ),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="task_queued", condition=models.Q(state="queued")),
            models.Index(fields=["lease_until"], name="task_running", condition=models.Q(state="running")),
            models.Index(fields=["state", "finished_at"], name="task_finished"),
            models.Index(fields=["name", "state"], name="task_name_state"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"


class ScheduleEntry(Row):
    """When a recurring duty is due next; the row is what keeps two workers from doing it twice."""

    name = models.CharField(max_length=80, unique=True)
    next_at = models.DateTimeField()

    class Meta:
        db_table = "outbox_schedule"
        verbose_name_plural = "schedule entries"

    def __str__(self) -> str:
        return self.name


class Worker(Row):
    """A worker process and when it was last seen; the health check reads it."""

    host = models.CharField(max_length=255)
    pid = models.PositiveIntegerField()
    seen_at = models.DateTimeField()

    class Meta:
        db_table = "outbox_worker"

    def __str__(self) -> str:
        return f"{self.host}:{self.pid}"


class IdempotencyKey(Row):
    """The kept answer to a request that may be sent twice; `status` is empty until it is answered."""

    scope = models.CharField(max_length=120)
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(null=True)
    response = models.JSONField(null=True)

    class Meta:
        db_table = "outbox_idempotency_key"
        constraints = [models.UniqueConstraint(fields=["scope", "key"], name="idempotency_scope_key")]
        indexes = [models.Index(fields=["created_at"], name="idempotency_created")]

    def __str__(self) -> str:
        return f"{self.scope} {self.created_at:%Y-%m-%d}"
