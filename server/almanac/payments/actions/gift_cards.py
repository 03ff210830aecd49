"""Paying with gift cards: taken when the order is placed, under the lock of the card, given back by refunds like any money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from almanac.kit.actor import Actor
from almanac.ledger import locks
from almanac.ledger.models import Role
from almanac.payments.actions.settling import spend
from almanac.payments.models import Payment, PaymentState
from almanac.payments.providers.gift_card import GIFT_CARD
from almanac.sales.apart import mark_test
from almanac.sales.errors import GiftCardChanged
from almanac.sales.models import GiftCard, Order


@dataclass(frozen=True, slots=True)
class Spend:
    """So much of a card for an order, as the customer was shown."""

    card_id: UUID
    order: Order
    amount: int


def redeem(*, actor: Actor, spends: Sequence[Spend], now: datetime) -> dict[UUID, int]:
    """Pay parts of orders from gift cards; what is paid of each order, by its id.

    All cards are locked first, by their keys, and before anything is posted; in the caller's transaction, after staff, order
    and coupons. Raises GiftCardChanged where a card has less than was shown, or cannot be spent any more: somebody was faster.
    """
    wanted = {each.card_id for each in spends}
    locked = GiftCard.objects.select_for_update(of=("self",)).select_related("line__order")
    rows = locked.filter(pk__in=wanted).order_by("pk") if wanted else ()
    cards = {card.pk: card for card in rows}
    available = {
        card.pk: locks.lock_available(Role.GIFT_CARD, card.holder, card.currency) if card.is_good else 0
        for card in sorted(cards.values(), key=lambda card: card.holder)
    }
    paid: dict[UUID, int] = {}
    for each in spends:
        card = cards[each.card_id]
        if available[card.pk] < each.amount or card.currency != each.order.currency:
            raise GiftCardChanged(ending=card.ending, available_amount=available[card.pk], currency=card.currency)
        available[card.pk] -= each.amount
        payment = Payment(
            order=each.order,
            method=GIFT_CARD,
            amount=each.amount,
            currency=each.order.currency,
            state=PaymentState.CAPTURED,
            captured_at=now,
            paid_with=card.ending,
            gift_card=card,
        )
        if card.line is not None and card.line.order.is_test:  # what test money bought is test money
            mark_test(each.order.pk)
        spend(order=each.order, payment=payment, holder=card.holder, now=now)
        paid[each.order.pk] = paid.get(each.order.pk, 0) + each.amount
    return paid
