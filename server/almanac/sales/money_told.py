"""What the API says of ways to pay for an order that are no company's page. Amounts are minor units of its currency."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema


class TransferOut(Schema):
    """Where a transfer is to be sent that an order waits for, with what reference, and until when. Of a British account there
    is a `sort_code` with an `account_number`, of others an `iban`."""

    account_name: str
    sort_code: str
    account_number: str
    iban: str
    bic: str
    reference: str
    amount: int
    pay_by: datetime | None


class TippedOut(Schema):
    """Somebody a tip can be given to."""

    id: UUID
    name: str


class TipOfferOut(Schema):
    """Whom a tip can be given to, the amounts proposed, the most, and the ways to pay it."""

    staff: list[TippedOut]
    amounts: list[int]
    most_amount: int
    methods: list[str]
