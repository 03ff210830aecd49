"""A basket priced: the same pure function shows it and charges it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.catalog.queries import OnOffer
from almanac.engine.price import Breakdown, ExtraAsk, LineAsk, breakdown
from almanac.kit.localized import text_in


def price_of(lines: list[LineContent], offers: Mapping[UUID, OnOffer], *, language: str) -> Breakdown:
    """Every line whose service is on offer, priced for its chosen staff member where there is one."""
    return breakdown(
        tuple(_ask(line, offers[line.service_id], language) for line in lines if line.service_id in offers)
    )


def _ask(line: LineContent, offer: OnOffer, language: str) -> LineAsk:
    extras = {extra.id: extra for extra in offer.extras}
    own = {offering.staff_id: offering.price_amount for offering in offer.offerings}
    return LineAsk(
        line_id=str(line.id),
        name=text_in(offer.service.name, language),
        base_amount=offer.service.price_amount,
        staff_amount=own.get(str(line.staff_id)) if line.staff_id else None,
        extras=tuple(
            ExtraAsk(
                extra_id=str(item.extra_id),
                name=text_in(extras[item.extra_id].name, language),
                unit_amount=extras[item.extra_id].price_amount,
                quantity=item.quantity,
            )
            for item in line.extras
            if item.extra_id in extras
        ),
        tax_rate_bp=offer.service.tax_rate_bp,
        seats=line.seats,
    )
