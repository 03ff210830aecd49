"""The table of what happened to payments, step by step: written once with what it tells of, and never changed."""

from __future__ import annotations

from typing import Any, Never

from django.db import models

from almanac.kit import ids
from almanac.people.models import User


class StepKind(models.TextChoices):
    AGREED = "agreed", "agreed"  # to be paid later
    PAGE_OPENED = "page_opened", "page opened"
    TRANSFER_AWAITED = "transfer_awaited", "transfer awaited"
    CHARGE_TRIED = "charge_tried", "charge tried"  # of what is kept, without the customer
    DECLINED = "declined", "declined"
    PENDING = "pending", "pending"
    CAPTURED = "captured", "captured"
    FAILED = "failed", "failed"
    CLOSED = "closed", "closed"
    CHANGED = "changed", "changed"  # it is to be so much from now on
    REMINDED = "reminded", "reminded"
    MATCHED = "matched", "matched"  # found on a statement of the bank
    FEE = "fee", "fee"
    OTHER_CURRENCY = "other_currency", "other currency"  # it came in another one than was asked
    REFUND_ASKED = "refund_asked", "refund asked"
    REFUND_PENDING = "refund_pending", "refund pending"  # the company took it on
    REFUND_DONE = "refund_done", "refund done"
    REFUND_FAILED = "refund_failed", "refund failed"
    INQUIRY = "inquiry", "inquiry"  # the bank asks, and has taken nothing
    DISPUTE_OPENED = "dispute_opened", "dispute opened"
    DISPUTE_ANSWERED = "dispute_answered", "dispute answered"
    DISPUTE_REVIEWED = "dispute_reviewed", "dispute reviewed"  # the bank looks at it
    DISPUTE_WON = "dispute_won", "dispute won"
    DISPUTE_LOST = "dispute_lost", "dispute lost"
    HELD = "held", "held"
    APPROVED = "approved", "approved"
    REFUSED = "refused", "refused"
    WARNED = "warned", "warned"  # the card's bank says it may be fraud


class AppendOnly(models.QuerySet["PaymentStep"]):
    """Steps are added and read, nothing else."""

    def update(self, **kwargs: Any) -> Never:
        raise TypeError("what happened to a payment is not changed")

    def delete(self) -> Never:
        raise TypeError("what happened to a payment is not deleted")


class PaymentStep(models.Model):
    """Something that happened to a payment. `amount` is of the payment's currency, `reference` the company's name of what it is
    about and `reason` its word for why; `about` is the key of our refund, dispute, review or line of a statement."""

    id = models.UUIDField(primary_key=True, default=ids.new_id, editable=False)
    payment = models.ForeignKey("payments.Payment", on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=16, choices=StepKind.choices)
    happened_at = models.DateTimeField()
    amount = models.PositiveIntegerField(null=True, blank=True)
    reference = models.CharField(max_length=255, blank=True)
    reason = models.CharField(max_length=60, blank=True)
    about = models.UUIDField(null=True, blank=True)
    actor = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    objects = AppendOnly.as_manager()

    class Meta:
        ordering = ["happened_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.payment_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("what happened to a payment is not changed")
        super().save(*args, **kwargs)

    def delete(self, using: Any = None, keep_parents: bool = False) -> Never:
        raise TypeError("what happened to a payment is not deleted")
