"""What recurs, and how often: the only list of what the clock asks for."""

from __future__ import annotations

from almanac.booking import tasks as booking
from almanac.files import tasks as files
from almanac.notifications import tasks as notifications
from almanac.outbox import registry
from almanac.outbox import tasks as outbox
from almanac.scheduling import tasks as scheduling

MINUTE = 60
HOUR = 60 * MINUTE

registry.every(MINUTE, notifications.REMIND)
registry.every(MINUTE, scheduling.PURGE_HOLDS)
registry.every(HOUR, outbox.PURGE)
registry.every(HOUR, booking.PURGE_BASKETS)
registry.every(5 * MINUTE, booking.CLOSE_REQUESTS)
registry.every(HOUR, files.PURGE_FILES)
registry.every(MINUTE, booking.MIND_WAITING)
registry.every(5 * MINUTE, booking.LOOK_AT_WAITING)
registry.every(HOUR, booking.PURGE_WAITING)
