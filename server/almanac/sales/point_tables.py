"""Tables: every change of customers' points."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from almanac.business.models import Business
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import Customer, User
from almanac.sales.coupon_tables import Coupon


class PointEntry(Row):
    """A change of a customer's points with a business (docs/algorithms/loyalty.md). What it says is written once and never
    changed; a merge moves it to another customer, `noticed_at` is when the customer was told that what is left of it lapses, and
    `ended_at` when that had lapsed. Whoever writes one holds the lock of the customer.

    `amount` earned it, minor units. One that adds is good to the end of `lapses_on`, on the clock of the business. One that takes
    back or lapses does so from `of`. `line`: what it was earned by. `reason` is why the team corrected.
    """

    class Kind(models.TextChoices):
        EARNED = "earned", "earned"
        TAKEN_BACK = "taken_back", "taken back"
        GIVEN_AGAIN = "given_again", "given again"
        REWARD = "reward", "reward"
        LAPSED = "lapsed", "lapsed"
        CORRECTION = "correction", "correction"

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="point_entries")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="point_entries", db_index=False)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    points = models.IntegerField()
    written_at = models.DateTimeField()
    line = models.ForeignKey(
        "sales.OrderLine", null=True, blank=True, on_delete=models.PROTECT, related_name="point_entries"
    )
    amount = models.PositiveIntegerField(default=0)
    lapses_on = models.DateField(null=True, blank=True)
    noticed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="taken", db_index=False
    )
    coupon = models.OneToOneField(Coupon, null=True, blank=True, on_delete=models.PROTECT, related_name="points")
    reason = EncryptedTextField(blank=True, default="")
    by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        verbose_name_plural = "point entries"
        ordering = ["written_at", "pk"]
        indexes = [
            models.Index(fields=["customer", "business", "written_at"], name="points_of_customer"),
            models.Index(
                fields=["lapses_on"], name="points_lapsing", condition=Q(lapses_on__isnull=False, ended_at=None)
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["line"], condition=Q(kind="earned"), name="points_earned_once"),
            models.CheckConstraint(
                condition=Q(kind__in=["earned", "given_again"], points__gt=0, line__isnull=False)
                | Q(kind="taken_back", points__lt=0, line__isnull=False)
                | Q(kind="reward", points__lt=0, coupon__isnull=False)
                | Q(kind="lapsed", points__lt=0, of__isnull=False)
                | (Q(kind="correction") & ~Q(points=0)),
                name="points_add_or_take",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.points}"
