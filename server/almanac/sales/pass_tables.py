"""Tables: packages of visits as somebody has them, and each visit that was used."""

from __future__ import annotations

from uuid import UUID

from django.db import models
from django.db.models import F, Q

from almanac.business.models import Business
from almanac.catalog.models import Package
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Row
from almanac.people.models import Customer, StaffMember, User


def pass_holder(pass_id: UUID) -> str:
    """The ledger's key of a pass."""
    return f"pass:{pass_id}"


class VisitPass(Row):
    """A package as somebody bought it, or was given it (docs/algorithms/packages.md): so many `visits` of its services. One that
    was bought has the id of its `line`, which is how the ledger knows it before it is paid; one given by hand has its `customer`.

    `amount` is what all of it came to, `tax_amount` the tax in that. `commission_bp`: our share where `staff_member` earns by
    what lapses. `valid_until` is the last day, on the clock of the business; `noticed_at` when its holder was told of that;
    `ended_at` when it had lapsed. Visits that are gone unused are `lapsed`, `refunded` or, on their way back, `asked`.
    """

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="passes")
    package = models.ForeignKey(Package, on_delete=models.PROTECT, related_name="passes")
    line = models.OneToOneField(
        "sales.OrderLine", null=True, blank=True, on_delete=models.PROTECT, related_name="visit_pass"
    )
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="passes")
    staff_member = models.ForeignKey(
        StaffMember, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    commission_bp = models.PositiveIntegerField(null=True, blank=True)
    name = models.CharField(max_length=200, help_text="of the package, as it was sold")
    service_ids: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    visits = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    amount = models.PositiveIntegerField()
    tax_amount = models.PositiveIntegerField(default=0)
    currency = models.CharField(max_length=3)
    language = models.CharField(max_length=8, default="en")
    digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    code = EncryptedTextField(blank=True, default="")
    ending = models.CharField(max_length=4, blank=True)
    issued_at = models.DateTimeField(null=True, blank=True)
    valid_until = models.DateField(null=True, blank=True)
    noticed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    lapsed = models.PositiveSmallIntegerField(default=0)
    refunded = models.PositiveSmallIntegerField(default=0)
    asked = models.PositiveSmallIntegerField(default=0)
    reason = EncryptedTextField(blank=True, default="")  # why it was given by hand, or ended
    given_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        verbose_name_plural = "visit passes"
        ordering = ["-created_at", "pk"]
        indexes = [
            models.Index(fields=["-created_at"], name="pass_newest"),
            models.Index(
                fields=["valid_until"],
                name="pass_ending",
                condition=Q(issued_at__isnull=False, ended_at=None, voided_at=None, valid_until__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(visits__gte=1), name="pass_of_visits"),
            models.CheckConstraint(
                condition=Q(visits__gte=F("lapsed") + F("refunded") + F("asked")), name="pass_gone_within"
            ),
            models.CheckConstraint(condition=Q(tax_amount__lte=F("amount")), name="pass_tax_within"),
            models.CheckConstraint(condition=Q(issued_at=None) | Q(digest__isnull=False), name="pass_issued_with_code"),
        ]

    @property
    def holder(self) -> str:
        """The ledger's key of it."""
        return pass_holder(self.pk)

    @property
    def is_good(self) -> bool:
        """Whether it can be used, if anything is left of it and its last day is not over."""
        return self.issued_at is not None and self.voided_at is None

    def __str__(self) -> str:
        return f"…{self.ending}"


class PassUse(Row):
    """One visit of a pass, used by a line. Whoever writes one holds the lock of the pass; were it forgotten, the numbers, which
    live uses do not share and which stay within its visits (`out_of`), make the second of two an error.

    `earned_amount`: what came out of the books' prepaid for it, once it was made, missed or called off too late.
    """

    visit_pass = models.ForeignKey(VisitPass, on_delete=models.PROTECT, related_name="uses", db_index=False)
    line = models.OneToOneField("sales.OrderLine", on_delete=models.PROTECT, related_name="pass_use")
    number = models.PositiveSmallIntegerField()
    out_of = models.PositiveSmallIntegerField()
    used_at = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True, blank=True)
    earned_at = models.DateTimeField(null=True, blank=True)
    earned_amount = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["used_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["visit_pass", "number"], condition=Q(given_back_at=None), name="pass_use_number_once"
            ),
            models.CheckConstraint(condition=Q(number__gte=1, number__lte=F("out_of")), name="pass_use_within"),
            models.CheckConstraint(
                condition=Q(given_back_at=None) | Q(earned_at=None), name="pass_use_earned_or_given_back"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.visit_pass_id} {self.number}"
