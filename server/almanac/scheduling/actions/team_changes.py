"""The team gives a visit another time, length or person; what was sold, its price included, stays."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.engine.facts import Code
from almanac.engine.problem import Slot
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict
from almanac.scheduling.actions.changes import move_locked
from almanac.scheduling.locks import contention
from almanac.scheduling.models import Appointment
from almanac.scheduling.queries.objections import check_agreed
from almanac.scheduling.queries.team_changes import Wish, check_may, objections_to, plan
from almanac.scheduling.visits import VisitRequest


def change_visit(
    *,
    actor: Actor,
    appointment_id: UUID,
    wish: Wish,
    agreed: Collection[Code],
    revision: int | None,
    now: datetime,
) -> None:
    """Do to the visit what was previewed, decided again under the lock of everybody concerned.

    `agreed` are the rules that the actor saw broken and puts aside; another claim never is. A wish that changes nothing
    writes nothing. Raises NotFound, NotAllowed, WrongState, Conflict (changed since it was read), NotFree, SlotTaken,
    VisitTooLong.
    """
    planned = plan(actor, appointment_id, wish, now=now)
    if revision is not None and planned.target.revision != revision:
        raise Conflict
    if planned.changes_nothing:
        return
    as_read = {item.pk: item.revision for item in planned.visit}

    def check(appointment: Appointment) -> None:
        check_may(actor, [appointment], now=now)
        if as_read.get(appointment.pk) != appointment.revision:
            raise Conflict

    def decide(request: VisitRequest, slot: Slot, at: int) -> None:
        del request, slot, at  # the plan's own, as they were handed on
        check_agreed(objections_to(planned, now=now, is_given_back=True), agreed)

    with contention(), transaction.atomic():
        move_locked(
            actor,
            planned.target.visit_id,
            planned.request,
            planned.slot,
            now=now,
            by=Appointment.Party.STAFF,
            check=check,
            decide=decide,
        )
