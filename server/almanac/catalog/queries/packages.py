"""Packages of visits: as anybody may see them, and as they are edited."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from almanac.business.policies import Policies
from almanac.business.queries import policies_of
from almanac.catalog.models import Package, Service
from almanac.catalog.permissions import can_edit_catalogue
from almanac.catalog.queries.offers import visible_services
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound


@dataclass(frozen=True, slots=True)
class PackageOffer:
    """A package with the services it is good for that can be found, and the policies of its business."""

    package: Package
    services: tuple[Service, ...]
    policies: Policies

    @property
    def is_sound(self) -> bool:
        """Whether it can be sold: it is good for something, and one rate of tax holds for all of that."""
        return len({service.tax_rate_bp for service in self.services}) == 1

    @property
    def tax_rate_bp(self) -> int:
        """The rate of what it buys, which is known when it is sold."""
        return self.services[0].tax_rate_bp

    @property
    def single_amount(self) -> int:
        """What its visits come to one by one, of the cheapest of its services, minor units."""
        return min(service.price_amount for service in self.services) * self.package.visits


def _on_sale() -> QuerySet[Package]:
    staff = Q(staff_member=None) | Q(staff_member__archived_at=None)
    rows = Package.objects.filter(staff, archived_at=None, is_visible=True, business__archived_at=None)
    return rows.select_related("business", "staff_member").order_by("business__position", "position", "slug")


def packages_on_sale(
    *, business: str | None = None, service: UUID | None = None, staff: str | None = None
) -> list[PackageOffer]:
    """Packages anybody may buy: of a business (its slug), good for a service, with somebody (their slug). Three SQL queries."""
    rows = _on_sale()
    if business:
        rows = rows.filter(business__slug=business)
    if staff:
        rows = rows.filter(staff_member__slug=staff)
    found = [offer for offer in _offers(rows) if offer.is_sound]
    return [offer for offer in found if service is None or any(each.pk == service for each in offer.services)]


def some_packages(package_ids: Collection[UUID]) -> dict[UUID, PackageOffer]:
    """Those of the packages that can be bought now, by id. Three SQL queries, none without ids."""
    if not package_ids:
        return {}
    return {offer.package.pk: offer for offer in _offers(_on_sale().filter(pk__in=package_ids)) if offer.is_sound}


def package_by_slug(slug: str) -> PackageOffer:
    """One package on sale by its address. Raises NotFound."""
    found = [offer for offer in _offers(_on_sale().filter(slug=slug)) if offer.is_sound]
    if not found:
        raise NotFound
    return found[0]


def edited_packages(actor: Actor) -> QuerySet[Package]:
    """All packages in their order, hidden and archived ones too. One SQL query. Raises NotAllowed."""
    if not can_edit_catalogue(actor):
        raise NotAllowed
    return Package.objects.select_related("business", "staff_member").order_by("business__position", "position", "slug")


def edited_package(actor: Actor, package_id: UUID) -> Package:
    """One of them. Raises NotAllowed, NotFound."""
    found = edited_packages(actor).filter(pk=package_id).first()
    if found is None:
        raise NotFound
    return found


def _offers(rows: Iterable[Package]) -> list[PackageOffer]:
    packages = list(rows)
    if not packages:
        return []
    wanted = {key for row in packages for key in row.service_ids}
    services = {str(service.pk): service for service in visible_services().filter(pk__in=wanted)}
    policies = policies_of({row.business_id for row in packages})
    return [
        PackageOffer(row, tuple(services[key] for key in row.service_ids if key in services), policies[row.business_id])
        for row in packages
    ]
