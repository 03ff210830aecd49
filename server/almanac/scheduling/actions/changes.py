"""Giving a visit another time or person, and calling it off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from almanac.engine.problem import Slot
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.scheduling import taking
from almanac.scheduling.actions.holds import check_locked, in_turn
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.events import (
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentDeclined,
    AppointmentLapsed,
    AppointmentMoved,
    AppointmentNotServed,
    AppointmentRequested,
)
from almanac.scheduling.locks import lock_staff
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import BEGUN, OPEN, can_decline, was_to_be
from almanac.scheduling.queries.spots import spot_kept, spot_of
from almanac.scheduling.visits import VisitRequest

Party = Appointment.Party
Check = Callable[[Appointment], None]  # raises what refuses the change of this appointment
Decide = Callable[[VisitRequest, Slot, int], None]  # raises what refuses this slot, at this instant, under the lock


@dataclass(frozen=True, slots=True)
class Moving:
    """A visit, what is asked for when it moves, and where to; with `address_id` to another address as well."""

    visit_id: UUID
    request: VisitRequest
    slot: Slot
    address_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Restoring:
    """An appointment that was called off, what it is, and when it is to be again; whether it then waits for the team's yes."""

    appointment_id: UUID
    request: VisitRequest
    slot: Slot
    needs_approval: bool = False


def move(
    *,
    actor: Actor,
    visit_id: UUID,
    request: VisitRequest,
    start: int,
    now: datetime,
    by: str,
    check: Check | None = None,
    staff_ids: Sequence[str] | None = None,
    address_id: UUID | None = None,
    reason: str = "",
) -> list[Appointment]:
    """Give the whole visit another start (epoch seconds), person, address, or several of these; `request` asks for the same
    services again, at the place of that address.

    Whether the actor may, and how often, the caller knows from the policy as sold: `check` is called under the lock with
    each appointment as it is then, so that of two moves at once the second is judged after the first. A move by the
    customer counts; why it was moved stands with the event, where it can be erased. Raises NotFound, WrongState, SlotTaken
    with the nearest other times, and what `check` raises.
    """
    visit = _open_visit(visit_id)
    ignoring = _seats_of(visit)

    def change(slot: Slot) -> list[Appointment]:
        wanted = Moving(visit_id, request, slot, address_id)
        return move_many(actor, [wanted], now=now, by=by, check=check, reason=reason)

    return in_turn(request, start, staff_ids=staff_ids, ignoring=ignoring, now=clock.epoch(now), line="", take=change)


def move_locked(
    actor: Actor,
    visit_id: UUID,
    request: VisitRequest,
    slot: Slot,
    *,
    now: datetime,
    by: str,
    check: Check | None,
    decide: Decide | None = None,
    reason: str = "",
) -> list[Appointment]:
    """Lock who has the visit and who gets it, `check` each appointment as it is then, and let it have this slot.

    `decide` says whether the slot may be taken, once the old time is given back; without it the engine must find it open.
    Needs a transaction around it. Raises NotFound, WrongState, SlotTaken, VisitTooLong, and what the two raise.
    """
    wanted = Moving(visit_id, request, slot)
    return move_many(actor, [wanted], now=now, by=by, check=check, decide=decide, reason=reason)


def move_many(
    actor: Actor,
    wanted: Sequence[Moving],
    *,
    now: datetime,
    by: str,
    check: Check | None,
    decide: Decide | None = None,
    reason: str = "",
) -> list[Appointment]:
    """As `move_locked`, several visits at once: all of their old times are given back before any new one is taken, so that one
    may have what another had."""
    visits = {each.visit_id: _open_visit(each.visit_id) for each in wanted}
    staff = {UUID(staff_id) for each in wanted for staff_id in each.slot.staff_ids}
    staff |= {item.staff_member_id for visit in visits.values() for item in visit}
    lock_staff(staff)
    for each in wanted:
        visit = visits[each.visit_id] = _open_visit(each.visit_id, for_update=True)
        if len(visit) != len(each.request.segments) or not {item.staff_member_id for item in visit} <= staff:
            raise SlotTaken  # somebody changed it a moment ago
        if check is not None:
            for appointment in visit:
                check(appointment)
    taking.drop_visit([item for visit in visits.values() for item in visit])
    taking.purge(staff, now=clock.epoch(now))
    for each in wanted:
        (decide or _must_be_open)(each.request, each.slot, clock.epoch(now))
        _take(visits[each.visit_id], each, actor=actor, by=by, reason=reason, now=now)
    return [item for visit in visits.values() for item in visit]


