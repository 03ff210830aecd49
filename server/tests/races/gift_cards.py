"""Gift cards as commands of the crowd's processes: baskets that one card is to pay for, and the guards of what is on it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction

from almanac.booking.actions.book import Agreed, book
from almanac.booking.content import BasketContent
from almanac.booking.models import Basket
from almanac.booking.queries.baskets import token_hash
from almanac.catalog.models import Service
from almanac.kit import ids
from almanac.kit.actor import STRANGER, SYSTEM
from almanac.ledger import actions as ledger
from almanac.ledger import locks
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.payments.models import Payment
from almanac.sales import issuing
from almanac.sales.errors import GiftCardChanged
from almanac.sales.gift_cards import GiftWish
from almanac.sales.models import GiftCard
from almanac.scheduling.tests.factories import NOW
from tests.races.journeys import PRICE, fill

LOCK, FLOOR = locks.lock_available, vars(Role)["has_floor"]


def open_card(*, service: str, amount: int) -> dict[str, Any]:
    """A card with so much on it."""
    business = Service.objects.get(pk=service).business_id
    card, _ = issuing.give_by_hand(
        actor=SYSTEM, amount=amount, wish=GiftWish(business_id=business), language="en", reason="race", now=NOW
    )
    return {"card": str(card.pk)}


def fill_with_card(*, service: str, start: int, staff: str, card: str) -> dict[str, Any]:
    """A full basket of a stranger that the card is to pay for."""
    made = fill(service=service, lines=[[start, staff]])
    basket = Basket.objects.get(token_hash=token_hash(made["token"]))
    content = BasketContent.model_validate_json(basket.content)
    content.gift_cards = [UUID(card)]
    Basket.objects.filter(pk=basket.pk).update(content=content.model_dump_json())
    return made


def book_with_card(*, token: str, total: int, card: str, amount: int, method: str) -> dict[str, Any]:
    """The basket, so much of it from the card. Being refused for what is on it is an answer too."""
    agreed = Agreed(total, method, early_start_consent=True, gift_cards=((UUID(card), amount),))
    try:
        (order,) = book(actor=STRANGER, token=token, agreed=agreed, key=str(ids.new_id()), language="en", now=NOW)
    except GiftCardChanged as refusal:
        return {"refused": refusal.code}
    return {"refused": "", "order": str(order.pk)}


def look_at_card(*, card: str) -> dict[str, Any]:
    """What is left on it, and how often it was spent."""
    row = GiftCard.objects.get(pk=card)
    spent = Payment.objects.filter(gift_card=row)
    return {
        "left": balance(Role.GIFT_CARD, row.currency, row.holder),
        "spent": sum(payment.amount for payment in spent),
        "times": spent.count(),
        "broken": broken_laws(),
    }


def without_card_lock() -> dict[str, Any]:
    """This process takes the price of a clean, seen before, for what is on every card."""
    vars(locks)["lock_available"] = lambda *_: PRICE
    return {}


def without_floor() -> dict[str, Any]:
    """And its books know no floor."""
    Role.has_floor = property(lambda _: False)  # type: ignore[method-assign,assignment]
    return {}


def with_card_guards() -> dict[str, Any]:
    """This process looks again, under the lock, and its books have a floor."""
    vars(locks)["lock_available"] = LOCK
    Role.has_floor = FLOOR  # type: ignore[method-assign]
    return {}


def mend_cards() -> dict[str, Any]:
    """What was spent though it was not there is given by us: the books are in order again."""
    for card in GiftCard.objects.all():
        missing = -balance(Role.GIFT_CARD, card.currency, card.holder)
        if missing > 0:
            with transaction.atomic():
                ledger.post(
                    key=f"gift_card:{card.pk}:mended",
                    kind="goodwill",
                    currency=card.currency,
                    legs=[
                        ledger.debit(Role.GOODWILL, missing, f"business:{card.business_id}"),
                        ledger.credit(Role.GIFT_CARD, missing, card.holder),
                    ],
                    happened_at=NOW,
                    now=NOW,
                )
    return {"rebuilt": ledger.rebuild_balances()}


COMMANDS: dict[str, Any] = {
    "open_card": open_card,
    "fill_with_card": fill_with_card,
    "book_with_card": book_with_card,
    "look_at_card": look_at_card,
    "without_card_lock": without_card_lock,
    "without_floor": without_floor,
    "with_card_guards": with_card_guards,
    "mend_cards": mend_cards,
}
