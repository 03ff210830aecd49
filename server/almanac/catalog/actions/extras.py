"""Extras: made, changed, put away and brought back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from almanac.catalog.actions import texts
from almanac.catalog.actions.saving import (
    begun_or_locked,
    check_amount,
    check_may,
    check_range,
    differences,
    locked,
    put_away,
)
from almanac.catalog.actions.service_edits import LONGEST_MINUTES
from almanac.catalog.events import ExtraChanged
from almanac.catalog.models import Extra, Service
from almanac.kit import wording
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput
from almanac.outbox.actions import emit

MOST_QUANTITY = 99
FIELDS = ("slug", "name", "price_amount", "duration_minutes", "max_quantity")


@dataclass(frozen=True, slots=True)
class ExtraWish:
    """All that an extra is to say; with no services named it fits all of its business."""

    name: Mapping[str, str]
    price_amount: int
    business_id: UUID | None = None  # of a new one; it never changes
    duration_minutes: int = 0
    max_quantity: int = 1
    service_ids: Collection[UUID] = ()


def save_extra(*, actor: Actor, extra_id: UUID | None, wish: ExtraWish, revision: int | None, now: datetime) -> Extra:
    """Write an extra, a new one without `extra_id`. Raises NotAllowed, NotFound, Conflict, InvalidInput."""
    check_may(actor)
    with transaction.atomic():
        extra = begun_or_locked(Extra, extra_id, business_id=wish.business_id, revision=revision)
        before: dict[str, object] = _facts(extra) if extra_id else {}
        extra.name = wording.cleaned(wish.name)
        services = _checked(extra, wish)
        if not extra.slug:
            taken = set(Extra.objects.filter(business=extra.business).values_list("slug", flat=True))
            extra.slug = texts.free_slug("", extra.name, taken)
        extra.price_amount = wish.price_amount
        extra.duration_minutes = wish.duration_minutes
        extra.max_quantity = wish.max_quantity
        extra.revision += 1
        extra.save()
        extra.services.set(services)
        old, new = differences(before, _facts(extra))
        if old or new:
            emit(_event(extra, "changed" if before else "added", old, new), actor=actor, at=now)
    return extra


def archive_extra(*, actor: Actor, extra_id: UUID, archived: bool, now: datetime) -> Extra:
    """Put an extra away, or bring it back; orders keep it. Raises NotAllowed, NotFound."""
    check_may(actor)
    with transaction.atomic():
        extra = locked(Extra, extra_id, None)
        if put_away(extra, archived=archived, now=now):
            emit(_event(extra, "archived" if archived else "restored", {}, {}), actor=actor, at=now)
    return extra


def _checked(extra: Extra, wish: ExtraWish) -> list[Service]:
    faults: wording.Faults = {}
    wording.judge(faults, "name", extra.name, longest=texts.NAME_LENGTH, needed=True)
    check_amount(faults, "price_amount", wish.price_amount)
    check_range(faults, "duration_minutes", wish.duration_minutes, 0, LONGEST_MINUTES)
    check_range(faults, "max_quantity", wish.max_quantity, 1, MOST_QUANTITY)
    services = list(Service.objects.filter(business=extra.business, pk__in=wish.service_ids))
    if len(services) < len(set(wish.service_ids)):
        faults["service_ids"] = ["At least one of these services is not of this business."]
    if faults:
        raise InvalidInput(fields=faults)
    return services


def _facts(extra: Extra) -> dict[str, object]:
    services = sorted(str(pk) for pk in extra.services.values_list("pk", flat=True))
    return {**{name: getattr(extra, name) for name in FIELDS}, "services": services}


def _event(extra: Extra, what: str, before: dict[str, object], after: dict[str, object]) -> ExtraChanged:
    return ExtraChanged(business_id=extra.business_id, extra_id=extra.pk, what=what, before=before, after=after)