def _take(visit: Sequence[Appointment], wanted: Moving, *, actor: Actor, by: str, reason: str, now: datetime) -> None:
    taken = taking.take(wanted.request, wanted.slot, expires_at=None)
    pieces = [(piece, claim) for run, claim in taken for piece in run.pieces]
    for appointment, (piece, claim_id) in zip(visit, pieces, strict=True):
        old = (appointment.starts, appointment.ends, appointment.staff_member_id, appointment.address_id)
        appointment.moved_at, appointment.moved_from = now, {**spot_kept(spot_of(appointment)), "by": by}
        appointment.claim_id = claim_id
        appointment.staff_member_id = UUID(piece.staff_id)
        appointment.starts_at, appointment.ends_at = clock.instant(piece.start), clock.instant(piece.end)
        appointment.buffer_before_seconds = piece.segment.buffer_before
        appointment.buffer_after_seconds = piece.segment.buffer_after
        appointment.address_id = wanted.address_id or appointment.address_id
        appointment.sequence += 1
        appointment.reschedules += by == Party.CUSTOMER
        appointment.revision += 1
        appointment.save()
        _tell_moved(appointment, old, actor=actor, by=by, reason=reason, now=now)


def _must_be_open(request: VisitRequest, slot: Slot, now: int) -> None:
    check_locked(request, slot, now=now)


def _tell_moved(
    appointment: Appointment,
    old: tuple[int, int, UUID, UUID | None],
    *,
    actor: Actor,
    by: str,
    reason: str,
    now: datetime,
) -> None:
    emit(
        AppointmentMoved(
            **_facts(appointment),
            ends_at=appointment.ends,
            old_starts_at=old[0],
            old_ends_at=old[1],
            old_staff_id=old[2],
            old_address_id=old[3] if old[3] != appointment.address_id else None,
            by=by,
        ),
        actor=actor,
        at=now,
        personal={"reason": reason.strip()} if reason.strip() else None,
    )


def cancel_appointment(
    *,
    actor: Actor,
    appointment_id: UUID,
    by: str,
    now: datetime,
    reason: str = "",
    check: Check | None = None,
) -> Appointment:
    """Call off one appointment and give its time back; `by` is customer, staff or system.

    Whether the actor may is the caller's to know: `check` is called under the lock with the appointment as it is then.
    Refunds follow from the event. Raises NotFound, WrongState, and what `check` raises.
    """
    with transaction.atomic():
        appointment = _withdraw(appointment_id, by=by, reason=reason, now=now, allowed=OPEN, check=check)
        if appointment.awaits_payment:  # nobody was told of it, so there is nothing to take back
            emit(AppointmentLapsed(**_facts(appointment)), actor=actor, at=now)
        else:
            emit(AppointmentCancelled(**_facts(appointment), by=by), actor=actor, at=now)
    return appointment


def restore_many(*, actor: Actor, wanted: Sequence[Restoring], now: datetime) -> list[Appointment]:
    """Let appointments that were called off stand again, or wait for the team's yes, at these slots, in the caller's transaction;
    its calendar entry comes back under its own name. Emits AppointmentConfirmed or AppointmentRequested. Raises NotFound,
    WrongState (it was not called off), SlotTaken."""
    staff = {UUID(each.slot.staff_ids[0]) for each in wanted}
    lock_staff(staff)
    taking.purge(staff, now=clock.epoch(now))
    restored = []
    for each in wanted:
        request, slot = each.request, each.slot
        appointment = Appointment.objects.select_for_update(of=("self",)).filter(pk=each.appointment_id).first()
        if appointment is None:
            raise NotFound
        if appointment.state != Appointment.State.CANCELLED:
            raise WrongState(state=appointment.state)
        check_locked(request, slot, now=clock.epoch(now))
        ((_, claim_id),) = taking.take(request, slot, expires_at=None)
        appointment.claim_id, appointment.staff_member_id = claim_id, UUID(slot.staff_ids[0])
        appointment.starts_at, appointment.ends_at = clock.instant(slot.start), clock.instant(slot.end)
        state = Appointment.State
        appointment.state = state.PENDING if each.needs_approval else state.CONFIRMED
        appointment.awaits_payment = False
        appointment.cancelled_at, appointment.cancelled_by, appointment.cancellation_reason = None, "", ""
        appointment.sequence += 1
        appointment.revision += 1
        appointment.save()
        stands = AppointmentRequested if each.needs_approval else AppointmentConfirmed
        emit(stands(**_facts(appointment)), actor=actor, at=now)
        restored.append(appointment)
    return restored


