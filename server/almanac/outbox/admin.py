"""Support's view of events and tasks: search, states, and another try for what is dead. Nothing is edited by hand."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Model, QuerySet
from django.http import HttpRequest

from almanac.kit import clock
from almanac.outbox import actions
from almanac.outbox.models import EventRow, ScheduleEntry, Task, Worker


class ReadOnly(admin.ModelAdmin):  # type: ignore[type-arg]
    """Shows rows, changes none."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class TasksOfEvent(admin.TabularInline):  # type: ignore[type-arg]
    model = Task
    fields = readonly_fields = ("name", "state", "due_at", "attempts", "last_error", "finished_at")
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(EventRow)
class EventAdmin(ReadOnly):
    list_display = ("at", "name", "actor_role", "user_id", "business_id")
    list_filter = ("name", "actor_role")
    search_fields = ("=id", "name", "=user_id", "payload")
    exclude = ("personal",)
    date_hierarchy = "at"
    ordering = ("-at",)
    inlines = (TasksOfEvent,)


@admin.register(Task)
class TaskAdmin(ReadOnly):
    list_display = ("name", "state", "due_at", "attempts", "last_error", "finished_at")
    list_filter = ("state", "name")
    search_fields = ("=id", "name", "key", "=event__id")
    ordering = ("-due_at",)
    actions = ("try_again",)

    @admin.action(description="Try dead tasks again")
    def try_again(self, request: HttpRequest, queryset: QuerySet[Task]) -> None:
        """Queue the chosen dead tasks with fresh attempts."""
        now = clock.now()
        count = sum(actions.retry(task_id=task_id, now=now) for task_id in queryset.values_list("pk", flat=True))
        self.message_user(request, f"{count} tasks will be tried again.")


@admin.register(ScheduleEntry)
class ScheduleAdmin(ReadOnly):
    list_display = ("name", "next_at")


@admin.register(Worker)
class WorkerAdmin(ReadOnly):
    list_display = ("host", "pid", "seen_at")
