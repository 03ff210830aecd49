"""Turning holds and open times into appointments. Booking calls this inside its own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.kit import clock, ids
from almanac.kit.actor import Actor
from almanac.outbox.actions import emit
from almanac.scheduling import taking
from almanac.scheduling.actions.holds import check_locked
from almanac.scheduling.errors import SlotTaken
from almanac.scheduling.events import AppointmentConfirmed, AppointmentRequested, RulesPutAside
from almanac.scheduling.locks import contention, lock_staff
from almanac.scheduling.models import Appointment, Claim, HeldSeats
from almanac.scheduling.visits import Reservation, Run, VisitRequest, runs_of


def reserve(
    *, actor: Actor, reservations: Sequence[Reservation], now: datetime, savepoint: bool = True
) -> list[list[Appointment]]:
    """Make all of these visits appointments, or none: a list of appointments for each, in the order of its services.

    A live hold of the same owner, line and time is kept to its promise; any other time, also that of a hold that is over, is
    checked afresh. Locks all people in the order of their keys. Raises SlotTaken naming the line, without alternatives:
    find them by `holds.alternatives` when the transaction around is over. A caller whose own transaction is lost with it
    anyway spares the `savepoint`.
    """
    at = clock.epoch(now)
    with contention(), transaction.atomic(savepoint=savepoint):
        chosen = {UUID(staff_id) for item in reservations for staff_id in item.slot.staff_ids}
        keepers = [(item.owner, item.line) for item in reservations if item.owner]
        staff = lock_staff(chosen, kept_by=keepers)
        kept = taking.purge(staff, now=at, kept_by=keepers)
        made = [_reserve_one(item, kept[item.owner, item.line], now=now, locked=staff) for item in reservations]
        for appointment in (appointment for visit in made for appointment in visit):
            _tell(appointment, actor=actor, now=now)
        return made


def _reserve_one(
    item: Reservation, kept: Sequence[HeldSeats], *, now: datetime, locked: set[UUID]
) -> list[Appointment]:
    claims = _claims(item, kept, at=clock.epoch(now), locked=locked)
    visit_id = ids.new_id()
    appointments: list[Appointment] = []
    for run, claim_id in claims:
        for piece in run.pieces:
            key = ids.new_id()
            appointments.append(
                Appointment(
                    id=key,
                    business_id=item.request.business_id,
                    service_id=UUID(piece.segment.service_id),
                    staff_member_id=UUID(piece.staff_id),
                    customer_id=item.customer_id,
                    address_id=item.address_id,
                    claim_id=claim_id,
                    visit_id=visit_id,
                    position=len(appointments),
                    venue=item.venue,
                    starts_at=clock.instant(piece.start),
                    ends_at=clock.instant(piece.end),
                    buffer_before_seconds=piece.segment.buffer_before,
                    buffer_after_seconds=piece.segment.buffer_after,
                    zone=item.zone,
                    seats=item.request.seats,
                    state=item.state,
                    awaits_payment=item.awaits_payment,
                    uid=f"{key}@almanac",
                    meeting_url=item.meeting_url,
                    put_aside=list(item.put_aside),
                    put_aside_reason=item.put_aside_reason,
                    created_at=now,
                )
            )
    return Appointment.objects.bulk_create(appointments)


def _claims(item: Reservation, kept: Sequence[HeldSeats], *, at: int, locked: set[UUID]) -> list[tuple[Run, UUID]]:
    if kept:
        hold = kept[0].hold
        if not {seat.claim.staff_id for seat in kept} <= locked:  # held elsewhere in the meantime
            raise SlotTaken(line=item.line)
        claims = _as_held(item, kept)
        if claims is not None:
            taking.settle_hold(hold, [claim_id for _, claim_id in claims])
            return claims
        taking.release_hold(hold)
    try:
        check_locked(item.request, item.slot, now=at)
        return taking.take(item.request, item.slot, expires_at=None)
    except SlotTaken as error:
        raise SlotTaken(line=item.line) from error


def _as_held(item: Reservation, kept: Sequence[HeldSeats]) -> list[tuple[Run, UUID]] | None:
    """The runs with the claims the hold keeps, or None when it keeps something else than is to be reserved."""
    claims = [
        seat.claim
        for seat in kept
        if seat.seats == (item.request.seats if seat.claim.capacity > 1 else 1) and _is_there(seat.claim, item.request)
    ]
    by_time = {
        (str(claim.staff_id), claim.core_from, claim.core_until, claim.blocked_from, claim.blocked_until): claim.pk
        for claim in claims
    }
    runs = runs_of(item.request, item.slot)
    found = [by_time.get((run.staff_id, *run.core, *run.blocked)) for run in runs]
    if len(by_time) != len(runs) or len(kept) != len(runs):
        return None
    return [(run, claim_id) for run, claim_id in zip(runs, found, strict=True) if claim_id] if all(found) else None


def _is_there(claim: Claim, request: VisitRequest) -> bool:
    """Whether the time was kept for this very place: who comes, and the way there, were checked for no other."""
    place = request.place
    return claim.capacity > 1 or (claim.latitude, claim.longitude) == (
        (None, None) if place is None else (place.latitude, place.longitude)
    )


def _tell(appointment: Appointment, *, actor: Actor, now: datetime) -> None:
    is_pending = appointment.state == Appointment.State.PENDING
    kind = AppointmentRequested if is_pending else AppointmentConfirmed
    facts = {
        "appointment_id": appointment.pk,
        "business_id": appointment.business_id,
        "staff_id": appointment.staff_member_id,
        "customer_id": appointment.customer_id,
    }
    if not appointment.awaits_payment:
        emit(kind(**facts, starts_at=appointment.starts), actor=actor, at=now)
    if appointment.put_aside:
        emit(RulesPutAside(**facts, starts_at=appointment.starts, codes=appointment.put_aside), actor=actor, at=now)