def decline(*, actor: Actor, appointment_id: UUID, now: datetime, reason: str = "") -> Appointment:
    """The team cannot take a requested appointment. Raises NotFound, NotAllowed, WrongState."""
    with transaction.atomic():
        found = Appointment.objects.filter(pk=appointment_id).first()
        if found is None:
            raise NotFound
        if not can_decline(actor, found):
            raise NotAllowed if found.state == Appointment.State.PENDING else WrongState(state=found.state)
        appointment = _withdraw(
            appointment_id, by=Party.STAFF, reason=reason, now=now, allowed=(Appointment.State.PENDING,)
        )
        emit(AppointmentDeclined(**_facts(appointment)), actor=actor, at=now)
    return appointment


def not_served(*, actor: Actor, appointment_id: UUID, reason: str, now: datetime, check: Check) -> Appointment:
    """Nobody came to the customer: what began is called off after all, whatever was said of it since. Whether the actor may
    say so `check` says, under the lock. Raises NotFound, WrongState, and what `check` raises."""

    def began(appointment: Appointment) -> None:
        if not was_to_be(appointment, now):
            raise WrongState(state=appointment.state)
        check(appointment)

    with transaction.atomic():
        found = _withdraw(appointment_id, by=Party.STAFF, reason=reason, now=now, allowed=BEGUN, check=began)
        found.missed_by, found.missed_at = Party.STAFF, now
        found.save(update_fields=["missed_by", "missed_at"])
        emit(AppointmentNotServed(**_facts(found)), actor=actor, at=now)
    return found


def _withdraw(
    appointment_id: UUID, *, by: str, reason: str, now: datetime, allowed: Sequence[str], check: Check | None = None
) -> Appointment:
    appointment = _locked(appointment_id)
    if appointment.state not in allowed or appointment.claim is None:
        raise WrongState(state=appointment.state)
    if check is not None:
        check(appointment)
    claim = appointment.claim
    appointment.claim = None
    appointment.state = Appointment.State.CANCELLED
    appointment.cancelled_at, appointment.cancelled_by, appointment.cancellation_reason = now, by, reason
    appointment.sequence += 1
    appointment.revision += 1
    appointment.save()
    taking.withdraw(appointment, claim)
    return appointment


def _locked(appointment_id: UUID) -> Appointment:
    """The appointment, fresh, with its staff member locked. Raises NotFound, WrongState when it was just given to others."""
    staff_id = Appointment.objects.filter(pk=appointment_id).values_list("staff_member_id", flat=True).first()
    if staff_id is None:
        raise NotFound
    lock_staff([staff_id])
    appointment = Appointment.objects.select_for_update(of=("self",)).select_related("claim").get(pk=appointment_id)
    if appointment.staff_member_id != staff_id:
        raise WrongState(state=appointment.state)
    return appointment


def _open_visit(visit_id: UUID, *, for_update: bool = False) -> list[Appointment]:
    rows = Appointment.objects.filter(visit_id=visit_id).exclude(state="cancelled").order_by("position")
    visit = list(rows.select_for_update() if for_update else rows)
    if not visit:
        raise NotFound
    for appointment in visit:
        if appointment.state not in OPEN:
            raise WrongState(state=appointment.state)
    return visit


def _seats_of(visit: Sequence[Appointment]) -> dict[UUID, int]:
    seats: dict[UUID, int] = {}
    for appointment in visit:
        if appointment.claim_id is not None:
            seats[appointment.claim_id] = max(seats.get(appointment.claim_id, 0), appointment.seats)
    return seats


class _Facts(TypedDict):
    """What every event about an appointment says."""

    appointment_id: UUID
    business_id: UUID
    staff_id: UUID
    customer_id: UUID
    starts_at: int


def _facts(appointment: Appointment) -> _Facts:
    return {
        "appointment_id": appointment.pk,
        "business_id": appointment.business_id,
        "staff_id": appointment.staff_member_id,
        "customer_id": appointment.customer_id,
        "starts_at": appointment.starts,
    }
