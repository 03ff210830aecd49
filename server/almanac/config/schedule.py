"""What recurs, and how often: the only list of what the clock asks for."""

from __future__ import annotations

from almanac.booking import tasks as booking
from almanac.files import tasks as files
from almanac.invoices import tasks as invoices
from almanac.ledger import tasks as ledger
from almanac.notifications import tasks as notifications
from almanac.outbox import registry
from almanac.outbox import tasks as outbox
from almanac.payments import tasks as payments
from almanac.sales import tasks as sales
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
registry.every(MINUTE, booking.MIND_PAYMENTS)
registry.every(HOUR, booking.END_SERIES)
registry.every(HOUR, booking.SETTLE_REFERRALS)
registry.every(HOUR, booking.GIVE_NOTICES)
registry.every(MINUTE, payments.MIND_CHARGES)
registry.every(MINUTE, payments.FORGET_REMOVED)
registry.every(5 * MINUTE, payments.REMIND_TRANSFERS)
registry.every(5 * MINUTE, payments.MIND_REVIEWS)
registry.every(5 * MINUTE, payments.MIND_REFUNDS)
registry.every(HOUR, payments.MIND_FEES)
registry.every(HOUR, payments.MIND_DISPUTES)
registry.every(HOUR, payments.CATCH_UP)
registry.every(6 * HOUR, payments.LOOK_AT_EVENTS)
registry.every(6 * HOUR, payments.FORGET_REFUSED)
registry.every(HOUR, ledger.CHECK_BOOKS)
registry.every(HOUR, invoices.REMIND)
registry.every(HOUR, sales.DELIVER_CARDS)
registry.every(HOUR, sales.NOTICE_PASSES)
registry.every(HOUR, payments.LAPSE_PASSES)
registry.every(HOUR, payments.MIND_POINTS)
