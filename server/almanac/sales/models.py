"""Tables: orders and their lines, kept as they were sold."""

from __future__ import annotations

from typing import Any

from django.db import models

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import Customer, User
from almanac.scheduling.models import Appointment


class OrderState(models.TextChoices):
    PLACED = "placed", "placed"  # waits for money; a visit may wait for approval in any state of its order
    CONFIRMED = "confirmed", "confirmed"
    COMPLETED = "completed", "completed"
    CANCELLED = "cancelled", "cancelled"


class Order(Row):
    """What a customer owes and gets, in one currency. `number` is random, so it tells nothing about how many there are.

    `business` is that of its first line: the brand it goes by. Who sells and delivers each part stands on the line.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="orders")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="orders")
    number = models.CharField(max_length=20, unique=True)
    currency = models.CharField(max_length=3)
    total_amount = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField()
    paid_amount = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, choices=OrderState.choices, default=OrderState.PLACED)
    language = models.CharField(max_length=8, default="en")
    placed_at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True, blank=True)
    booked_by = models.ForeignKey(  # of the team, who took the order by phone
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    customer_note = EncryptedTextField(blank=True, default="")
    early_start_consent_at = models.DateTimeField(null=True, blank=True)  # distance contracts: start within 14 days

    class Meta:
        indexes = [models.Index(fields=["customer", "-placed_at"]), models.Index(fields=["business", "-placed_at"])]

    def __str__(self) -> str:
        return self.number


class LineKind(models.TextChoices):
    VISIT = "visit", "visit or session"


class OrderLine(Row):
    """One line as sold by `business`: name, price steps, tax, policy and answers stay as they were, whatever changes."""

    order = models.ForeignKey(Order, on_delete=models.PROTECT, related_name="lines")
    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=LineKind.choices, default=LineKind.VISIT)
    name = models.CharField(max_length=200)
    breakdown: models.JSONField[list[dict[str, Any]], list[dict[str, Any]]] = models.JSONField()
    total_amount = models.PositiveIntegerField()
    tax_rate_bp = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField()
    policy: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    answers = EncryptedTextField(blank=True, default="")  # to the service's questions: catalog.questions.KeptAnswer
    appointment = models.OneToOneField(
        Appointment, null=True, blank=True, on_delete=models.PROTECT, related_name="order_line"
    )

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["order", "position"], name="order_line_position_once")]

    def __str__(self) -> str:
        return f"{self.order_id} {self.position}"
