"""Asking for a change, and what becomes of it (docs/algorithms/change-requests.md).

The order of locks: the request, then what moving or calling off locks. What is carried out stands in one transaction
with the state of the request.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import transaction

from almanac.booking.actions.absences import carry_out_not_served
from almanac.booking.actions.changes import Check, Cost, carry_out_cancel, carry_out_move, check_reason
from almanac.booking.actions.request_steps import answered, answering, as_customer, as_team, facts, locked
from almanac.booking.errors import AlreadyAsked, ReasonMissing, RequestOver, TooLateToChange
from almanac.booking.events import (
    ChangeAgreed,
    ChangeAsked,
    ChangeClosed,
    ChangeDeclined,
    ChangeProposed,
    ChangeWithdrawn,
)
from almanac.booking.models import ChangeRequest
from almanac.booking.queries.absences import can_deny, report_refusal, was_reported
from almanac.booking.queries.agreeing import Choice, terms_of
from almanac.booking.queries.change_requests import NOT_OVER, ask_refusal
from almanac.booking.queries.changes import Change, change_of, check_may_give, move_search
from almanac.engine.problem import Slot
from almanac.kit import clock
from almanac.kit.actor import SYSTEM, Actor
from almanac.kit.errors import InvalidInput, NotAllowed, NotFound
from almanac.outbox.actions import emit
from almanac.scheduling.actions.holds import alternatives
from almanac.scheduling.errors import SlotTaken, WrongState
from almanac.scheduling.locks import contention
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import is_ahead
from almanac.scheduling.queries.candidates import ranked
from almanac.scheduling.queries.free import slots_at

Kind, State = ChangeRequest.Kind, ChangeRequest.State
BY_POLICY = Choice()
AT_ONCE = 200  # requests closed by one turn of the clock


@dataclass(frozen=True, slots=True)
class Wished:
    """A date the customer would like, and the part of the day."""

    on: date
    part: str

    def kept(self) -> dict[str, Any]:
        """As the row keeps it."""
        return {"on": self.on.isoformat(), "part": self.part}


def ask(
    *, actor: Actor, appointment_id: UUID, kind: str, wishes: Sequence[Wished], note: str, now: datetime
) -> ChangeRequest:
    """Ask whoever looks after a visit to move it or to call it off, or report that nobody came. Nothing changes by asking.

    Raises NotFound, NotAllowed, TooLateToChange (over), InvalidInput, ReasonMissing, AlreadyAsked.
    """
    change = change_of(actor, appointment_id)
    note = note.strip()
    _check_wishes(change, kind, wishes, note, now)
    check_reason(change, note)
    with transaction.atomic():
        visit = Appointment.objects.select_for_update(of=("self",)).get(pk=appointment_id)
        refused = (report_refusal if kind == Kind.ABSENT else ask_refusal)(replace(change, appointment=visit), now)
        if refused == "not_yours":
            raise NotAllowed
        if refused is not None:
            raise TooLateToChange(reason=refused, business_phone=change.line.business.phone)
        if kind == Kind.ABSENT:  # said once; what was asked before is over, whether or not the clock has come by
            if was_reported(visit):
                raise AlreadyAsked
            close_about(appointment_id, asked_before=now, now=now)
        if ChangeRequest.objects.filter(appointment=visit, state__in=NOT_OVER).exists():
            raise AlreadyAsked
        row = ChangeRequest.objects.create(
            appointment=visit,
            order=change.order,
            kind=kind,
            wishes=[wish.kept() for wish in wishes],
            note=note,
            created_at=now,
        )
        emit(ChangeAsked(**facts(row, visit)), actor=actor, at=now)
    return row


def _check_wishes(change: Change, kind: str, wishes: Sequence[Wished], note: str, now: datetime) -> None:
    if kind != Kind.MOVE:
        if wishes:
            raise InvalidInput(fields={"wishes": ["Days are wished for where a visit is to be moved."]})
        return
    if not wishes and not note:
        raise InvalidInput(fields={"wishes": ["Say which day would suit you, or write us a few words."]})
    today = now.astimezone(ZoneInfo(change.appointment.zone)).date()
    past = {f"wishes.{number}.on": ["Choose a day to come."] for number, wish in enumerate(wishes) if wish.on < today}
    if past:
        raise InvalidInput(fields=past)


def withdraw(*, actor: Actor, request_id: UUID, now: datetime) -> ChangeRequest:
    """Its customer takes it back; of a proposal this is "no, thank you". Raises NotFound, NotAllowed, RequestOver."""
    as_customer(actor, request_id)
    with answering(request_id, now, NOT_OVER) as row:
        was_proposed = row.state == State.PROPOSED
        row.state = State.WITHDRAWN
        emit(
            ChangeWithdrawn(**facts(row, row.appointment), was_proposed=was_proposed),
            actor=actor,
            at=now,
        )
    return row


def take(*, actor: Actor, request_id: UUID, starts_at: int, now: datetime) -> ChangeRequest:
    """The customer takes the time that the team proposed; `starts_at` (epoch seconds) is the one that was read.

    It is the team's move, agreed to: it does not count, and no lead time refuses it. Where the time has gone the request
    is open again and the team is told. Raises NotFound, NotAllowed, RequestOver, SlotTaken.
    """
    change = as_customer(actor, request_id)
    try:
        with contention(), answering(request_id, now, [State.PROPOSED]) as row:
            if row.proposed_starts_at is None or clock.epoch(row.proposed_starts_at) != starts_at:
                raise RequestOver(state=row.state)
            _move(change, starts_at, row.proposed_staff_id, now=now, lead_time=0)
            row.state = State.DONE
            emit(ChangeAgreed(**facts(row, row.appointment)), actor=actor, at=now)
    except SlotTaken:
        _ask_again(request_id, starts_at, actor=actor, now=now)
        raise
    return row


def _ask_again(request_id: UUID, starts_at: int, *, actor: Actor, now: datetime) -> None:
    """The proposed time has gone: the request is the team's to answer again."""
    with transaction.atomic():
        row = locked(request_id)
        if row.state == State.PROPOSED and row.proposed_starts_at == clock.instant(starts_at):
            row.state, row.proposed_starts_at, row.proposed_ends_at, row.proposed_staff = State.OPEN, None, None, None
            row.revision += 1
            row.save()
            emit(ChangeAsked(**facts(row, row.appointment)), actor=actor, at=now)


