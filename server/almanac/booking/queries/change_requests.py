"""Requests for a change: those an actor answers, and those that stand beside the visits of an order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects

from almanac.booking.models import ChangeRequest
from almanac.booking.queries.changes import Change
from almanac.kit.actor import Actor, Role, ScopeAction
from almanac.kit.errors import NotFound
from almanac.kit.sorting import Sorting
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment

State = ChangeRequest.State
NOT_OVER = (State.OPEN, State.PROPOSED)
TOLD = (*NOT_OVER, State.DECLINED)  # what a customer reads beside the visit
REQUESTS = Sorting({"name": "by_name", "visit": "by_visit", "asked": "created_at"}, standard="asked")


def answered_by(actor: Actor) -> QuerySet[ChangeRequest]:
    """Those about visits that are the actor's to look after, as `works_on` says of one."""
    if actor.is_admin:
        return ChangeRequest.objects.all()
    theirs = set(actor.managed_staff(ScopeAction.APPOINTMENTS))
    if actor.role is Role.STAFF and actor.staff_id:
        theirs.add(actor.staff_id)
    return ChangeRequest.objects.filter(appointment__staff_member__in=theirs)


def requests(
    actor: Actor, *, states: Sequence[str] = (), kind: str = "", business: str = "", now: datetime
) -> QuerySet[ChangeRequest]:
    """What the actor answers, with everything a screen names: one SQL query. What has begun is not open any more.

    Narrowed to states, a kind and a business (its slug) where given; REQUESTS says by what it may be sorted.
    """
    begun = Q(state__in=NOT_OVER, appointment__starts_at__lte=now) & ~Q(kind=ChangeRequest.Kind.ABSENT)
    rows = answered_by(actor).exclude(begun)
    if states:
        rows = rows.filter(state__in=states)
    if kind:
        rows = rows.filter(kind=kind)
    if business:
        rows = rows.filter(appointment__business__slug=business)
    rows = rows.annotate(by_name=F("appointment__customer__name"), by_visit=F("appointment__starts_at"))
    return rows.select_related(
        "order",
        "proposed_staff",
        "answered_by",
        *(f"appointment__{name}" for name in ("business", "service", "staff_member", "customer", "address")),
    )


def request_to_answer(actor: Actor, request_id: UUID) -> ChangeRequest:
    """One that the actor answers. Raises NotFound."""
    found = answered_by(actor).filter(pk=request_id).first()
    if found is None:
        raise NotFound
    return found


def with_requests(orders: Sequence[Order]) -> Sequence[Order]:
    """The orders, with what was asked about their visits: one SQL query for any number."""
    newest = Prefetch(
        "lines__appointment__change_requests",
        queryset=ChangeRequest.objects.select_related("proposed_staff").order_by("created_at", "pk"),
        to_attr="asked",
    )
    prefetch_related_objects(orders, newest)
    return orders


def request_told(appointment: Appointment, now: datetime, *, to_team: bool = False) -> ChangeRequest | None:
    """The newest request about a visit, while its customer has something to read in it: open, answered with a time,
    declined. The team reads why it declined afterwards too. None where `with_requests` did not look."""
    asked: list[ChangeRequest] = getattr(appointment, "asked", [])
    newest = asked[-1] if asked else None
    if newest is None or newest.state not in TOLD:
        return None
    is_later = newest.kind == ChangeRequest.Kind.ABSENT or (to_team and newest.state == State.DECLINED)
    if appointment.starts_at <= now and not is_later:
        return None
    return newest


def ask_refusal(change: Change, now: datetime) -> str | None:
    """Why nobody can ask about the visit: `over`, or `not_yours`; None: its customer can."""
    appointment = change.appointment
    if appointment.state not in (Appointment.State.PENDING, Appointment.State.CONFIRMED):
        return "over"
    if now >= appointment.starts_at:
        return "over"
    return None if change.by_customer else "not_yours"
