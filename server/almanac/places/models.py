"""Tables of places: customers' addresses, the postcode directory, and the areas staff members travel in."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from almanac.kit import clock
from almanac.kit.crypto import EncryptedTextField
from almanac.kit.fields import Archivable, Row
from almanac.people.models import Customer, StaffMember

RADIUS_MIN_M = 500
RADIUS_MAX_M = 100_000


class Address(Row, Archivable):
    """Where a visit takes place. How to get in (key safe, alarm) is encrypted at rest."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="addresses")
    line1 = models.CharField(max_length=200)
    line2 = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=100)
    postcode = models.CharField(max_length=8, help_text='written "SW1A 1AA"')
    latitude = models.FloatField()
    longitude = models.FloatField()
    access_notes = EncryptedTextField(blank=True, default="")
    is_usual = models.BooleanField(default=False, help_text="chosen as the customer's usual one")

    class Meta:
        verbose_name_plural = "addresses"
        ordering = ["id"]
        indexes = [
            models.Index(fields=["postcode"], name="address_by_postcode", opclasses=["varchar_pattern_ops"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["customer"], condition=Q(is_usual=True, archived_at=None), name="address_usual_once"
            )
        ]

    def __str__(self) -> str:
        return ", ".join(part for part in (self.line1, self.line2, self.city, self.postcode) if part)


class PostcodeEntry(models.Model):
    """One UK postcode we know of, or (`is_real` false) one that a vendor told us does not exist."""

    class Source(models.TextChoices):
        BUILT_IN = "built_in", "Sample directory"
        IMPORT = "import", "Imported open data"
        POSTCODES_IO = "postcodes_io", "postcodes.io"

    postcode = models.CharField(max_length=8, primary_key=True, help_text='written "SW1A 1AA"')
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    district = models.CharField(max_length=100, blank=True)
    town = models.CharField(max_length=100, blank=True)
    country = models.CharField(max_length=40, blank=True)
    source = models.CharField(max_length=12, choices=Source.choices, default=Source.IMPORT)
    is_real = models.BooleanField(default=True)
    checked_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name_plural = "postcode entries"
        indexes = [models.Index(fields=["latitude", "longitude"], name="postcode_by_point")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_real=False) | Q(latitude__isnull=False, longitude__isnull=False),
                name="postcode_real_has_point",
            )
        ]

    def __str__(self) -> str:
        return self.postcode


class Area(Row):
    """Where a staff member travels: a circle around a postcode. Several per person; who has none travels nowhere."""

    staff_member = models.ForeignKey(StaffMember, on_delete=models.PROTECT, related_name="areas")
    name = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=8, help_text='written "SW1A 1AA"')
    latitude = models.FloatField()
    longitude = models.FloatField()
    radius_m = models.PositiveIntegerField(
        validators=[MinValueValidator(RADIUS_MIN_M), MaxValueValidator(RADIUS_MAX_M)], help_text="metres"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(radius_m__gte=RADIUS_MIN_M, radius_m__lte=RADIUS_MAX_M), name="area_radius_sensible"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name or self.postcode} ({self.radius_m} m)"
