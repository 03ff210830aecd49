"""What the API says about the books of an order or of one payment. Amounts are minor units."""

from __future__ import annotations

from datetime import datetime
from typing import Self

from ninja import Schema

from almanac.ledger.models import Entry


class LedgerLegOut(Schema):
    """What an entry does to an account: `debit` or `credit`, one of them nothing."""

    role: str
    holder: str
    debit: int
    credit: int


class LedgerEntryOut(Schema):
    """A movement of money as it stands in the ledger."""

    kind: str
    key: str
    happened_at: datetime
    currency: str
    reverses: str
    legs: list[LedgerLegOut]

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """An entry with its postings and accounts; the debits first, the largest before."""
        legs = [
            LedgerLegOut(
                role=posting.account.role,
                holder=posting.account.holder,
                debit=max(posting.amount, 0),
                credit=max(-posting.amount, 0),
            )
            for posting in entry.postings.all()
        ]
        return cls(
            kind=entry.kind,
            key=entry.key,
            happened_at=entry.happened_at,
            currency=entry.currency,
            reverses=entry.reverses.key if entry.reverses else "",
            legs=sorted(legs, key=lambda leg: (-leg.debit, leg.credit)),
        )
