"""What recurs, and how often: the only list of what the clock asks for."""

from __future__ import annotations

from almanac.outbox import registry
from almanac.outbox import tasks as outbox_tasks

MINUTE = 60
HOUR = 60 * MINUTE

registry.every(HOUR, outbox_tasks.PURGE)
