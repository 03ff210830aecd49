"""Services: made, changed with who delivers them, put away and brought back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from pydantic import ValidationError

from almanac.business.models import Business
from almanac.business.policies import BookingPolicy
from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import (
    check_amount,
    check_may,
    check_picture,
    check_range,
    differences,
    locked,
    open_business,
    put_away,
)
from almanac.catalog.events import ServiceChanged
from almanac.catalog.models import Category, Offering, Service, Venue
from almanac.catalog.questions import FormQuestion, check_form, stored_form
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.outbox.actions import emit
from almanac.people.models import StaffMember

LONGEST_MINUTES, LONGEST_BUFFER, MOST_SEATS = 24 * 60, 12 * 60, 500
PLAIN = (
    "slug",
    "name",
    "description",
    "preparation",
    "duration_minutes",
    "price_amount",
    "tax_rate_bp",
    "buffer_before_minutes",
    "buffer_after_minutes",
    "capacity",
    "venue",
    "is_visible",
    "picture_url",
    "booking_rules",
    "questions",
)


@dataclass(frozen=True, slots=True)
class OfferingWish:
    """Who is to deliver it; an own price (minor units) or length (minutes) where it differs."""

    staff_id: UUID
    price_amount: int | None = None
    duration_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class ServiceWish:
    """All that a service is to say. Prices are minor units of its business's currency, with tax or without as the
    business writes them."""

    category_id: UUID
    name: Mapping[str, str]
    duration_minutes: int
    price_amount: int
    business_id: UUID | None = None  # of a new one; it never changes
    slug: str = ""
    description: Mapping[str, str] = field(default_factory=dict)
    preparation: Mapping[str, str] = field(default_factory=dict)
    tax_rate_bp: int = 2000
    buffer_before_minutes: int = 0
    buffer_after_minutes: int = 0
    capacity: int = 1
    venue: str = Venue.CUSTOMER
    is_visible: bool = True
    picture_url: str = ""
    booking_rules: Mapping[str, Any] = field(default_factory=dict)
    questions: Sequence[FormQuestion] = ()
    offerings: Sequence[OfferingWish] = ()


def save_service(
    *, actor: Actor, service_id: UUID | None, wish: ServiceWish, revision: int | None, now: datetime
) -> Service:
    """Write a service, a new one without `service_id`. Orders and appointments keep what they were sold with.

    Raises NotAllowed, NotFound, Conflict, InvalidInput with every field that cannot be used.
    """
    check_may(actor)
    with transaction.atomic():
        if service_id is None:
            business = open_business(wish.business_id)
            service = Service(business=business, currency=business.currency, revision=0)
            service.position = Service.objects.filter(business=business).count()
            before: dict[str, object] = {}
        else:
            service = locked(Service, service_id, revision)
            before = facts_of(service)
        _write(service, wish)
        _check(service, wish)
        service.revision += 1
        service.save()
        _offer(service, wish.offerings, now=now)
        old, new = differences(before, facts_of(service))
        if old or new:
            what = "changed" if before else "added"
            emit(_event(service, what, old, new), actor=actor, at=now)
    return service


def archive_service(*, actor: Actor, service_id: UUID, archived: bool, now: datetime) -> Service:
    """Take it off the shelf, or put it back. What is booked stays booked. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        service = locked(Service, service_id, None)
        if put_away(service, archived=archived, now=now):
            emit(_event(service, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return service


def facts_of(service: Service) -> dict[str, object]:
    """What it says, as the audit trail keeps it."""
    offerings = Offering.objects.filter(service=service, archived_at=None).order_by("pk")
    told: dict[str, object] = {name: getattr(service, name) for name in PLAIN}
    told["category_id"] = str(service.category_id)
    told["offerings"] = {str(row.staff_member_id): [row.price_amount, row.duration_minutes] for row in offerings}
    return told


def _write(service: Service, wish: ServiceWish) -> None:
    taken = set(Service.objects.filter(business=service.business).exclude(pk=service.pk).values_list("slug", flat=True))
    service.name = wording.cleaned(wish.name)
    service.slug = service.slug if service.slug and not wish.slug else texts.free_slug(wish.slug, service.name, taken)
    service.description = wording.cleaned(wish.description, lines=True)
    service.preparation = wording.cleaned(wish.preparation, lines=True)
    for name in (
        "duration_minutes",
        "price_amount",
        "tax_rate_bp",
        "buffer_before_minutes",
        "buffer_after_minutes",
        "capacity",
        "venue",
        "is_visible",
    ):
        setattr(service, name, getattr(wish, name))


def _check(service: Service, wish: ServiceWish) -> None:
    """Everything at once, so that nobody mends one thing to be told of the next. Writes what needed checking first."""
    faults: wording.Faults = {}
    wording.judge(faults, "name", service.name, longest=texts.NAME_LENGTH, needed=True)
    wording.judge(faults, "description", service.description, longest=texts.TEXT_LENGTH)
    wording.judge(faults, "preparation", service.preparation, longest=texts.TEXT_LENGTH)
    check_range(faults, "duration_minutes", wish.duration_minutes, 5, LONGEST_MINUTES)
    check_amount(faults, "price_amount", wish.price_amount)
    check_range(faults, "tax_rate_bp", wish.tax_rate_bp, 0, 10_000)
    check_range(faults, "buffer_before_minutes", wish.buffer_before_minutes, 0, LONGEST_BUFFER)
    check_range(faults, "buffer_after_minutes", wish.buffer_after_minutes, 0, LONGEST_BUFFER)
    check_range(faults, "capacity", wish.capacity, 1, MOST_SEATS)
    if wish.venue not in Venue.values:
        faults["venue"] = ["Choose where it takes place."]
    check_picture(faults, wish.picture_url, service.picture_url)
    category = Category.objects.filter(pk=wish.category_id, business=service.business).first()
    if category is None or (category.archived_at and category.pk != service.category_id):
        faults["category_id"] = ["Choose a category."]
    faults |= _faulty_rules(wish.booking_rules) | _faulty_offerings(service.business, wish.offerings, service)
    try:
        check_form(wish.questions)
    except InvalidInput as error:
        faults |= error.fields
    if faults or category is None:
        raise InvalidInput(fields=faults)
    service.category = category
    service.picture_url = wish.picture_url
    service.booking_rules = dict(wish.booking_rules)
    service.questions = stored_form(wish.questions)


def _faulty_rules(rules: Mapping[str, Any]) -> wording.Faults:
    faults: wording.Faults = {}
    try:
        BookingPolicy.model_validate(rules)
    except ValidationError as error:
        for found in error.errors():
            faults.setdefault(".".join(["booking_rules", *map(str, found["loc"])]), []).append(found["msg"])
    return faults


def _faulty_offerings(business: Business, wishes: Sequence[OfferingWish], service: Service) -> wording.Faults:
    """People of the business who still work for it, each once; whoever left and stands there already may stay."""
    faults: wording.Faults = {}
    staff = set(StaffMember.objects.filter(business=business, archived_at=None).values_list("pk", flat=True))
    known = set(Offering.objects.filter(service=service.pk).values_list("staff_member", flat=True))
    seen: set[UUID] = set()
    for place, wish in enumerate(wishes):
        at = f"offerings.{place}"
        if wish.staff_id not in staff | known:
            faults.setdefault(f"{at}.staff_id", []).append("This person does not work for this business.")
        if wish.staff_id in seen:
            faults.setdefault(f"{at}.staff_id", []).append("This person stands here twice.")
        seen.add(wish.staff_id)
        if wish.price_amount is not None:
            check_amount(faults, f"{at}.price_amount", wish.price_amount)
        if wish.duration_minutes is not None:
            check_range(faults, f"{at}.duration_minutes", wish.duration_minutes, 5, LONGEST_MINUTES)
    return faults


def _offer(service: Service, wishes: Sequence[OfferingWish], *, now: datetime) -> None:
    rows = {row.staff_member_id: row for row in Offering.objects.filter(service=service)}
    for wish in wishes:
        row = rows.pop(wish.staff_id, None) or Offering(service=service, staff_member_id=wish.staff_id, revision=0)
        wanted = (wish.price_amount, wish.duration_minutes, None)
        if row.revision and (row.price_amount, row.duration_minutes, row.archived_at) == wanted:
            continue
        row.price_amount, row.duration_minutes, row.archived_at = wanted
        row.revision += 1
        row.save()
    for row in rows.values():
        if row.archived_at is None:
            row.archived_at = now
            row.revision += 1
            row.save(update_fields=["archived_at", "revision"])


def _event(service: Service, what: str, before: dict[str, object], after: dict[str, object]) -> ServiceChanged:
    return ServiceChanged(business_id=service.business_id, service_id=service.pk, what=what, before=before, after=after)
