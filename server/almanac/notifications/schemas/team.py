"""What the API says about sent messages. Addresses and contents stay inside."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema
from pydantic import Field

from almanac.notifications.kinds import MessageKind, kind_of
from almanac.notifications.models import Delivery
from almanac.payments.models import Dispute


class DeliveryOut(Schema):
    """One message: `state` is queued, sending, sent, delivered, failed or suppressed; `failure` says why, without personal data.
    A letter about an account has no order and no `kind`. `is_kept`: what it says was not forgotten, so it can be sent again."""

    id: UUID
    order_id: UUID | None
    order_number: str | None
    kind: MessageKind | None
    is_kept: bool
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
        return DeliveryOut(
            id=delivery.pk,
            order_id=delivery.order_id,
            order_number=delivery.order.number if delivery.order else None,
            kind=kind_of(delivery.template),
            is_kept=delivery.is_kept,
            recipient=delivery.recipient,
            recipient_id=delivery.recipient_id,
            channel=delivery.channel,
            language=delivery.language,
            template=delivery.template,
            state=delivery.state,
            attempts=delivery.attempts,
            failure=delivery.failure,
            created_at=delivery.created_at,
            sent_at=delivery.sent_at,
        )


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
    fee_currency: str
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
            fee_currency=row.fee_currency or payment.currency,
            currency=payment.currency,
            respond_by=row.respond_by,
            opened_at=row.opened_at,
            closed_at=row.closed_at,
            answered_at=row.answered_at,
            answered_by=row.answered_by.get_full_name() if row.answered_by else "",
            can_answer=provider == "stripe" and row.stage == Dispute.Stage.NEEDS_RESPONSE,
        )
