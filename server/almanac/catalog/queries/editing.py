"""The catalogue as its editors read it: hidden and archived things too, with every language."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from almanac.business.models import Business
from almanac.business.policies import BookingPolicy
from almanac.business.queries import policies_of
from almanac.catalog.models import Category, Extra, Offering, Service
from almanac.catalog.permissions import can_edit_catalogue
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed, NotFound
from almanac.kit.sorting import Sorting
from almanac.people.models import StaffMember

SERVICES = Sorting(
    {"arranged": "position", "name": "name_en", "price": "price_amount", "length": "duration_minutes"},
    standard="arranged",
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a service can be put together from, for all businesses; archived ones only because something may name them."""

    businesses: list[Business]
    rules: dict[UUID, BookingPolicy]  # of each business
    categories: list[Category]
    staff: list[StaffMember]


def services(
    actor: Actor, *, business: str = "", category: str = "", state: str = "", text: str = ""
) -> QuerySet[Service]:
    """Services to edit: `state` is current (standard), archived or all. Raises NotAllowed.

    With how many people deliver each; one SQL query. SERVICES says by what they may be sorted.
    """
    _check(actor)
    rows = Service.objects.select_related("business", "category").annotate(
        name_en=Cast(KT("name__en"), TextField()),
        people=Count(
            "offerings",
            filter=Q(offerings__archived_at=None, offerings__staff_member__archived_at=None),
            distinct=True,
        ),
    )
    if state != "all":
        rows = rows.filter(archived_at__isnull=state != "archived")
    if business:
        rows = rows.filter(business__slug=business)
    if category:
        rows = rows.filter(category__slug=category)
    if text:
        found = Q(slug__icontains=text)
        for code, _ in settings.LANGUAGES:
            found |= Q(**{f"name__{code}__icontains": text})
        rows = rows.filter(found)
    return rows


def service(actor: Actor, service_id: UUID) -> Service:
    """One service, archived ones too. Raises NotAllowed, NotFound."""
    _check(actor)
    found = Service.objects.select_related("business", "category").filter(pk=service_id).first()
    if found is None:
        raise NotFound
    return found


def offerings_of(service: Service) -> list[Offering]:
    """Who delivers it now, by name."""
    rows = Offering.objects.filter(service=service, archived_at=None).select_related("staff_member")
    return list(rows.order_by("staff_member__name", "pk"))


def categories(actor: Actor) -> QuerySet[Category]:
    """All categories in their order, with how many current services each has. Raises NotAllowed."""
    _check(actor)
    rows = Category.objects.select_related("business")
    counted = rows.annotate(service_count=Count("services", filter=Q(services__archived_at=None)))
    return counted.order_by("business__position", "position", "slug")


def extras(actor: Actor) -> QuerySet[Extra]:
    """All extras in their order, with the services each is limited to. Two SQL queries. Raises NotAllowed."""
    _check(actor)
    rows = Extra.objects.select_related("business").prefetch_related("services")
    return rows.order_by("business__position", "position", "slug")


def extras_of(service: Service) -> list[Extra]:
    """Those that can be added to it."""
    rows = Extra.objects.filter(Q(services=None) | Q(services=service), business=service.business, archived_at=None)
    return list(rows.distinct().order_by("position", "slug"))


def choices(actor: Actor) -> Choices:
    """What can be chosen while editing: four SQL queries. Raises NotAllowed."""
    _check(actor)
    businesses = list(Business.objects.filter(archived_at=None))
    policies = policies_of({business.pk for business in businesses})
    return Choices(
        businesses,
        {business_id: policy.booking for business_id, policy in policies.items()},
        list(Category.objects.order_by("position", "slug")),
        list(StaffMember.objects.order_by("name", "pk")),
    )


def _check(actor: Actor) -> None:
    if not can_edit_catalogue(actor):
        raise NotAllowed
