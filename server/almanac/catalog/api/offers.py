"""Doors to the catalogue: public reads."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from almanac.catalog.queries import offers as queries
from almanac.catalog.schemas.offers import ServiceOut
from almanac.kit.errors import NotFound, responses
from almanac.kit.requests import language_of

router = Router(tags=["catalogue"])


@router.get("/services", response={200: list[ServiceOut], **responses()}, operation_id="services")
def services(request: HttpRequest, business: str | None = None) -> list[ServiceOut]:
    """Every service that can be booked, of one business or of all."""
    language = language_of(request)
    return [ServiceOut.of(offer, language) for offer in queries.on_offer(queries.visible_services(business))]


@router.get("/services/{business}/{slug}", response={200: ServiceOut, **responses(NotFound)}, operation_id="service")
def service(request: HttpRequest, business: str, slug: str) -> ServiceOut:
    """One service by its address."""
    return ServiceOut.of(queries.by_slug(business, slug), language_of(request))
