"""Gift cards named for a basket and taken out of it, and what they pay when it becomes orders."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from almanac.booking.actions.baskets import changing
from almanac.booking.content import MAX_GIFT_CARDS
from almanac.booking.errors import BasketFull
from almanac.booking.models import Basket
from almanac.booking.queries.gift_cards import CardShare, by_card
from almanac.payments.actions.gift_cards import Spend
from almanac.sales.errors import GiftCardChanged, GiftCardUnknown
from almanac.sales.gift_cards import card_of_code
from almanac.sales.models import Order


def name_card(*, token: str, typed: str, now: datetime) -> Basket:
    """Have the card with this code pay for the basket, as far as it reaches; naming it twice is no change. The code is not kept.

    Raises NoBasket, GiftCardUnknown, BasketFull.
    """
    card = card_of_code(typed)
    if card is None:
        raise GiftCardUnknown
    with changing(token=token, now=now) as (basket, content):
        if card.pk not in content.gift_cards:
            if len(content.gift_cards) >= MAX_GIFT_CARDS:
                raise BasketFull(limit=MAX_GIFT_CARDS)
            content.gift_cards.append(card.pk)
    return basket


def drop_card(*, token: str, card_id: UUID, now: datetime) -> Basket:
    """Go on without a card; dropping it twice is no error. Raises NoBasket."""
    with changing(token=token, now=now) as (basket, content):
        content.gift_cards = [each for each in content.gift_cards if each != card_id]
    return basket


def check_shown(shares: Collection[CardShare], shown: Mapping[UUID, int]) -> None:
    """Whether the cards pay what the customer was shown. Raises GiftCardChanged, naming one that does not."""
    if by_card(shares) == dict(shown):
        return
    for share in shares:
        if share.used != shown.get(share.card.pk, 0):
            raise GiftCardChanged(
                ending=share.card.ending, available_amount=share.available, currency=share.card.currency
            )
    raise GiftCardChanged(ending="", available_amount=0, currency="")


def spends_of(shares: Collection[CardShare], orders: Sequence[Order]) -> list[Spend]:
    """What is taken from which card for which order: each currency is an order of its own."""
    by_currency = {order.currency: order for order in orders}
    return [Spend(share.card.pk, by_currency[share.card.currency], share.used) for share in shares if share.used]
