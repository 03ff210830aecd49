"""Doors by which administrators give, end and refund packages of visits."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from django.http import HttpRequest
from ninja import Header, Router, Schema, Status
from pydantic import Field

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, ProofNeeded, SignInNeeded, responses
from almanac.kit.requests import language_of, proven, signed_in
from almanac.outbox.errors import IdempotencyInProgress, IdempotencyMismatch
from almanac.payments.actions import passes
from almanac.sales import queries
from almanac.sales.errors import PassChanged, PassOver
from almanac.sales.passes_told import PassOut

router = Router(tags=["packages"])
REFUSED = (SignInNeeded, NotAllowed, NotFound)
TWICE = (IdempotencyInProgress, IdempotencyMismatch)
Key = Annotated[str, Header(alias="Idempotency-Key", min_length=8, max_length=100)]
Reason = Annotated[str, Field(max_length=500)]


class GivePassIn(Schema):
    """A package that nobody pays for, for whom, and why."""

    package_id: UUID
    customer_id: UUID
    reason: Reason


class GivenPassOut(Schema):
    """The package that was given, and its code, which is told this once; its customer is written to."""

    held: PassOut
    code: str


class VoidPassIn(Schema):
    reason: Reason


class RefundPassIn(Schema):
    """`amount` is what was shown, minor units: another one refuses."""

    amount: Annotated[int, Field(ge=1)]
    note: Reason


@router.post(
    "/given-passes", response={201: GivenPassOut, **responses(*REFUSED, ProofNeeded, *TWICE)}, operation_id="give_pass"
)
def give(request: HttpRequest, payload: GivePassIn, idempotency_key: Key) -> Status[GivenPassOut]:
    """Give a customer a package that nobody pays for. Its code is in this answer and in their letter. Sending it again with the
    same Idempotency-Key is the same package."""
    actor = proven(request)
    held, code = passes.give_by_hand(
        actor=actor,
        package_id=payload.package_id,
        customer_id=payload.customer_id,
        language=language_of(request),
        reason=payload.reason,
        now=clock.now(),
        key=idempotency_key,
    )
    return Status(201, GivenPassOut(held=PassOut.seen(queries.visit_pass(actor, held.pk)), code=code))


@router.post(
    "/passes/{pass_id}/void",
    response={200: PassOut, **responses(*REFUSED, ProofNeeded, PassOver)},
    operation_id="void_pass",
)
def void(request: HttpRequest, pass_id: UUID, payload: VoidPassIn) -> PassOut:
    """End a package for good, with a reason. Visits that are booked stay."""
    actor = proven(request)
    passes.void(actor=actor, pass_id=pass_id, reason=payload.reason, now=clock.now())
    return PassOut.seen(queries.visit_pass(actor, pass_id))


@router.post(
    "/passes/{pass_id}/refund",
    response={200: PassOut, **responses(*REFUSED, PassChanged, PassOver)},
    operation_id="refund_pass",
)
def refund(request: HttpRequest, pass_id: UUID, payload: RefundPassIn) -> PassOut:
    """Give back what was paid for the visits that are not used, the way it was paid."""
    actor = signed_in(request)
    passes.refund_unused(actor=actor, pass_id=pass_id, amount=payload.amount, note=payload.note, now=clock.now())
    return PassOut.seen(queries.visit_pass(actor, pass_id))
