"""Built-in: all of it is paid by gift cards, at once, so that nothing is left for another way."""

from __future__ import annotations

from almanac.payments.providers.base import Terms

GIFT_CARD = "gift_card"


class WholeByGiftCard:
    name = GIFT_CARD

    def terms(self, *, total_amount: int, deposit_amount: int) -> Terms:
        """What cards do not cover must be there first, and by this way it cannot come."""
        return Terms(due_now=total_amount)
