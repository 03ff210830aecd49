"""Undoing that an appointment was moved."""

from __future__ import annotations

from datetime import datetime

from django.db.models import F

from almanac.kit.actor import Actor
from almanac.scheduling.actions.changes import Moving, move_many
from almanac.scheduling.models import Appointment

Party = Appointment.Party


def move_back(*, actor: Actor, wanted: Moving, now: datetime) -> None:
    """Let a visit of one appointment be where it was before it was moved; the caller has a transaction, and its people locked.
    That is told as any move, and is not undone itself; a move of the customer's counts no more. Raises NotFound, WrongState,
    SlotTaken."""
    before = Appointment.objects.get(visit_id=wanted.visit_id).moved_from or {}
    (moved,) = move_many(actor, [wanted], now=now, by=Party.STAFF, check=None)
    fewer = 1 if before.get("by") == Party.CUSTOMER and moved.reschedules else 0
    Appointment.objects.filter(pk=moved.pk).update(moved_at=None, moved_from=None, reschedules=F("reschedules") - fewer)
