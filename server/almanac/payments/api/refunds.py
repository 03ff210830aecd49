"""Doors to refunds that failed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.kit import clock
from almanac.kit.errors import NotFound, SignInNeeded, responses
from almanac.kit.requests import signed_in
from almanac.payments.actions import returning
from almanac.payments.errors import RefundNotFailed, TooMuchBack
from almanac.payments.schemas.payments import OtherwiseIn, refund_out
from almanac.sales.schemas import RefundOut

router = Router(tags=["payments"])
ERRORS = (SignInNeeded, NotFound, RefundNotFailed, TooMuchBack)


@router.post("/refunds/{refund_id}/again", response={200: RefundOut, **responses(*ERRORS)}, operation_id="refund_again")
def refund_again(request: HttpRequest, refund_id: UUID) -> RefundOut:
    """Ask the company once more for a refund that failed: a new one takes its place."""
    row = returning.ask_again(actor=signed_in(request), refund_id=refund_id, now=clock.now())
    return refund_out(row, row.payment, to_team=True)


@router.post(
    "/refunds/{refund_id}/otherwise", response={200: RefundOut, **responses(*ERRORS)}, operation_id="refund_otherwise"
)
def refund_otherwise(request: HttpRequest, refund_id: UUID, payload: OtherwiseIn) -> RefundOut:
    """A refund that failed was given back in cash or by transfer: a new one takes its place, done."""
    row = returning.given_otherwise(actor=signed_in(request), refund_id=refund_id, way=payload.way, now=clock.now())
    return refund_out(row, row.payment, to_team=True)
