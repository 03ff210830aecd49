"""What the API says about sent messages. Addresses and contents stay inside."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.notifications.models import Delivery
from almanac.payments.models import Dispute


class DeliveryOut(Schema):
    """One message: `state` is queued, sending, sent, failed or suppressed; `failure` says why, without personal data.
    A letter about an account has no order."""

    id: UUID
    order_id: UUID | None
    recipient: str
    recipient_id: UUID | None
    channel: str
    language: str
    template: str
    state: str
    attempts: int
    failure: str
    created_at: datetime
    sent_at: datetime | None

    @staticmethod
    def of(delivery: Delivery) -> DeliveryOut:
        return DeliveryOut.model_validate(delivery, from_attributes=True)


class DisputeAnswerIn(Schema):
    """Words of ours above the records, where they help."""

    note: str = Field(default="", max_length=5_000)


class DisputeSeenOut(Schema):
    """A dispute with its order; of an inquiry nothing was taken yet. `can_answer`: it waits for us, and its company takes the
    answer from here."""

    id: UUID
    order_number: str
    customer_name: str
    provider: str
    stage: str
    reason: str
    amount: int
    at_stake_amount: int
    is_inquiry: bool
    fee_amount: int
    currency: str
    respond_by: datetime | None
    opened_at: datetime
    closed_at: datetime | None
    answered_at: datetime | None
    answered_by: str
    can_answer: bool

    @classmethod
    def of(cls, row: Dispute) -> DisputeSeenOut:
        payment = row.payment
        provider = payment.account.provider if payment.account else ""
        return cls(
            id=row.pk,
            order_number=payment.order.number,
            customer_name=payment.order.customer.name,
            provider=provider,
            stage=row.stage,
            reason=row.reason,
            amount=row.amount,
            at_stake_amount=row.at_stake_amount,
            is_inquiry=row.is_inquiry,
            fee_amount=row.fee_amount,
            currency=payment.currency,
            respond_by=row.respond_by,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            answered_at=row.answered_at,
            answered_by=row.answered_by.get_full_name() if row.answered_by else "",
            can_answer=provider == "stripe" and row.stage == Dispute.Stage.NEEDS_RESPONSE,
        )
