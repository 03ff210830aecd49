"""What every step of a request for a change is made of: its row under its lock, who may, and what its events say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import TypedDict
from uuid import UUID

from django.db import transaction

from almanac.booking.errors import RequestOver
from almanac.booking.models import ChangeRequest
from almanac.booking.queries.change_requests import NOT_OVER, request_to_answer
from almanac.booking.queries.changes import Change, change_of
from almanac.kit.actor import Actor
from almanac.kit.errors import Conflict, NotAllowed, NotFound
from almanac.scheduling.models import Appointment
from almanac.scheduling.permissions import is_ahead, was_to_be

State = ChangeRequest.State


@contextmanager
def answering(
    request_id: UUID, now: datetime, states: Sequence[str], *, seen: int | None = None
) -> Iterator[ChangeRequest]:
    """The request under its lock, in one of these states and about a visit it can still change; saved at the end.

    Raises RequestOver, Conflict.
    """
    with transaction.atomic():
        row = locked(request_id)
        if row.state not in states or not _is_open(row, now):
            raise RequestOver(state=row.state if row.state not in NOT_OVER else _standing(row, states, now))
        if seen is not None and seen != row.revision:
            raise Conflict
        yield row
        row.revision += 1
        row.save()


def _standing(row: ChangeRequest, states: Sequence[str], now: datetime) -> str:
    """How a request stands that the clock or a reaction has yet to close."""
    return row.state if _is_open(row, now) and row.state not in states else State.CLOSED


def _is_open(row: ChangeRequest, now: datetime) -> bool:
    """Whether the visit is still to come; of one that nobody came to, whether it was not called off for that."""
    return (was_to_be if row.kind == ChangeRequest.Kind.ABSENT else is_ahead)(row.appointment, now)


def locked(request_id: UUID) -> ChangeRequest:
    """The row, until the caller's transaction ends."""
    rows = ChangeRequest.objects.select_for_update(of=("self",)).select_related("appointment")
    return rows.get(pk=request_id)


def as_customer(actor: Actor, request_id: UUID) -> Change:
    """The visit, seen by its customer or the holder of the order's link. Raises NotFound, NotAllowed."""
    appointment_id = ChangeRequest.objects.filter(pk=request_id).values_list("appointment", flat=True).first()
    if appointment_id is None:
        raise NotFound
    change = change_of(actor, appointment_id)
    if not change.by_customer:
        raise NotAllowed
    return change


def as_team(actor: Actor, request_id: UUID) -> Change:
    """The visit, seen by whoever looks after it. Raises NotFound."""
    row = request_to_answer(actor, request_id)
    change = change_of(actor, row.appointment_id)
    if not change.by_team:
        raise NotFound
    return change


def answered(row: ChangeRequest, actor: Actor, words: str, now: datetime) -> None:
    """Who answered, and what they said."""
    row.answer, row.answered_at, row.answered_by_id = words.strip(), now, actor.user_id


class Facts(TypedDict):
    """What every event about a request says."""

    request_id: UUID
    appointment_id: UUID
    order_id: UUID
    business_id: UUID
    kind: str


def facts(row: ChangeRequest, visit: Appointment) -> Facts:
    """Of a request about this visit."""
    return {
        "request_id": row.pk,
        "appointment_id": visit.pk,
        "order_id": row.order_id,
        "business_id": visit.business_id,
        "kind": str(row.kind),
    }
