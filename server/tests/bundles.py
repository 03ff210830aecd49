"""A bundle of a clean and half an hour in the garden, and what it takes to put one into a basket, for tests."""

from __future__ import annotations

from typing import Any

from almanac.catalog.models import Bundle, Offering, Service, Venue
from almanac.people.models import StaffMember
from tests.shop import Shop, Visitor, make_service


def make_bundle(*services: Service, percent_bp: int = 1_000, **more: Any) -> Bundle:
    """On sale, of these services of one business, in this order; a tenth off."""
    return Bundle.objects.create(
        business=services[0].business,
        slug=more.pop("slug", "both"),
        name={"en": "Home and garden", "uk": "Дім і сад"},
        service_ids=[str(service.pk) for service in services],
        percent_bp=percent_bp,
        **more,
    )


def in_a_row(*services: Service, **more: Any) -> Bundle:
    """The same, one after the other in one visit."""
    return make_bundle(*services, timing="in_a_row", **more)


def at_the_door(shop: Shop, slug: str, *people: StaffMember, price: int = 2_000, **more: Any) -> Service:
    """Half an hour at the customer's address, by these people, both where none is named."""
    made = make_service(shop.business, shop.clean.category, slug, price, Venue.CUSTOMER, duration_minutes=30, **more)
    for person in people or (shop.sam, shop.sid):
        Offering.objects.create(service=made, staff_member=person)
    return made


def put_bundle(visitor: Visitor, bundle: Bundle) -> Any:
    return visitor.post("/basket/bundles", {"bundle_id": str(bundle.pk)})


def bundle_steps(line: dict[str, Any]) -> list[tuple[str, int]]:
    """What its bundle takes off a line of a basket or an order, and how it is called."""
    steps = line["steps"] if "steps" in line else line["breakdown"]
    return [(step["label"], step["amount"]) for step in steps if step["kind"] == "bundle"]
