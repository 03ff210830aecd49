"""Reads of the catalogue: public, constant in SQL whatever the number of services."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from almanac.business import queries as business
from almanac.business.policies import BookingPolicy, Policies
from almanac.catalog.errors import NotOnOffer
from almanac.catalog.models import Extra, Offering, Service, Venue
from almanac.kit.errors import NotFound


class Deliverer(NamedTuple):
    """Who delivers a service, as customers see them, with an own price or length where it differs.

    Read as plain columns and ids as text: a thousand people are read in milliseconds, as objects they take a hundred.
    """

    staff_id: str
    slug: str
    name: str
    title_json: str
    photo_url: str
    zone: str
    price_amount: int | None
    duration_minutes: int | None
    rating: float | None

    @property
    def staff_member_id(self) -> UUID:
        """The id as a key."""
        return UUID(self.staff_id)

    @property
    def title(self) -> dict[str, str]:
        """What they are called beside their name, by language."""
        words: dict[str, str] = json.loads(self.title_json)
        return words


@dataclass(frozen=True, slots=True)
class OnOffer:
    """A service with who delivers it, what can be added, and the policies of its business."""

    service: Service
    offerings: tuple[Deliverer, ...]
    extras: tuple[Extra, ...]
    policies: Policies

    @property
    def booking_policy(self) -> BookingPolicy:
        """The business's rules with the service's own laid over them."""
        return self.policies.booking_with(self.service.booking_rules)

    @property
    def from_amount(self) -> int:
        """The lowest price anybody takes for it."""
        own = [self.service.price_amount if o.price_amount is None else o.price_amount for o in self.offerings]
        return min(own, default=self.service.price_amount)

    @property
    def plus_tax(self) -> bool:
        """Whether its prices are written without the tax that it bears."""
        return self.service.tax_rate_bp > 0 and not self.policies.prices.prices_with_tax

    def extra(self, extra_id: UUID) -> Extra:
        """One of its extras. Raises NotOnOffer."""
        for extra in self.extras:
            if extra.id == extra_id:
                return extra
        raise NotOnOffer(what="extra", service_id=self.service.id)

    def offering_of(self, staff_id: UUID) -> Deliverer:
        """This staff member's offering. Raises NotOnOffer."""
        wanted = str(staff_id)
        for offering in self.offerings:
            if offering.staff_id == wanted:
                return offering
        raise NotOnOffer(what="staff_member", service_id=self.service.id)


def visible_services(business_slug: str | None = None) -> QuerySet[Service]:
    """Services anybody may see, of one business or all, in the order of their categories."""
    rows = Service.objects.filter(
        archived_at=None, is_visible=True, category__archived_at=None, business__archived_at=None
    ).select_related("category", "business")
    if business_slug is not None:
        rows = rows.filter(business__slug=business_slug)
    return rows.order_by("business__position", "category__position", "position", "slug")


def on_offer(services: Iterable[Service]) -> list[OnOffer]:
    """Each service with its bookable offerings and its extras; those nobody delivers are left out. Four SQL queries."""
    found = list(services)
    offerings = _deliverers(service.id for service in found)
    extras = _extras(found)
    policies = business.policies_of({service.business_id for service in found})
    return [
        OnOffer(service, tuple(offerings[str(service.id)]), tuple(extras[service.id]), policies[service.business_id])
        for service in found
        if offerings[str(service.id)]
    ]


def bookable_offerings(service_ids: Iterable[UUID]) -> QuerySet[Offering]:
    """Offerings whose staff member can be booked, with the staff member, in a stable order."""
    return (
        Offering.objects.filter(
            service_id__in=list(service_ids),
            archived_at=None,
            staff_member__archived_at=None,
            staff_member__is_bookable=True,
        )
        .select_related("staff_member")
        .order_by("staff_member__name", "pk")
    )


def some_on_offer(chosen: Mapping[UUID, Collection[UUID]]) -> dict[UUID, OnOffer]:
    """Those of the services that can be booked now, by id, each with just the extras named for it.

    Two SQL queries, three where any extra is named.
    """
    services = _with_policies(visible_services().filter(pk__in=list(chosen)))
    offerings = _deliverers(chosen) if services else {}
    extras = _extras([service for service, _ in services]) if any(chosen.values()) else {}
    return {
        service.id: OnOffer(
            service,
            tuple(offerings[str(service.id)]),
            tuple(extra for extra in extras.get(service.id, ()) if extra.id in chosen[service.id]),
            policies,
        )
        for service, policies in services
        if offerings[str(service.id)]
    }


