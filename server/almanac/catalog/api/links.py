"""Doors to links that begin a booking, and their codes."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from almanac.business.permissions import can_make_links
from almanac.catalog.links import CONTENT_TYPES, BookingLink, CodeKind, booking_link, code_of
from almanac.catalog.schemas.offers import BookingLinkOut
from almanac.kit.errors import NotAllowed, NotFound, responses
from almanac.kit.requests import actor_of

router = Router(tags=["catalogue"])

Slug = Annotated[str, Field(max_length=50)]
CODES: dict[str, Any] = {
    "responses": {
        200: {
            "description": "OK",
            "content": {kind: {"schema": {"type": "string"}} for kind in CONTENT_TYPES.values()},
        }
    }
}


class LinkTo(Schema):
    """What a link leads to; empty is the customer's to choose, an empty language the reader's own."""

    business: Slug
    service: Slug = ""
    staff: Slug = ""
    language: Annotated[str, Field(max_length=3)] = ""


def _link(request: HttpRequest, to: LinkTo) -> BookingLink:
    if not can_make_links(actor_of(request)):
        raise NotAllowed
    return booking_link(business_slug=to.business, service=to.service, staff=to.staff, language=to.language)


@router.get(
    "/booking-links", response={200: BookingLinkOut, **responses(NotFound, NotAllowed)}, operation_id="booking_link"
)
def link(request: HttpRequest, to: Query[LinkTo]) -> BookingLinkOut:
    """The public link to a booking with a service and a person already chosen. Admins only."""
    return BookingLinkOut(url=_link(request, to).url)


@router.get(
    "/booking-links/code",
    response={200: None, **responses(NotFound, NotAllowed)},
    operation_id="booking_link_code",
    openapi_extra=CODES,
)
def link_code(request: HttpRequest, to: Query[LinkTo], kind: CodeKind = CodeKind.SVG) -> HttpResponse:
    """The same link as a QR code, to be printed: SVG or PNG. Admins only."""
    made = _link(request, to)
    answer = HttpResponse(code_of(made, kind), content_type=CONTENT_TYPES[kind])
    answer["Content-Disposition"] = f'inline; filename="{made.file_name}.{kind}"'
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return answer
