"""Tables: statements of banks, and their lines of money in."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import User


class BankStatement(Row):
    """A file of a bank's that was uploaded. Its lines of money in are kept once each, whatever files they came in."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="bank_statements")
    layout = models.CharField(max_length=20)
    uploaded_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    def __str__(self) -> str:
        return f"{self.layout} {self.created_at:%Y-%m-%d}"


class BankLine(Row):
    """Money that came in by the bank's statement. `digest` is its key: the bank's own name of it, or else what it says, with a
    count where the same day has the same line twice."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="bank_lines")
    statement = models.ForeignKey(BankStatement, on_delete=models.PROTECT, related_name="lines")
    digest = models.CharField(max_length=64)
    booked_on = models.DateField()
    amount = models.PositiveIntegerField()
    currency = models.CharField(max_length=3)
    payer = EncryptedTextField(blank=True, default="")
    text = EncryptedTextField(blank=True, default="")
    payment = models.OneToOneField(
        "payments.Payment", null=True, blank=True, on_delete=models.PROTECT, related_name="bank_line"
    )
    set_aside_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["business", "booked_on"],
                name="bank_line_open",
                condition=Q(payment=None, set_aside_at=None),
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["business", "digest"], name="bank_line_once"),
            models.CheckConstraint(
                condition=Q(payment=None) | Q(set_aside_at=None), name="bank_line_booked_or_set_aside"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} {self.booked_on}"