def services_at_the_door(service_ids: Iterable[UUID]) -> set[UUID]:
    """Which of these services happen at the customer's address, on offer or not. One SQL query."""
    rows = Service.objects.filter(pk__in=set(service_ids), venue=Venue.CUSTOMER)
    return set(rows.values_list("pk", flat=True))


def by_slug(business_slug: str, slug: str) -> OnOffer:
    """One service by its address. Raises NotFound."""
    found = on_offer(visible_services(business_slug).filter(slug=slug))
    if not found:
        raise NotFound
    return found[0]


def offer_for(service_id: UUID, extra_ids: Iterable[UUID] = ()) -> OnOffer:
    """A service that can be booked with just the extras named: two SQL queries, three with extras. Raises NotOnOffer."""
    services = visible_services().filter(pk=service_id)
    found = _with_policies(services)
    offerings = tuple(_deliverers([service_id])[str(service_id)]) if found else ()
    if not offerings:
        raise NotOnOffer(what="service", service_id=service_id)
    service, policies = found[0]
    wanted = set(extra_ids)
    return OnOffer(service, offerings, _extras_among(service, wanted) if wanted else (), policies)


def _with_policies(services: QuerySet[Service]) -> list[tuple[Service, Policies]]:
    """Services with what booking goes by in their business, in no order. One SQL query."""
    rows = services.select_related(None).select_related("business").order_by()
    known: dict[UUID, Service] = {}
    stored: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for row in rows.annotate(group=F("business__settings__group"), values_of=F("business__settings__values")):
        known[row.id] = row
        if row.group:
            stored[row.id][row.group] = row.values_of
    return [(service, Policies.stored(stored[service.id])) for service in known.values()]


def _deliverers(service_ids: Iterable[UUID]) -> dict[str, list[Deliverer]]:
    """Who delivers each service, in a stable order, by the service's id as text. One SQL query."""
    rows = bookable_offerings(service_ids).values_list(
        Cast("service_id", TextField()),
        Cast("staff_member_id", TextField()),
        "staff_member__slug",
        "staff_member__name",
        Cast("staff_member__title", TextField()),
        "staff_member__photo_url",
        "staff_member__zone",
        "price_amount",
        "duration_minutes",
        "rating",
    )
    stored: dict[str, list[Deliverer]] = defaultdict(list)
    row: tuple[Any, ...]
    for row in rows:
        stored[row[0]].append(Deliverer(_id_text(row[1]), *row[2:]))
    found: dict[str, list[Deliverer]] = defaultdict(list)
    found.update((_id_text(service_id), deliverers) for service_id, deliverers in stored.items())
    return found


def _id_text(stored: str) -> str:
    """An id as text has it everywhere: SQLite stores it without its hyphens."""
    if len(stored) == 36:
        return stored
    return f"{stored[:8]}-{stored[8:12]}-{stored[12:16]}-{stored[16:20]}-{stored[20:]}"


def _extras(services: list[Service]) -> dict[UUID, list[Extra]]:
    """Extras per service: those that name it, and those of its business that name none. One SQL query."""
    rows = Extra.objects.filter(business__in={service.business_id for service in services}, archived_at=None)
    named: dict[UUID, tuple[Extra, set[UUID]]] = {}
    for extra in rows.annotate(for_service=F("services")).order_by("position", "slug"):
        _, only = named.setdefault(extra.id, (extra, set()))
        if extra.for_service is not None:
            only.add(extra.for_service)
    return {
        service.id: [
            extra
            for extra, only in named.values()
            if extra.business_id == service.business_id and (not only or service.id in only)
        ]
        for service in services
    }


def _extras_among(service: Service, wanted: set[UUID]) -> tuple[Extra, ...]:
    rows = Extra.objects.filter(Q(services=None) | Q(services=service), pk__in=wanted, archived_at=None)
    return tuple(rows.filter(business_id=service.business_id).distinct())
