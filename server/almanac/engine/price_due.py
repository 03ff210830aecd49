"""What of a price is paid with the order: all of it, or a deposit. Pure; see docs/algorithms/pricing.md."""

from __future__ import annotations

from dataclasses import dataclass

WHOLE = 10_000  # basis points


@dataclass(frozen=True, slots=True)
class Deposit:
    """How much of a line is paid before its visit stands: a percentage or an amount, whichever is more."""

    percent_bp: int = 0
    amount: int = 0

    def of(self, left_amount: int) -> int:
        """What of so much is due at once: a percentage is rounded up to a whole minor unit; never more than there is."""
        percentage = -(-left_amount * self.percent_bp // WHOLE)
        return min(left_amount, max(percentage, self.amount))


WHOLE_NOW = Deposit(percent_bp=WHOLE)
