"""Loads every app's tasks and config's reactions and schedule at start, as the admin loads its own modules."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OutboxConfig(AppConfig):
    name = "almanac.outbox"

    def ready(self) -> None:
        autodiscover_modules("tasks", "providers", "reactions", "schedule")
