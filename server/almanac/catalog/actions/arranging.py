"""The order in which customers read services, categories, extras and bundles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from almanac.business.models import Business
from almanac.catalog.actions.saving import check_may
from almanac.catalog.events import CatalogueArranged
from almanac.catalog.models import Bundle, Category, Extra, Service
from almanac.kit.actor import Actor
from almanac.kit.errors import InvalidInput, NotFound
from almanac.outbox.actions import emit

Placed = TypeVar("Placed", Service, Category, Extra, Bundle)


class Kind(StrEnum):
    SERVICES = "services"
    CATEGORIES = "categories"
    EXTRAS = "extras"
    BUNDLES = "bundles"


def arrange(*, actor: Actor, business_slug: str, kind: Kind, ids: Sequence[UUID], now: datetime) -> None:
    """Put those named first, in this order; others keep theirs behind them. Raises NotAllowed, NotFound, InvalidInput."""
    check_may(actor)
    with transaction.atomic():
        business = Business.objects.select_for_update().filter(slug=business_slug).first()
        if business is None:
            raise NotFound
        if kind is Kind.SERVICES:
            _place(Service.objects.filter(business=business), ids)
        elif kind is Kind.CATEGORIES:
            _place(Category.objects.filter(business=business), ids)
        elif kind is Kind.BUNDLES:
            _place(Bundle.objects.filter(business=business), ids)
        else:
            _place(Extra.objects.filter(business=business), ids)
        emit(CatalogueArranged(business_id=business.pk, kind=kind, ids=list(ids)), actor=actor, at=now)


def _place(shelf: QuerySet[Placed], ids: Sequence[UUID]) -> None:
    rows = list(shelf.order_by("position", "slug"))
    place = {pk: number for number, pk in enumerate(ids)}
    if len(place) < len(ids) or not place.keys() <= {row.pk for row in rows}:
        raise InvalidInput(fields={"ids": ["Name each of this business once."]})
    rows.sort(key=lambda row: place.get(row.pk, len(place)))
    for number, row in enumerate(rows):
        row.position = number
    shelf.bulk_update(rows, ["position"])
