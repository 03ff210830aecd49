"""Tables of what the team does for money that an order still owes: letters with the link to pay, and yeses to a charge."""

from __future__ import annotations

from django.db import models

from almanac.kit.fields import Row
from almanac.people.models import User
from almanac.sales.models import Order


class LinkSent(Row):
    """A letter that asks an order's customer to pay `amount` minor units of its currency, which somebody of the team had sent."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="links_sent")
    amount = models.PositiveIntegerField()
    sent_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.amount} {self.created_at:%Y-%m-%d}"


class CardYes(Row):
    """What an order's customer said yes to: that this card or debit is charged so much, once. Somebody of the team wrote
    it down."""

    charge = models.OneToOneField("payments.DueCharge", on_delete=models.PROTECT, related_name="yes")
    kept = models.ForeignKey("payments.KeptMethod", on_delete=models.PROTECT, related_name="+")
    amount = models.PositiveIntegerField()
    asked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    def __str__(self) -> str:
        return f"{self.amount} {self.created_at:%Y-%m-%d}"
