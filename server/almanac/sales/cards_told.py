"""Gift cards as the API tells them: to who holds one, to who bought one, to administrators. Amounts are minor units."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.ledger.models import Entry, Role
from almanac.sales.gift_cards import CardStanding
from almanac.sales.models import GiftCard

CardState = Literal["unpaid", "good", "spent", "stopped", "voided"]


def state_of(standing: CardStanding) -> CardState:
    """How a card stands."""
    card = standing.card
    if card.voided_at is not None:
        return "voided"
    if card.issued_at is None:
        return "unpaid"
    if card.stopped_at is not None:
        return "stopped"
    return "good" if standing.balance else "spent"


class CodeIn(Schema):
    """The code of a gift card, as typed."""

    code: Annotated[str, Field(max_length=60)]


class CardBalanceOut(Schema):
    """What is left on a gift card of what was on it."""

    ending: str
    amount: int
    balance_amount: int
    currency: str

    @classmethod
    def of(cls, standing: CardStanding) -> Self:
        card = standing.card
        return cls(ending=card.ending, amount=card.amount, balance_amount=standing.balance, currency=card.currency)


class HeldCardOut(CardBalanceOut):
    """A gift card as whoever was given it sees it, with its code."""

    code: str
    business_name: str
    recipient_name: str
    sender_name: str
    message: str
    state: CardState

    @classmethod
    def held(cls, standing: CardStanding) -> Self:
        card = standing.card
        return cls(
            **CardBalanceOut.of(standing).dict(),
            code=card.code if card.is_good else "",
            business_name=card.business.name,
            recipient_name=card.recipient_name,
            sender_name=card.sender_name,
            message=card.message,
            state=state_of(standing),
        )


class ReceivedCardOut(CardBalanceOut):
    """A gift card that was sent to whoever asks. Its code is in the letter it came with, and not here."""

    id: UUID
    business_name: str
    sender_name: str
    message: str
    state: CardState
    delivered_at: datetime | None

    @classmethod
    def received(cls, standing: CardStanding) -> Self:
        card = standing.card
        return cls(
            **CardBalanceOut.of(standing).dict(),
            id=card.pk,
            business_name=card.business.name,
            sender_name=card.sender_name,
            message=card.message,
            state=state_of(standing),
            delivered_at=card.delivered_at,
        )


class BoughtCardOut(Schema):
    """A gift card as whoever bought it sees it: its code is its recipient's. `deliver_on` is when they are told."""

    id: UUID
    line_id: UUID | None
    order_number: str
    ending: str
    amount: int
    balance_amount: int
    currency: str
    recipient_name: str
    recipient_email: str
    state: CardState
    deliver_on: date | None
    delivered_at: datetime | None

    @classmethod
    def bought(cls, standing: CardStanding) -> Self:
        card = standing.card
        return cls(
            id=card.pk,
            line_id=card.line_id,
            order_number=card.line.order.number if card.line else "",
            ending=card.ending,
            amount=card.amount,
            balance_amount=standing.balance,
            currency=card.currency,
            recipient_name=card.recipient_name,
            recipient_email=card.recipient_email,
            state=state_of(standing),
            deliver_on=card.deliver_on,
            delivered_at=card.delivered_at,
        )


class GiftCardOut(BoughtCardOut):
    """A gift card as administrators see it, without its code. `reason` is why it was given by hand, or voided."""

    business: str
    created_at: datetime
    issued_at: datetime | None
    voided_at: datetime | None
    given_by: str
    reason: str

    @classmethod
    def seen(cls, standing: CardStanding) -> Self:
        card = standing.card
        return cls(
            **BoughtCardOut.bought(standing).dict(),
            business=card.business.slug,
            created_at=card.created_at,
            issued_at=card.issued_at,
            voided_at=card.voided_at,
            given_by=card.given_by.get_full_name() if card.given_by else "",
            reason=card.reason,
        )


class CardEntryOut(Schema):
    """A movement on a gift card: what it added (below nothing: took off), and what stood there then."""

    kind: str
    amount: int
    balance_amount: int
    happened_at: datetime
    order_number: str

    @classmethod
    def of(cls, entry: Entry, card: GiftCard, before: int, numbers: dict[str, str]) -> Self:
        postings = entry.postings.all()
        own = sum(
            -posting.amount
            for posting in postings
            if posting.account.role == Role.GIFT_CARD and posting.account.holder == card.holder
        )
        return cls(
            kind=entry.kind,
            amount=own,
            balance_amount=before + own,
            happened_at=entry.happened_at,
            order_number=numbers.get(entry.subject, ""),
        )


class GiftCardPageOut(GiftCardOut):
    """The same with every movement on it, the oldest first."""

    entries: list[CardEntryOut]


class GiveCardIn(Schema):
    """A gift card that nobody pays for, and why."""

    business_id: UUID
    amount: Annotated[int, Field(ge=1, le=100_000_000)]
    recipient_name: Annotated[str, Field(max_length=200)] = ""
    recipient_email: Annotated[str, Field(max_length=254)] = ""
    sender_name: Annotated[str, Field(max_length=200)] = ""
    message: Annotated[str, Field(max_length=2_000)] = ""
    reason: Annotated[str, Field(max_length=500)]


class GivenCardOut(Schema):
    """The card that was given, and its code, which is told this once."""

    card: GiftCardOut
    code: str


class VoidCardIn(Schema):
    reason: Annotated[str, Field(max_length=500)]


class CardsWanted(Schema):
    """Which cards: how they stand, of which business (its slug), and by the last signs of their codes."""

    state: Literal["", "unpaid", "issued", "stopped", "voided"] = ""
    business: Annotated[str, Field(max_length=50)] = ""
    ending: Annotated[str, Field(max_length=20)] = ""
