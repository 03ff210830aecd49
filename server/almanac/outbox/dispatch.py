"""Chooses the dispatcher by settings, and hands over task ids once the transaction has been committed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from uuid import UUID

import structlog
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from almanac.outbox.providers.base import Dispatcher

# By path, because Celery is installed only where it is used.
DISPATCHERS = {
    "local": "almanac.outbox.providers.local.LocalDispatcher",
    "celery": "almanac.outbox.providers.celery.CeleryDispatcher",
}
log = structlog.get_logger("almanac.outbox")


@cache
def chosen(name: str) -> Dispatcher:
    """The dispatcher of this name. Raises KeyError for an unknown one."""
    dispatcher: Dispatcher = import_string(DISPATCHERS[name])()
    return dispatcher


def current() -> Dispatcher:
    """The dispatcher that settings ask for."""
    return chosen(settings.TASK_DISPATCHER)


def after_commit(task_ids: Sequence[UUID]) -> None:
    """Send ids when the running transaction is committed; nothing if it is rolled back."""
    dispatcher = current()
    if task_ids and not dispatcher.runs_locally:
        transaction.on_commit(lambda: send(dispatcher, task_ids))


def send(dispatcher: Dispatcher, task_ids: Sequence[UUID]) -> bool:
    """Send now; False when the broker does not answer, which loses nothing: the sweep sends again."""
    try:
        dispatcher.send(task_ids)
    except Exception as error:  # any broker failure is the same to us
        log.warning("broker does not answer", error=type(error).__name__, tasks=len(task_ids))
        return False
    return True
