"""Doors to blocked time."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router, Status

from almanac.kit import clock
from almanac.kit.errors import NotAllowed, NotFound, SignInNeeded, responses
from almanac.kit.moments import Instant
from almanac.kit.requests import signed_in
from almanac.scheduling.actions import blocks
from almanac.scheduling.queries import hours as hours_queries
from almanac.scheduling.schemas.blocks import BusyBlockIn, BusyBlockOut

router = Router(tags=["scheduling"])
OF_STAFF = (SignInNeeded, NotFound, NotAllowed)


@router.get("/busy-blocks", response={200: list[BusyBlockOut], **responses(*OF_STAFF)}, operation_id="busy_blocks")
def busy_blocks(
    request: HttpRequest, staff: UUID, starting_from: Instant, starting_before: Instant
) -> list[BusyBlockOut]:
    """Blocked time of a staff member that touches the range."""
    hours_queries.check_may_read(signed_in(request), staff)
    rows = hours_queries.busy_blocks(staff, start=clock.epoch(starting_from), end=clock.epoch(starting_before))
    return [BusyBlockOut.of(row) for row in rows]


@router.post("/busy-blocks", response={201: BusyBlockOut, **responses(*OF_STAFF)}, operation_id="block_time")
def block_time(request: HttpRequest, payload: BusyBlockIn) -> Status[BusyBlockOut]:
    """Block time in a calendar; the answer names the appointments it lies over."""
    blocked = blocks.block_time(
        actor=signed_in(request),
        staff_id=payload.staff_member_id,
        starts_at=payload.starts_at,
        ends_at=payload.ends_at,
        note=payload.note,
        now=clock.now(),
    )
    return Status(201, BusyBlockOut.of(blocked.block, blocked.conflicts))


@router.delete("/busy-blocks/{block_id}", response={204: None, **responses(*OF_STAFF)}, operation_id="unblock_time")
def unblock_time(request: HttpRequest, block_id: UUID) -> Status[None]:
    """Open time again that was blocked here."""
    blocks.unblock_time(actor=signed_in(request), block_id=block_id, now=clock.now())
    return Status(204, None)
