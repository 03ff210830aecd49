"""Doors to a customer's points, for the team."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Header, Router, Status

from almanac.customers.permissions import can_edit
from almanac.customers.queries import records
from almanac.kit import clock
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import signed_in
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch
from almanac.sales.errors import PointsOff
from almanac.sales.points import accounts_of, correct
from almanac.sales.points_told import PointCorrectionIn, PointsOut

router = Router(tags=["customers"])
REFUSED = (SignInNeeded, NotAllowed, NotFound)


@router.get(
    "/customers/{customer_id}/points",
    response={200: list[PointsOut], **responses(*REFUSED)},
    operation_id="customer_points",
)
def points(request: HttpRequest, customer_id: UUID) -> list[PointsOut]:
    """A customer's points with each business that gives any, or did."""
    return _told(signed_in(request), customer_id)


@router.post(
    "/customers/{customer_id}/points",
    response={
        201: list[PointsOut],
        **responses(*REFUSED, PointsOff, IdempotencyInProgress, IdempotencyMismatch),
    },
    operation_id="correct_points",
)
def correct_points(
    request: HttpRequest,
    customer_id: UUID,
    payload: PointCorrectionIn,
    idempotency_key: Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)],
) -> Status[list[PointsOut]]:
    """Add points, or take some, with a reason. Sending it again with the same Idempotency-Key changes nothing more."""
    actor = signed_in(request)
    correct(
        actor=actor,
        customer_id=customer_id,
        slug=payload.business,
        points=payload.points,
        reason=payload.reason,
        key=idempotency_key,
        now=clock.now(),
    )
    return Status(201, _told(actor, customer_id))


def _told(actor: Actor, customer_id: UUID) -> list[PointsOut]:
    row = records.customer(actor, customer_id, now=clock.now())
    if not can_edit(actor):
        raise NotAllowed
    is_archived = row.archived_at is not None
    return [PointsOut.of(found, actor, is_archived=is_archived) for found in accounts_of(row.pk)]
