"""Packages of visits: made, changed, put away and brought back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import (
    begun_or_locked,
    check_amount,
    check_may,
    check_picture,
    check_range,
    differences,
    locked,
    put_away,
)
from almanac.catalog.events import PackageChanged
from almanac.catalog.models import Offering, Package, Service
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.outbox.actions import emit

MOST_VISITS, MOST_MONTHS = 200, 60
FIELDS = ("slug", "name", "description", "service_ids", "visits", "price_amount", "months", "picture_url", "is_visible")


@dataclass(frozen=True, slots=True)
class PackageWish:
    """All that a package is to say. The price is minor units of its business's currency and includes tax."""

    name: Mapping[str, str]
    service_ids: Collection[UUID]
    visits: int
    price_amount: int
    business_id: UUID | None = None  # of a new one; it never changes
    staff_member_id: UUID | None = None
    description: Mapping[str, str] = field(default_factory=dict)
    months: int | None = None
    picture_url: str = ""
    is_visible: bool = True


def save_package(
    *, actor: Actor, package_id: UUID | None, wish: PackageWish, revision: int | None, now: datetime
) -> Package:
    """Write a package, a new one without `package_id`. Who bought it keeps it as it was sold.

    Raises NotAllowed, NotFound, Conflict, InvalidInput with every field that cannot be used.
    """
    check_may(actor)
    with transaction.atomic():
        package = begun_or_locked(Package, package_id, business_id=wish.business_id, revision=revision)
        package.currency = package.currency or package.business.currency
        before: dict[str, object] = _facts(package) if package_id else {}
        old_picture = package.picture_url
        package.name = wording.cleaned(wish.name)
        package.description = wording.cleaned(wish.description, lines=True)
        _check(package, wish, old_picture)
        package.service_ids = sorted({str(key) for key in wish.service_ids})
        package.staff_member_id = wish.staff_member_id
        package.visits, package.price_amount, package.months = wish.visits, wish.price_amount, wish.months
        package.picture_url, package.is_visible = wish.picture_url, wish.is_visible
        if not package.slug:
            package.slug = texts.free_slug("", package.name, set(Package.objects.values_list("slug", flat=True)))
        package.revision += 1
        package.save()
        old, new = differences(before, _facts(package))
        if old or new:
            emit(_event(package, "changed" if before else "added", old, new), actor=actor, at=now)
    return package


def archive_package(*, actor: Actor, package_id: UUID, archived: bool, now: datetime) -> Package:
    """Take it off the shelf, or put it back. Who bought it keeps it. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        package = locked(Package, package_id, None)
        if put_away(package, archived=archived, now=now):
            emit(_event(package, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return package


def _check(package: Package, wish: PackageWish, old_picture: str) -> None:
    faults: wording.Faults = {}
    wording.judge(faults, "name", package.name, longest=texts.NAME_LENGTH, needed=True)
    wording.judge(faults, "description", package.description, longest=texts.TEXT_LENGTH)
    check_range(faults, "visits", wish.visits, 1, MOST_VISITS)
    check_amount(faults, "price_amount", wish.price_amount)
    if wish.price_amount < 1:
        faults["price_amount"] = ["A package costs something. One for nothing is given by hand."]
    if wish.months is not None:
        check_range(faults, "months", wish.months, 1, MOST_MONTHS)
    check_picture(faults, wish.picture_url, old_picture)
    services = list(Service.objects.filter(business=package.business, pk__in=set(wish.service_ids)))
    if not services or len(services) != len(set(wish.service_ids)):
        faults["service_ids"] = ["Choose services of this business."]
    elif len({service.tax_rate_bp for service in services}) > 1:
        faults["service_ids"] = ["All its services must have the same rate of tax: it is due when the package is sold."]
    if wish.staff_member_id and not _delivers(package, wish):
        faults["staff_member_id"] = ["Choose somebody of this business who delivers all of these services."]
    if faults:
        raise InvalidInput(fields=faults)


def _delivers(package: Package, wish: PackageWish) -> bool:
    wanted = set(wish.service_ids)
    rows = Offering.objects.filter(
        staff_member=wish.staff_member_id, staff_member__business=package.business, service__in=wanted, archived_at=None
    )
    return rows.count() == len(wanted)


def _facts(package: Package) -> dict[str, object]:
    facts = {name: getattr(package, name) for name in FIELDS}
    return {**facts, "staff_member": str(package.staff_member_id or "")}


def _event(package: Package, what: str, before: dict[str, object], after: dict[str, object]) -> PackageChanged:
    return PackageChanged(business_id=package.business_id, package_id=package.pk, what=what, before=before, after=after)
