"""Reads of price rules: those that hold for services on sale, and all of them for their editors."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from almanac.catalog.models import PriceRule
from almanac.catalog.permissions import can_edit_catalogue
from almanac.catalog.pricing import rule_of
from almanac.engine.price_rules import Rule
from almanac.kit.actor import Actor
from almanac.kit.errors import NotAllowed


def rules_of(business_ids: Iterable[UUID], language: str) -> list[Rule]:
    """The rules of these businesses as the engine knows them. One SQL query, none for no business."""
    rows = PriceRule.objects.filter(business__in=set(business_ids), archived_at=None)
    return [rule_of(row, language) for row in rows]


def price_rules(actor: Actor) -> QuerySet[PriceRule]:
    """All rules in their order, archived ones too. One SQL query. Raises NotAllowed."""
    if not can_edit_catalogue(actor):
        raise NotAllowed
    rows = PriceRule.objects.select_related("business")
    return rows.order_by("business__position", "position", "pk")