def accept(
    *,
    actor: Actor,
    request_id: UUID,
    starts_at: int | None,
    staff_id: UUID | None,
    seen: int | None,
    now: datetime,
    shown: str = "",
    choice: Choice = BY_POLICY,
) -> ChangeRequest:
    """Say yes: move the visit to this start (epoch seconds) and person, at no cost to the customer; call it off, at what the
    `choice` costs; or that nobody came, and everything goes back. Money moves as `shown`, the token of what was, or not at all.

    Raises NotFound, NotAllowed (somebody whose visits the actor does not look after), InvalidInput, Conflict (not the revision
    `seen`), RequestOver, SlotTaken, ConsequenceChanged.
    """
    change = as_team(actor, request_id)
    check_may_give(change, staff_id)
    with contention(), answering(request_id, now, NOT_OVER, seen=seen) as row:
        if row.kind == Kind.CANCEL:
            _call_off(change, choice, shown=shown, now=now)
        elif row.kind == Kind.ABSENT:
            _not_served(change, shown=shown, now=now)
        elif starts_at is None:
            raise InvalidInput(fields={"starts_at": ["Choose the time it is to be moved to."]})
        else:
            _move(change, starts_at, staff_id, now=now)
        row.state = State.DONE
        answered(row, actor, "", now)
        emit(ChangeAgreed(**facts(row, row.appointment)), actor=actor, at=now)
    return row


def propose(
    *,
    actor: Actor,
    request_id: UUID,
    starts_at: int,
    staff_id: UUID | None,
    words: str,
    seen: int | None,
    now: datetime,
) -> ChangeRequest:
    """Answer with a time that is open now, which nobody keeps; it may replace an earlier proposal.

    Raises NotFound, NotAllowed (somebody whose visits the actor does not look after), InvalidInput (there is no other time for
    calling off), Conflict, RequestOver, SlotTaken.
    """
    change = as_team(actor, request_id)
    check_may_give(change, staff_id)
    slot = _open_slot(change, starts_at, staff_id, now=now)
    with answering(request_id, now, NOT_OVER, seen=seen) as row:
        if row.kind != Kind.MOVE:
            raise InvalidInput(fields={"starts_at": ["Nobody asked for another time of this visit."]})
        people = set(slot.staff_ids)
        row.state = State.PROPOSED
        row.proposed_starts_at, row.proposed_ends_at = clock.instant(slot.start), clock.instant(slot.end)
        row.proposed_staff_id = UUID(people.pop()) if len(people) == 1 else None
        answered(row, actor, words, now)
        emit(ChangeProposed(**facts(row, row.appointment), starts_at=slot.start), actor=actor, at=now)
    return row


