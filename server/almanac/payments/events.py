"""Facts about payments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from almanac.outbox.events import Event


@dataclass(frozen=True, slots=True)
class PaymentEvent(Event):
    """Of one payment of one order. Amounts are minor units of `currency`."""

    payment_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class PaymentCaptured(PaymentEvent):
    """Money arrived for an order."""

    name: ClassVar[str] = "payments.captured"


@dataclass(frozen=True, slots=True)
class PaymentPromised(PaymentEvent):
    """The customer did their part of a debit; the bank answers in days."""

    name: ClassVar[str] = "payments.promised"


@dataclass(frozen=True, slots=True)
class PaymentBroken(PaymentEvent):
    """A debit that was promised did not come: the order owes again."""

    name: ClassVar[str] = "payments.broken"


@dataclass(frozen=True, slots=True)
class PaymentWarned(PaymentEvent):
    """The card's bank says that a payment may be fraud; a dispute may follow."""

    name: ClassVar[str] = "payments.warned"


@dataclass(frozen=True, slots=True)
class PaymentUnfit(PaymentEvent):
    """Money came in another currency than was asked: it pays nothing and goes back by itself. `amount` is of its own currency."""

    name: ClassVar[str] = "payments.unfit"


@dataclass(frozen=True, slots=True)
class TransferEvent(PaymentEvent):
    """Of a transfer that is waited for until `pay_by`; `amount` is what is still to come."""

    pay_by: datetime | None


@dataclass(frozen=True, slots=True)
class TransferAwaited(TransferEvent):
    """An order is to be paid by bank transfer before it stands."""

    name: ClassVar[str] = "payments.transfer_awaited"


@dataclass(frozen=True, slots=True)
class TransferShort(TransferEvent):
    """A part of it came."""

    name: ClassVar[str] = "payments.transfer_short"


@dataclass(frozen=True, slots=True)
class TransferReminded(TransferEvent):
    """It has not come, and the time for it is nearly over."""

    name: ClassVar[str] = "payments.transfer_reminded"


@dataclass(frozen=True, slots=True)
class PaymentAwaited(PaymentEvent):
    """An order is to be paid until `pay_by` before it stands, by its link or to the team."""

    name: ClassVar[str] = "payments.awaited"
    pay_by: datetime | None


@dataclass(frozen=True, slots=True)
class ChargeEvent(Event):
    """Of a charge while the customer is away. `amount` is what was tried; `tries` how often, with this one."""

    charge_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str
    tries: int
    next_try_at: datetime | None
    decline: str


@dataclass(frozen=True, slots=True)
class ChargeFailed(ChargeEvent):
    """It did not work; another try comes at `next_try_at`."""

    name: ClassVar[str] = "payments.charge_failed"


@dataclass(frozen=True, slots=True)
class ChargeGivenUp(ChargeEvent):
    """It did not work, and no other try comes by itself."""

    name: ClassVar[str] = "payments.charge_given_up"


@dataclass(frozen=True, slots=True)
class MethodKept(Event):
    """A customer keeps a card or a debit for later."""

    name: ClassVar[str] = "payments.method_kept"
    kept_id: UUID
    customer_id: UUID
    method: str


@dataclass(frozen=True, slots=True)
class ChargeRetried(Event):
    """Somebody had a charge tried at once, after so many tries."""

    name: ClassVar[str] = "payments.charge_retried"
    charge_id: UUID
    order_id: UUID
    business_id: UUID
    tries: int


@dataclass(frozen=True, slots=True)
class MethodPreferred(Event):
    """Charges go to this one of what a customer keeps from now on."""

    name: ClassVar[str] = "payments.method_preferred"
    kept_id: UUID
    customer_id: UUID
    method: str


@dataclass(frozen=True, slots=True)
class MethodRemoved(Event):
    """It is kept no more, and the company was told to forget it."""

    name: ClassVar[str] = "payments.method_removed"
    kept_id: UUID
    customer_id: UUID
    method: str


@dataclass(frozen=True, slots=True)
class RefundEvent(Event):
    """Of one refund of one payment."""

    refund_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str
    why: str


