"""Facts about the journeys around an order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, kw_only=True)
class AccountWished(Event):
    """The holder of an order's link asked for an account: its mailbox gets a letter, whether it has one or not."""

    name: ClassVar[str] = "booking.account_wished"
    order_id: UUID


@dataclass(frozen=True, kw_only=True)
class OrderLapsed(Event):
    """An order that was to be paid before it stands was not paid in time: its visits gave their time back."""

    name: ClassVar[str] = "booking.order_lapsed"
    order_id: UUID
    business_id: UUID


@dataclass(frozen=True, kw_only=True)
class OrderCalledOff(Event):
    """An order that waited to be paid was called off by its customer or the team: its visits gave their time back."""

    name: ClassVar[str] = "booking.order_called_off"
    order_id: UUID
    business_id: UUID


@dataclass(frozen=True, kw_only=True)
class VisitRestored(Event):
    """One visit that was called off was put back: its order owes what it is worth again."""

    name: ClassVar[str] = "booking.visit_restored"
    order_id: UUID
    appointment_id: UUID
    business_id: UUID


@dataclass(frozen=True, kw_only=True)
class OrderRefused(Event):
    """A paid order was looked at and refused: its visits gave their time back, and its money goes back."""

    name: ClassVar[str] = "booking.order_refused"
    order_id: UUID
    business_id: UUID


@dataclass(frozen=True, kw_only=True)
class ChangeEvent(Event):
    """What all facts about a customer's request for a change say; `kind` is move or cancel."""

    request_id: UUID
    appointment_id: UUID
    order_id: UUID
    business_id: UUID
    kind: str


@dataclass(frozen=True, kw_only=True)
class ChangeAsked(ChangeEvent):
    """A customer asks for what the rules do not allow at once; or again, since a proposed time has gone."""

    name = "booking.change_asked"


@dataclass(frozen=True, kw_only=True)
class ChangeProposed(ChangeEvent):
    """The team answered with a time of its own; `starts_at` is in epoch seconds."""

    name = "booking.change_proposed"
    starts_at: int


@dataclass(frozen=True, kw_only=True)
class ChangeAgreed(ChangeEvent):
    """Carried out: accepted by the team, or a proposal taken by the customer."""

    name = "booking.change_agreed"


@dataclass(frozen=True, kw_only=True)
class ChangeDeclined(ChangeEvent):
    name = "booking.change_declined"


@dataclass(frozen=True, kw_only=True)
class ChangeWithdrawn(ChangeEvent):
    """Taken back by the customer; `was_proposed` when it was a no to the team's proposal."""

    name = "booking.change_withdrawn"
    was_proposed: bool


@dataclass(frozen=True, kw_only=True)
class ChangeClosed(ChangeEvent):
    """Nothing is left to answer: the visit was moved or called off otherwise, or began."""

    name = "booking.change_closed"


@dataclass(frozen=True, kw_only=True)
class WaitingEvent(Event):
    """What all facts about an entry of the waiting list say."""

    entry_id: UUID
    business_id: UUID


@dataclass(frozen=True, kw_only=True)
class WaitingJoined(WaitingEvent):
    name = "booking.waiting_joined"


@dataclass(frozen=True, kw_only=True)
class WaitingOfferEvent(WaitingEvent):
    """What all facts about an offer say; `starts_at` is in epoch seconds."""

    offer_id: UUID
    starts_at: int


@dataclass(frozen=True, kw_only=True)
class WaitingOffered(WaitingOfferEvent):
    """A time is kept for the entry; `by_hand` where somebody of the team chose it."""

    name = "booking.waiting_offered"
    by_hand: bool


@dataclass(frozen=True, kw_only=True)
class WaitingOfferTaken(WaitingOfferEvent):
    """The time is in a basket, and still kept."""

    name = "booking.waiting_offer_taken"


@dataclass(frozen=True, kw_only=True)
class WaitingOfferDeclined(WaitingOfferEvent):
    name = "booking.waiting_offer_declined"


@dataclass(frozen=True, kw_only=True)
class WaitingOfferLapsed(WaitingOfferEvent):
    """Not taken, or not booked, in time; `lapses` so far. The entry waits on, unless it is over with this."""

    name = "booking.waiting_offer_lapsed"
    lapses: int


@dataclass(frozen=True, kw_only=True)
class WaitingEnded(WaitingEvent):
    """The entry is over: `booked`, `left`, `lapsed`, `expired` or `removed`."""

    name = "booking.waiting_ended"
    how: str
