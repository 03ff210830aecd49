"""Doors to what was sent to whom."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Router

from almanac.kit.errors import NotAllowed, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import actor_of
from almanac.notifications import queries
from almanac.notifications.schemas import DeliveryOut

router = Router(tags=["messages"])


@router.get("/deliveries", response={200: Page[DeliveryOut], **responses(NotAllowed)}, operation_id="deliveries")
def deliveries(
    request: HttpRequest, appointment: UUID | None = None, cursor: str = "", limit: int = 50
) -> Page[DeliveryOut]:
    """Messages and what became of them, newest first, of one appointment or all. Admins, and managers in their scope."""
    rows = queries.deliveries(actor_of(request), appointment_id=appointment)
    found, following = take_page(rows, by="-created_at", cursor=cursor, limit=limit)
    return Page(items=[DeliveryOut.of(row) for row in found], next_cursor=following)
