"""Built-in: paid on the day, in cash or by the team's own card reader. Needs no account anywhere."""

from __future__ import annotations

from almanac.payments.providers.base import Terms


class PayOnSite:
    name = "pay_on_site"

    def terms(self, *, total_amount: int, deposit_amount: int) -> Terms:
        """Nothing is due before the visit."""
        return Terms(due_now=0)
