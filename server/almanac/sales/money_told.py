"""What the API says of ways to pay for an order that are no company's page. Amounts are minor units of its currency."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from ninja import Schema


class TransferOut(Schema):
    """Where a transfer is to be sent that an order waits for, with what reference, and until when: told to its customer
    and to whoever of the team looks after all of it. Of a British account there is a `sort_code` with an `account_number`,
    of others an `iban`."""

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


class CardOfferOut(Schema):
    """What the order's customer keeps (`card`, such as "Visa 4242") and may be charged by hand: `due_amount` now, `owed_amount`
    in all, of what the asker takes money for. `failed_at`, `decline` and `method`: the last charge by hand did not work."""

    card: str
    due_amount: int
    owed_amount: int
    failed_at: datetime | None
    decline: str
    method: str


class PaymentLinkOut(Schema):
    """What sending the link to pay would be: `to` whom, for whoever is not told the address with its first sign alone, "" where
    the order has none; `amount` is what is asked for, of an order that `is_part` somebody else's what the asker's visits owe now.
    `can_copy`: the asker may be handed the link. `sent_at` and `sent_by` are of the last letter."""

    to: str
    amount: int
    is_part: bool
    can_copy: bool
    sent_at: datetime | None
    sent_by: str
