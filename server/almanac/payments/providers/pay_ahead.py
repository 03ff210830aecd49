"""Built-in: paid before the order stands, within days, by its link or to the team: for goods that somebody orders by phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from almanac.payments.providers.bank_transfer import BEFORE_VISIT
from almanac.payments.providers.base import Terms

PAY_AHEAD = "pay_ahead"


@dataclass(frozen=True, slots=True)
class PayAhead:
    name: str = PAY_AHEAD

    def terms(self, *, total_amount: int, deposit_amount: int) -> Terms:
        """All of it: a line that is paid in part delivers nothing."""
        return Terms(due_now=total_amount)


def pay_by(starts: Sequence[datetime], *, days: int, soonest: timedelta, now: datetime) -> datetime:
    """Until when the money is waited for: so many days, but a day before the first visit, and no sooner than after `soonest`."""
    until = min([now + timedelta(days=days), *(start - BEFORE_VISIT for start in starts)])
    return max(until, now + soonest)
