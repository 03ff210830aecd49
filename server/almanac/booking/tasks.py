"""Worker doors of booking."""

from __future__ import annotations

from almanac.booking.actions import baskets
from almanac.booking.actions.changes import settle_cancelled
from almanac.kit.actor import SYSTEM
from almanac.outbox.registry import Job, task
from almanac.scheduling.events import AppointmentDeclined

PURGE_BASKETS = "booking.purge_baskets"


def settle_declined(job: Job) -> None:
    """A declined request takes its order along when nothing else is left of it."""
    event = job.event(AppointmentDeclined)
    settle_cancelled(actor=SYSTEM, appointment_id=event.appointment_id, now=job.now)


@task(PURGE_BASKETS, lease_seconds=120)
def purge_baskets(job: Job) -> None:
    """Forget baskets that are over."""
    baskets.purge_baskets(now=job.now)
