"""Undoing that one visit was called off: whether it can be, and what it would mean for the money. Reads alone."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.booking.queries.changes import Change, change_of, move_request
from almanac.booking.queries.series import in_series
from almanac.booking.queries.series_parts import waits_for_yes
from almanac.booking.queries.series_passes import standings_of, use_of
from almanac.booking.queries.visit_requests import wishes_of
from almanac.catalog.errors import NotOnOffer
from almanac.engine.problem import Slot
from almanac.kit.actor import Actor
from almanac.kit.clock import epoch
from almanac.kit.errors import NotAllowed
from almanac.payments import registry
from almanac.payments.queries import pays_on_the_day, refundable_of
from almanac.sales.models import GOODS, OrderState
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import UNDONE_WITHIN
from almanac.scheduling.queries.free import slots_at
from almanac.scheduling.visits import VisitRequest

Party = Appointment.Party


@dataclass(frozen=True, slots=True)
class Restoration:
    """A visit that was called off, standing again: at which `slot`, whether it then waits for the team's yes, and the money. Of
    its price `kept_amount` is paid and not given back; `owed_amount` is to be paid anew, as `pays` says: `charge` (by itself, on
    what its customer keeps), `on_the_day`, `link` (of the order), or nothing. `by_package`: the visit of a package that paid for
    it is used again. `refused` says why it cannot be."""

    change: Change
    refused: str
    waits: bool
    kept_amount: int
    owed_amount: int
    pays: str
    by_package: bool = False

    @property
    def slot(self) -> Slot:
        """Where it was."""
        appointment = self.change.appointment
        return Slot(appointment.starts, appointment.ends, (str(appointment.staff_member_id),))

    @property
    def token(self) -> str:
        """Names exactly this."""
        told = (
            str(self.change.line.pk),
            self.slot,
            self.waits,
            self.kept_amount,
            self.owed_amount,
            self.pays,
            self.by_package,
        )
        return hashlib.sha256(repr(told).encode()).hexdigest()


def restoration_of(actor: Actor, appointment_id: UUID, *, now: datetime) -> Restoration:
    """What it would mean now. Raises NotFound, NotAllowed (it is for those who look after the visit)."""
    change = change_of(actor, appointment_id)
    if not change.by_team:
        raise NotAllowed
    line = change.line
    kept = refundable_of([line.pk]).get(line.pk, 0)
    owed = max(0, line.total_amount - kept)
    return Restoration(
        change=change,
        refused=_refusal(change, now) or ("" if _is_free(change, now) else "taken"),
        waits=waits_for_yes(line, change.appointment),
        kept_amount=kept,
        owed_amount=owed,
        pays=_pays(change) if owed else "",
        by_package=use_of(line) is not None,
    )


def request_again(change: Change) -> VisitRequest:
    """What scheduling is asked for the visit where it was: of what stood there before no notice, grid or daily limit anew. Raises
    NotOnOffer."""
    appointment = change.appointment
    (wish,) = wishes_of([LineContent(service_id=appointment.service_id, seats=appointment.seats)])
    request = in_series(move_request(appointment, wish), appointment.staff_member_id)
    rules = replace(request.rules, lead_time=0, slot_interval=60, daily_limit=None)
    only = replace(request.segments[0], staff_ids=(str(appointment.staff_member_id),), durations=())
    return replace(request, segments=(only,), rules=rules)


def _refusal(change: Change, now: datetime) -> str:
    """`stands`, `over`, `too_late` (a day has passed), `by_itself` (nobody called it off: it was not paid, or not answered),
    `unpaid` (the order waits for its money), `ended` (it was over while it did, with goods in it), `in_a_row` (it was one of
    several services in a visit), `package` (one paid for it, of which no visit is left)."""
    appointment, at = change.appointment, change.appointment.cancelled_at
    alike = Appointment.objects.filter(visit_id=appointment.visit_id).exclude(pk=appointment.pk)
    found = (
        ("stands", at is None),
        ("over", appointment.starts_at <= now),
        ("too_late", at is not None and now - at >= UNDONE_WITHIN),
        ("by_itself", appointment.cancelled_by not in (Party.STAFF, Party.CUSTOMER)),
        ("unpaid", change.order.state == OrderState.PLACED),
        ("ended", _ended_unpaid(change)),
        ("in_a_row", alike.exists()),
        ("package", not _package_reaches(change)),
    )
    return next((reason for reason, holds in found if holds), "")


def _package_reaches(change: Change) -> bool:
    """Whether the package that paid for it still can, where one did: it counted as used, or one of its visits is left."""
    used = use_of(change.line)
    if used is None or used.given_back_at is None:
        return True
    return standings_of({used.visit_pass_id})[used.visit_pass_id].left > 0


def _ended_unpaid(change: Change) -> bool:
    """Whether the order was over while it waited for its money, with goods in it: these would be owed again with the visit."""
    if change.order.state != OrderState.CANCELLED or not change.appointment.awaits_payment:
        return False
    return any(line.kind in GOODS for line in change.order.lines.all())


def _is_free(change: Change, now: datetime) -> bool:
    """Whether its time is still there, with its person still with us."""
    appointment = change.appointment
    if appointment.staff_member.archived_at is not None:
        return False
    try:
        request = request_again(change)
    except NotOnOffer:
        return False
    who = (str(appointment.staff_member_id),)
    return bool(slots_at(request, start=appointment.starts, now=epoch(now), staff_ids=who))


def _pays(change: Change) -> str:
    subscription = change.line.subscription
    if subscription is not None and subscription.payment_method in registry.online():
        return "charge"
    return "on_the_day" if pays_on_the_day(change.order) else "link"
