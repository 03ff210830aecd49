"""Facts about asking for money that an order still owes, by the team and by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event
from almanac.payments.events import PaymentEvent


@dataclass(frozen=True, slots=True)
class PaymentLinkSent(Event):
    """Somebody of the team had an order's customer sent the link to pay `amount`; the order waits for it until `pay_by`, where it
    waits."""

    name: ClassVar[str] = "payments.link_sent"
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str
    pay_by: datetime | None


@dataclass(frozen=True, slots=True)
class PaymentLinkCopied(Event):
    """Somebody of the team took the link that opens an order, to hand it to its customer."""

    name: ClassVar[str] = "payments.link_copied"
    order_id: UUID
    business_id: UUID


@dataclass(frozen=True, slots=True)
class CardCharged(Event):
    """Somebody of the team has what a customer keeps charged for an order; the customer said yes to it. Whether it worked tells
    the payment."""

    name: ClassVar[str] = "payments.card_charged"
    charge_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class PaymentStillAwaited(PaymentEvent):
    """What an order waits for has not come, and the time for it is nearly over. `amount` is what is still missing."""

    name: ClassVar[str] = "payments.still_awaited"
    pay_by: datetime | None
