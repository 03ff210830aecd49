"""What the API says about sent messages. Addresses and contents stay inside."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema

from almanac.notifications.models import Delivery


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