@dataclass(frozen=True, slots=True)
class RefundAsked(RefundEvent):
    """Money is to go back."""

    name: ClassVar[str] = "payments.refund_asked"


@dataclass(frozen=True, slots=True)
class RefundBooked(RefundEvent):
    """The company took it on; it reaches the customer in days."""

    name: ClassVar[str] = "payments.refund_booked"


@dataclass(frozen=True, slots=True)
class RefundFailed(RefundEvent):
    """It could not be sent back; somebody of the team has to."""

    name: ClassVar[str] = "payments.refund_failed"


@dataclass(frozen=True, slots=True)
class DisputeChanged(Event):
    """A customer's bank takes a payment back, or has decided."""

    name: ClassVar[str] = "payments.dispute_changed"
    dispute_id: UUID
    order_id: UUID
    business_id: UUID
    stage: str


@dataclass(frozen=True, slots=True)
class ProviderAccountChanged(Event):
    """An administrator set, switched on or off our keys at a company, or said where its payments are taken. The keys are not
    told."""

    name: ClassVar[str] = "payments.account_changed"
    account_id: UUID
    provider: str
    mode: str
    is_on: bool
    takes_in_page: bool = False


@dataclass(frozen=True, slots=True)
class PayoutEvent(Event):
    """Of money that a company sent to our bank, or took from it (below nothing)."""

    account_id: UUID
    provider: str
    reference: str
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class PayoutBooked(PayoutEvent):
    """It left the company's balance."""

    name: ClassVar[str] = "payments.payout_booked"


@dataclass(frozen=True, slots=True)
class PayoutFailed(PayoutEvent):
    """Our bank did not take it; it is on the company's balance again."""

    name: ClassVar[str] = "payments.payout_failed"


@dataclass(frozen=True, slots=True)
class CompaniesOrdered(Event):
    """An administrator said which companies take new payments of a way to pay, the first one first."""

    name: ClassVar[str] = "payments.companies_ordered"
    method: str
    companies: str
    old_companies: str


@dataclass(frozen=True, slots=True)
class StatementRead(Event):
    """A bank's statement was uploaded; how many of its lines of money in were new."""

    name: ClassVar[str] = "payments.statement_read"
    statement_id: UUID
    business_id: UUID
    lines: int


@dataclass(frozen=True, slots=True)
class BankLineBooked(Event):
    """A line of a bank's statement was booked as a payment of an order."""

    name: ClassVar[str] = "payments.bank_line_booked"
    line_id: UUID
    payment_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class BankLineSetAside(Event):
    """A line of a bank's statement is of no order, or is looked at after all."""

    name: ClassVar[str] = "payments.bank_line_set_aside"
    line_id: UUID
    business_id: UUID
    is_aside: bool


@dataclass(frozen=True, slots=True)
class TipGiven(Event):
    """A customer gave somebody who came a tip, and it has arrived."""

    name: ClassVar[str] = "payments.tip_given"
    tip_id: UUID
    order_id: UUID
    business_id: UUID
    staff_id: UUID
    amount: int
    currency: str


@dataclass(frozen=True, slots=True)
class OrderHeld(Event):
    """A paid order waits for somebody of the team to look at it."""

    name: ClassVar[str] = "payments.order_held"
    review_id: UUID
    order_id: UUID
    business_id: UUID
    amount: int
    currency: str
    reasons: str


@dataclass(frozen=True, slots=True)
class ReviewApproved(Event):
    """Somebody looked, and the order stands."""

    name: ClassVar[str] = "payments.review_approved"
    review_id: UUID
    order_id: UUID
    business_id: UUID


@dataclass(frozen=True, slots=True)
class ReviewRefused(Event):
    """Somebody looked and said no, or nobody did in time: the order ends and its money goes back."""

    name: ClassVar[str] = "payments.review_refused"
    review_id: UUID
    order_id: UUID
    business_id: UUID


@dataclass(frozen=True, slots=True)
class DisputeAnswered(Event):
    """Our evidence was sent to the company."""

    name: ClassVar[str] = "payments.dispute_answered"
    dispute_id: UUID
    order_id: UUID
    business_id: UUID
