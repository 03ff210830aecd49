"""Doors to merging two records of one person, and to undoing it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.customers.actions import merging
from almanac.customers.errors import AccountStays, AccountWouldSee, BothHaveAccounts, CannotUndo, PutAway
from almanac.customers.queries.merging import preview_of
from almanac.customers.schemas.inputs import MergeIn, MergePreviewIn
from almanac.customers.schemas.records import MergeOut, MergePreviewOut
from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.requests import signed_in

router = Router(tags=["customers"])
ALLOWED = (SignInNeeded, NotFound, NotAllowed)


@router.post(
    "/customers/{customer_id}/merge/preview",
    response={200: MergePreviewOut, **responses(*ALLOWED)},
    operation_id="preview_merge",
)
def preview(request: HttpRequest, customer_id: UUID, payload: MergePreviewIn) -> MergePreviewOut:
    """What merging another customer into this one would mean. Changes nothing."""
    return MergePreviewOut.of(preview_of(signed_in(request), customer_id, payload.absorbed_id))


@router.post(
    "/customers/{customer_id}/merge",
    response={201: MergeOut, **responses(*ALLOWED, PutAway, BothHaveAccounts, AccountStays, AccountWouldSee)},
    operation_id="merge_customers",
)
def merge(request: HttpRequest, customer_id: UUID, payload: MergeIn) -> Status[MergeOut]:
    """Move everything of another customer to this one. It can be undone."""
    row = merging.merge(
        actor=signed_in(request),
        kept_id=customer_id,
        absorbed_id=payload.absorbed_id,
        account_may_see=payload.account_may_see,
        now=clock.now(),
    )
    return Status(201, MergeOut.of(row))


@router.post(
    "/merges/{merge_id}/undo", response={200: MergeOut, **responses(*ALLOWED, CannotUndo)}, operation_id="undo_merge"
)
def undo(request: HttpRequest, merge_id: UUID) -> MergeOut:
    """Put back exactly what the merge had moved, all of it or nothing."""
    return MergeOut.of(merging.undo_merge(actor=signed_in(request), merge_id=merge_id, now=clock.now()))