def decline(*, actor: Actor, request_id: UUID, words: str, seen: int | None, now: datetime) -> ChangeRequest:
    """Say no, with words for the customer; the visit stays. That somebody came after all is not for them alone to say, and wants
    words. Raises NotFound, NotAllowed, ReasonMissing, Conflict, RequestOver."""
    change = as_team(actor, request_id)
    with answering(request_id, now, NOT_OVER, seen=seen) as row:
        if row.kind == Kind.ABSENT and not can_deny(actor, change.appointment):
            raise NotAllowed
        if row.kind == Kind.ABSENT and not words.strip():
            raise ReasonMissing
        row.state = State.DECLINED
        answered(row, actor, words, now)
        emit(ChangeDeclined(**facts(row, row.appointment)), actor=actor, at=now)
    return row


def close_about(appointment_id: UUID, *, asked_before: datetime, now: datetime) -> None:
    """The visit was moved or called off otherwise: what was asked before that is over."""
    rows = ChangeRequest.objects.filter(
        appointment=appointment_id, state__in=NOT_OVER, created_at__lte=asked_before
    ).values_list("pk", flat=True)
    for request_id in list(rows):
        _close(request_id, now=now)


def close_begun(*, now: datetime) -> int:
    """What was asked about visits that have begun is over; tells how many."""
    rows = ChangeRequest.objects.filter(state__in=NOT_OVER, appointment__starts_at__lte=now).exclude(kind=Kind.ABSENT)
    ids = list(rows.order_by("created_at", "pk").values_list("pk", flat=True)[:AT_ONCE])
    for request_id in ids:
        _close(request_id, now=now)
    return len(ids)


def _close(request_id: UUID, *, now: datetime) -> None:
    with transaction.atomic():
        row = locked(request_id)
        if row.state not in NOT_OVER:
            return
        row.state = State.CLOSED
        row.revision += 1
        row.save()
        emit(ChangeClosed(**facts(row, row.appointment)), actor=SYSTEM, at=now)


def _move(
    change: Change, starts_at: int, staff_id: UUID | None, *, now: datetime, lead_time: int | None = None
) -> None:
    """The team's move. Raises SlotTaken, RequestOver (the visit was called off a moment ago)."""
    request = move_search(change).request
    if lead_time is not None:
        request = replace(request, rules=replace(request.rules, lead_time=lead_time))
    by, check = Appointment.Party.STAFF, _still_ahead(now)
    try:
        carry_out_move(change, request, starts_at=starts_at, staff_id=staff_id, by=by, check=check, now=now)
    except (NotFound, WrongState) as gone:
        raise RequestOver(state=State.CLOSED) from gone


def _call_off(change: Change, choice: Choice, *, shown: str, now: datetime) -> None:
    by, check = Appointment.Party.STAFF, _still_ahead(now)

    def costing(locked: Change) -> Cost:
        terms = terms_of(locked, choice, now)
        charged_to = locked.charged_to if terms.is_owed and terms.fee else ""
        return Cost(terms.fee, terms.late, terms.is_owed, charged_to, terms.about)

    try:
        carry_out_cancel(change, by=by, reason="", check=check, now=now, shown=shown, costing=costing)
    except WrongState as gone:
        raise RequestOver(state=State.CLOSED) from gone


def _not_served(change: Change, *, shown: str, now: datetime) -> None:
    try:
        carry_out_not_served(change, reason="", shown=shown, now=now)
    except WrongState as gone:
        raise RequestOver(state=State.CLOSED) from gone


def _still_ahead(now: datetime) -> Check:
    def check(appointment: Appointment) -> None:
        if not is_ahead(appointment, now):
            raise RequestOver(state=State.CLOSED)

    return check


def _open_slot(change: Change, starts_at: int, staff_id: UUID | None, *, now: datetime) -> Slot:
    """The slot at this start as it could be booked now, by this person or whom the rule puts first. Raises SlotTaken."""
    search = move_search(change)
    request, ignoring = search.request, search.ignoring
    staff_ids = [str(staff_id)] * len(request.segments) if staff_id else None
    at = clock.epoch(now)
    found = ranked(request, slots_at(request, start=starts_at, now=at, staff_ids=staff_ids, ignoring=ignoring), now=at)
    if not found:
        raise SlotTaken(alternatives=alternatives(request, start=starts_at, now=at))
    return found[0]
