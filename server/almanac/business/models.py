"""Tables: businesses of this installation, their places and their typed settings."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models

from almanac.kit.fields import Archivable, Row
from almanac.kit.localized import LocalizedText

colour = RegexValidator(r"\A#[0-9A-Fa-f]{6}\Z", "Choose a colour such as #1D6B57.")


class Business(Row, Archivable):
    """A brand with its own words, zone, currency and policies; several live in one installation.

    Currency, zone and prefix are chosen once: what was sold and when people work is written in them
    (docs/adr/0015-settings.md). `logo_url` is a picture of ours.
    """

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    order_prefix = models.CharField(max_length=4)
    currency = models.CharField(max_length=3, default="GBP")
    zone = models.CharField(max_length=64, default="Europe/London")
    languages: models.JSONField[list[str], list[str]] = models.JSONField(default=list)
    tagline: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict)
    staff_word: models.JSONField[LocalizedText, LocalizedText] = models.JSONField(default=dict)
    accent = models.CharField(max_length=7, default="#1D6B57", validators=[colour])
    logo_url = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=32, blank=True)
    email = models.EmailField(blank=True)
    visits_at_customer = models.BooleanField(default=True)  # asks for a postcode first
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "businesses"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Location(Row, Archivable):
    """A place of the business, for services that happen there."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="locations")
    name = models.CharField(max_length=120)
    address_line = models.CharField(max_length=200)
    postcode = models.CharField(max_length=10)
    latitude = models.FloatField()
    longitude = models.FloatField()
    zone = models.CharField(max_length=64, default="Europe/London", help_text="IANA time zone")
    phone = models.CharField(max_length=32, blank=True)

    def __str__(self) -> str:
        return self.name


class Setting(Row):
    """One group of typed settings of a business; what is absent has the default of its type in policies.py."""

    business = models.ForeignKey(Business, on_delete=models.PROTECT, related_name="settings")
    group = models.CharField(max_length=40)
    values: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["business", "group"], name="setting_once_per_business")]

    def __str__(self) -> str:
        return f"{self.business_id} {self.group}"
