"""Bundles of services: as anybody may see them, and as they are edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import QuerySet

from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Bundle, Venue
from almanac.catalog.permissions import can_edit_catalogue
from almanac.catalog.queries.offers import OnOffer, some_on_offer
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.kit.money import round_half_even

WHOLE = 10_000  # basis points


class Unsound(StrEnum):
    """Why a bundle cannot be sold as it is, the first reason that holds."""

    SERVICES = "services"
    CURRENCIES = "currencies"
    NOT_IN_A_ROW = "not_in_a_row"
    NOBODY = "nobody"


def unsound(bundle: Bundle, offers: Mapping[UUID, OnOffer]) -> Unsound | None:
    """Why it cannot be sold with what is on offer; None: it can."""
    found = [offers.get(UUID(key)) for key in bundle.service_ids]
    steps = [offer for offer in found if offer and offer.service.business_id == bundle.business_id]
    if not steps or len(steps) < len(found):
        return Unsound.SERVICES
    if len({offer.service.currency for offer in steps}) > 1:
        return Unsound.CURRENCIES
    fit = all(offer.service.venue == Venue.CUSTOMER and offer.service.capacity == 1 for offer in steps)
    if bundle.in_a_row and not fit:
        return Unsound.NOT_IN_A_ROW
    return Unsound.NOBODY if bundle.same_person and not doing_all(steps) else None


def can_be_booked(bundle: Bundle, offers: Mapping[UUID, OnOffer]) -> bool:
    """Whether it is on the shelf, with all of its services on offer."""
    return bundle.archived_at is None and bundle.is_visible and unsound(bundle, offers) is None


def doing_all(steps: Collection[OnOffer]) -> set[str]:
    """Who delivers every one of these services, ids as text."""
    return set.intersection(*({item.staff_id for item in offer.offerings} for offer in steps))


@dataclass(frozen=True, slots=True)
class BundleOffer:
    """A bundle that can be booked, with what stands behind each of its steps."""

    bundle: Bundle
    steps: tuple[OnOffer, ...]

    @property
    def currency(self) -> str:
        return self.steps[0].service.currency

    @property
    def plus_tax(self) -> bool:
        """Whether its prices are written without the tax that they bear."""
        return any(offer.plus_tax for offer in self.steps)

    @property
    def single_amount(self) -> int:
        """The least that its services come to one by one, minor units; by one person where one person does them."""
        if not self.bundle.same_person:
            return sum(offer.from_amount for offer in self.steps)
        sums = (sum(_price_with(offer, staff_id) for offer in self.steps) for staff_id in doing_all(self.steps))
        return min(sums)

    @property
    def from_amount(self) -> int:
        """The least that it comes to."""
        return self.single_amount - round_half_even(self.single_amount * self.bundle.percent_bp, WHOLE)

    @property
    def minutes(self) -> int:
        """How long its services take together."""
        return sum(offer.service.duration_minutes for offer in self.steps)


def bundles_on_sale(*, business: str | None = None) -> list[BundleOffer]:
    """Bundles anybody may book, of one business (its slug) or all. Three SQL queries."""
    rows = _on_sale()
    return _offers(rows.filter(business__slug=business) if business else rows)


def bundle_by_slug(slug: str) -> BundleOffer:
    """One bundle by its address. Raises NotFound."""
    found = _offers(_on_sale().filter(slug=slug))
    if not found:
        raise NotFound
    return found[0]


def bundle_for(bundle_id: UUID) -> BundleOffer:
    """A bundle that can be booked. Three SQL queries. Raises NotOnOffer."""
    found = _offers(_on_sale().filter(pk=bundle_id))
    if not found:
        raise NotOnOffer(what="bundle")
    return found[0]


def some_bundles(bundle_ids: Collection[UUID]) -> dict[UUID, Bundle]:
    """Those of the bundles that there are, by id, on the shelf or not. One SQL query, none without ids."""
    return {row.pk: row for row in Bundle.objects.filter(pk__in=bundle_ids)} if bundle_ids else {}


def edited_bundles(actor: Actor) -> QuerySet[Bundle]:
    """All bundles in their order, hidden and archived ones too. One SQL query. Raises NotAllowed."""
    if not can_edit_catalogue(actor):
        raise NotAllowed
    return Bundle.objects.select_related("business").order_by("business__position", "position", "slug")


def edited_bundle(actor: Actor, bundle_id: UUID) -> Bundle:
    """One of them. Raises NotAllowed, NotFound."""
    found = edited_bundles(actor).filter(pk=bundle_id).first()
    if found is None:
        raise NotFound
    return found


def _on_sale() -> QuerySet[Bundle]:
    rows = Bundle.objects.filter(archived_at=None, is_visible=True, business__archived_at=None)
    return rows.select_related("business").order_by("business__position", "position", "slug")


def _offers(rows: Iterable[Bundle]) -> list[BundleOffer]:
    bundles = list(rows)
    offers = some_on_offer({UUID(key): () for row in bundles for key in row.service_ids}) if bundles else {}
    return [
        BundleOffer(row, tuple(offers[UUID(key)] for key in row.service_ids))
        for row in bundles
        if unsound(row, offers) is None
    ]


def _price_with(offer: OnOffer, staff_id: str) -> int:
    own = offer.offering_of(UUID(staff_id)).price_amount
    return offer.service.price_amount if own is None else own
