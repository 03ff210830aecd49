"""A basket priced: the same pure function shows it and charges it."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from almanac.booking.content import LineContent
from almanac.catalog.queries.offers import OnOffer
from almanac.engine.price import Breakdown, ExtraAsk, LineAsk, breakdown
from almanac.kit.localized import text_in


def prices_of(lines: list[LineContent], offers: Mapping[UUID, OnOffer], *, language: str) -> dict[str, Breakdown]:
    """Every line whose service is on offer, priced for its chosen staff member where there is one; by currency, in the
    order in which the lines bring them, since each currency is an order of its own.
    """
    asks: dict[str, list[LineAsk]] = {}
    for line in lines:
        offer = offers.get(line.service_id)
        if offer is not None:
            asks.setdefault(offer.service.currency, []).append(_ask(line, offer, language))
    return {currency: breakdown(tuple(found)) for currency, found in asks.items()}


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
