"""A way to pay by a company's page: before the visit, in full or the deposit that a business wants."""

from __future__ import annotations

from dataclasses import dataclass

from almanac.payments.providers.base import Terms


@dataclass(frozen=True, slots=True)
class OnlineMethod:
    name: str

    def terms(self, *, total_amount: int, deposit_amount: int) -> Terms:
        """The part that is wanted at once, as `engine.price` found it."""
        return Terms(due_now=min(total_amount, deposit_amount))
