"""Worker doors of booking."""

from __future__ import annotations

from almanac.booking.actions.changes import settle_cancelled
from almanac.kit.actor import SYSTEM
from almanac.outbox.registry import Job
from almanac.scheduling.events import AppointmentDeclined


def settle_declined(job: Job) -> None:
    """A declined request takes its order along when nothing else is left of it."""
    event = job.event(AppointmentDeclined)
    settle_cancelled(actor=SYSTEM, appointment_id=event.appointment_id, now=job.now)
