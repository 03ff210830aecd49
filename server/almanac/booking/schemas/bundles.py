"""Bundles in a basket, as the API tells them."""

from __future__ import annotations

from typing import Self
from uuid import UUID

from ninja import Schema

from almanac.booking.queries.baskets import BasketView
from almanac.booking.queries.bundles import BundleLines, Gap
from almanac.catalog.models import Bundle
from almanac.engine.price_facts import StepKind
from almanac.kit.localized import text_in


class BasketBundleOut(Schema):
    """Lines of the basket that were put in together, `id` is this time of it. `gap` says why nothing comes off: `missing`, a line
    was taken out; `parted`, they are not one visit any more; `changed` since it was put in; `off_shelf`, not sold any more.
    `null`: `saved_amount` comes off the `line_ids`, whose steps have the shares."""

    id: UUID
    bundle_id: UUID
    name: str
    timing: Bundle.Timing
    same_person: bool
    percent_bp: int
    line_ids: list[UUID]
    saved_amount: int
    gap: Gap | None

    @classmethod
    def of(cls, item: BundleLines, view: BasketView) -> Self:
        row, own = item.bundle, {str(line.id) for line in item.lines}
        priced = (line for price in view.prices.values() for line in price.lines if line.line_id in own)
        saved = sum(step.amount for line in priced for step in line.steps if step.kind is StepKind.BUNDLE)
        return cls(
            id=item.instance,
            bundle_id=row.pk,
            name=text_in(row.name, view.language),
            timing=Bundle.Timing(row.timing),
            same_person=row.same_person,
            percent_bp=row.percent_bp,
            line_ids=[line.id for line in item.lines],
            saved_amount=-saved,
            gap=item.gap,
        )
