"""Tables: what is paid, or agreed to be paid, for an order."""

from __future__ import annotations

from django.db import models

from almanac.kit.fields import Row
from almanac.sales.models import Order


class PaymentState(models.TextChoices):
    DUE = "due", "due"  # agreed, to be paid later
    CANCELLED = "cancelled", "cancelled"


class Payment(Row):
    """An amount of an order and the way it is to be paid."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="payments")
    method = models.CharField(max_length=20)
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    state = models.CharField(max_length=10, choices=PaymentState.choices)

    def __str__(self) -> str:
        return f"{self.method} {self.amount} {self.currency}"
