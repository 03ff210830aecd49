"""Gift cards that are to pay for a basket: what is on each, and how much of it goes into what."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from uuid import UUID

from almanac.booking.content import BasketContent
from almanac.booking.queries.goods import Good
from almanac.engine.price import Breakdown
from almanac.sales.gift_cards import standings
from almanac.sales.models import GiftCard


@dataclass(frozen=True, slots=True)
class CardShare:
    """A card in a basket: what is on it, minor units, and what of that pays for the basket."""

    card: GiftCard
    available: int
    used: int


def shares_of(
    content: BasketContent, prices: Mapping[str, Breakdown], goods: Collection[Good]
) -> tuple[CardShare, ...]:
    """What each named card pays, in their order, as far as it and the total of its currency reach. Where a gift card is bought no
    gift card pays: money would only change its card. Two SQL queries, none without cards."""
    if not content.gift_cards:
        return ()
    rows = {row.pk: row for row in GiftCard.objects.filter(pk__in=content.gift_cards)}
    named = standings(rows[card_id] for card_id in content.gift_cards if card_id in rows)
    sells_cards = {good.currency for good in goods if good.gift}
    left = {currency: 0 if currency in sells_cards else price.total_amount for currency, price in prices.items()}
    found = []
    for standing in named:
        card, balance = standing.card, standing.balance if standing.card.is_good else 0
        used = min(balance, left.get(card.currency, 0))
        left[card.currency] = left.get(card.currency, 0) - used
        found.append(CardShare(card, balance, used))
    return tuple(found)


def by_card(shares: Collection[CardShare]) -> dict[UUID, int]:
    """What pays, by card; cards that pay nothing are left out."""
    return {share.card.pk: share.used for share in shares if share.used}
