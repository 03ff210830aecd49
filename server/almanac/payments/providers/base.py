"""The protocol every way to pay implements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Terms:
    """What choosing this way to pay means for an order at once."""

    due_now: int  # minor units that must arrive before the order is confirmed


class PaymentMethod(Protocol):
    """One way to pay; `name` is what rows and the API call it."""

    @property
    def name(self) -> str: ...

    def terms(self, *, total_amount: int, deposit_amount: int) -> Terms:
        """What must be paid before the order is confirmed, where the business wants `deposit_amount` of it by a page."""
        ...
