"""Built-in: sent by the customer to the business's bank account, before the visit stands. Needs no account at a company."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from almanac.payments.providers.base import Terms

BANK_TRANSFER = "bank_transfer"
BEFORE_VISIT = timedelta(hours=24)  # by then the money is to be there, so that the time can still be sold
LEAST_TIME = timedelta(hours=24)  # a transfer needs a working day; who has less is not offered one


@dataclass(frozen=True, slots=True)
class BankTransfer:
    name: str = BANK_TRANSFER

    def terms(self, *, total_amount: int, deposit_amount: int) -> Terms:
        """The part that is wanted at once, as by a page."""
        return Terms(due_now=min(total_amount, deposit_amount))


def pay_by(starts: Sequence[datetime], *, days: int, now: datetime) -> datetime | None:
    """Until when a transfer is waited for: so many days, but a day before the first visit. None where that is too soon."""
    until = min([now + timedelta(days=days), *(start - BEFORE_VISIT for start in starts)])
    return until if until >= now + LEAST_TIME else None
