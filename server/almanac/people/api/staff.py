"""Doors to staff members."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.business import queries as businesses
from almanac.kit.errors import NotFound, responses
from almanac.kit.pagination import Page, take_page
from almanac.kit.requests import language_of
from almanac.people.queries import staff as queries
from almanac.people.schemas.staff import StaffCard

router = Router(tags=["people"])


@router.get("/staff-members", response={200: Page[StaffCard], **responses(NotFound)}, operation_id="staff_cards")
def staff_cards(request: HttpRequest, business: str, cursor: str = "", limit: int = 50) -> Page[StaffCard]:
    """Bookable staff members of a business (its slug) by name, for anybody."""
    found, after = take_page(
        queries.staff_cards(businesses.by_slug(business).id), by="name", cursor=cursor, limit=limit
    )
    language = language_of(request)
    return Page(items=[StaffCard.of(staff, language) for staff in found], next_cursor=after)
