"""Gift cards: their codes, and the cards of an order before they are paid (docs/algorithms/goods.md, gift cards)."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from almanac.engine.price import Breakdown
from almanac.kit.actor import Actor
from almanac.kit.ids import CROCKFORD
from almanac.ledger import queries as ledger
from almanac.ledger.models import Role
from almanac.people.queries.accounts import proven_emails
from almanac.sales.models import GiftCard, LineKind, Order

CODE_LENGTH = 16  # of 32 letters and digits: 80 bits, which nobody tries out
GROUP = 4
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


@dataclass(frozen=True, slots=True)
class GiftWish:
    """Whom a gift card is for, and what it says; `deliver_on` is a day on the clock of its business."""

    business_id: UUID
    recipient_name: str = ""
    recipient_email: str = ""
    sender_name: str = ""
    message: str = ""
    deliver_on: date | None = None


@dataclass(frozen=True, slots=True)
class CardStanding:
    """A gift card and what is left of it, minor units."""

    card: GiftCard
    balance: int


def new_code() -> str:
    """A code nobody has: `XXXX-XXXX-XXXX-XXXX` in Crockford's base 32."""
    flat = "".join(secrets.choice(CROCKFORD) for _ in range(CODE_LENGTH))
    return "-".join(flat[at : at + GROUP] for at in range(0, CODE_LENGTH, GROUP))


def flat_code(typed: str) -> str:
    """A code as it is looked up, from what a person typed: any case, with or without hyphens, O for 0, I and L for 1."""
    return re.sub(r"[^0-9A-Za-z]", "", typed).upper().translate(_READ_AS)


def digest_of(typed: str) -> str:
    """What a code is found by. It cannot be turned back, and of so many codes none can be tried out."""
    return hashlib.sha256(f"almanac.gift_card {flat_code(typed)}".encode()).hexdigest()


def recipient_digest(email: str) -> str:
    """What the cards that were sent to a mailbox are found by: of no use without our key. "" of none."""
    if not email:
        return ""
    return hmac.new(settings.SECRET_KEY.encode(), f"gift_card:{email.lower()}".encode(), hashlib.sha256).hexdigest()


def give_code(card: GiftCard) -> str:
    """Give the card its code; the row is not saved."""
    code = new_code()
    card.code, card.digest, card.ending = code, digest_of(code), code[-GROUP:]
    return code


def prepare_cards(gifts: Mapping[str, GiftWish], price: Breakdown, order: Order) -> None:
    """Write the cards of an order down, without codes: they are issued when they are paid. In the caller's transaction."""
    if not gifts:
        return
    lines = {line.position: line for line in order.lines.filter(kind=LineKind.GIFT_CARD)}
    GiftCard.objects.bulk_create(
        GiftCard(
            id=lines[position].pk,
            business_id=wish.business_id,
            line=lines[position],
            currency=order.currency,
            amount=priced.total_amount,
            recipient_name=wish.recipient_name,
            recipient_email=wish.recipient_email,
            recipient_digest=recipient_digest(wish.recipient_email),
            sender_name=wish.sender_name,
            message=wish.message,
            language=order.language,
            deliver_on=wish.deliver_on,
        )
        for position, priced in enumerate(price.lines)
        if (wish := gifts.get(priced.line_id)) is not None
    )


def standings(cards: Iterable[GiftCard]) -> list[CardStanding]:
    """Each card with what is left of it. One SQL query, none without cards."""
    rows = list(cards)
    found = ledger.balances_of(Role.GIFT_CARD, [row.holder for row in rows]) if rows else {}
    return [CardStanding(row, found.get((row.holder, row.currency), 0)) for row in rows]


def card_of_code(typed: str) -> GiftCard | None:
    """The card with this code that can be spent, or None. One SQL query."""
    if len(flat_code(typed)) != CODE_LENGTH:
        return None
    card = GiftCard.objects.select_related("business").filter(digest=digest_of(typed)).first()
    return card if card is not None and card.is_good else None


def received_cards(actor: Actor) -> list[CardStanding]:
    """Gift cards that were sent to a mailbox which the actor's account has proven, once they are delivered, without those they
    bought themselves; the latest first. Three SQL queries at most."""
    if actor.user_id is None or actor.customer_id is None:
        return []
    digests = [recipient_digest(email) for email in proven_emails(actor.user_id)]
    sent = GiftCard.objects.filter(recipient_digest__in=digests, issued_at__isnull=False, delivered_at__isnull=False)
    sent = sent.exclude(line__order__customer=actor.customer_id)
    return standings(sent.select_related("business").order_by("-delivered_at", "pk"))
