"""Loads every app's tasks at start, as the admin loads its own modules: a worker must know all of them."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class OutboxConfig(AppConfig):
    name = "almanac.outbox"

    def ready(self) -> None:
        autodiscover_modules("tasks")
