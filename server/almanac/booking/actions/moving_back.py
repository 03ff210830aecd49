"""Undoing that one visit was moved, as it was shown, in one transaction."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.booking.errors import CannotMoveBack, PlanChanged
from almanac.booking.queries.moving_back import move_back_of, request_back
from almanac.kit.actor import Actor
from almanac.scheduling.actions import moving_back as scheduling
from almanac.scheduling.actions.changes import Moving
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.locks import contention, lock_staff


def move_back(*, actor: Actor, appointment_id: UUID, token: str, now: datetime) -> None:
    """Let a visit that was moved within a day be again when, with whom and where it was. Its price stays what it was sold for,
    and what is charged for it by itself follows its time. `token` is that of what was shown.

    Raises NotFound, NotAllowed, CannotMoveBack, PlanChanged when it would mean anything else by now, or its time has just gone.
    """
    seen = move_back_of(actor, appointment_id, now=now)
    people = {seen.change.appointment.staff_member_id, seen.before.staff_id}
    try:
        with contention(), transaction.atomic():
            lock_staff(people)
            found = move_back_of(actor, appointment_id, now=now)
            if found.refused:
                raise CannotMoveBack(reason=found.refused)
            if found.token != token:
                raise PlanChanged
            visit_id = found.change.appointment.visit_id
            wanted = Moving(visit_id, request_back(found), found.slot, found.before.address_id)
            scheduling.move_back(actor=actor, wanted=wanted, now=now)
    except (SlotTaken, WrongState) as lost:
        raise PlanChanged from lost
